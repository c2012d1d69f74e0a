/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.xmppspring.payload.dataform;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.dataform.FieldContent.Option;
import io.github.xmppspring.xml.Element;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DataForm}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DataFormTests {

	@Test
	void readsEverythingOfAForm() {
		DataForm form = read("""
				<x xmlns='jabber:x:data' type='form'><title>Bot</title><instructions>Fill in</instructions>\
				<instructions>and send</instructions>\
				<field type='hidden' var='FORM_TYPE'><value>urn:example:bot</value></field>\
				<field type='list-multi' var='features' label='Features'><desc>What it does</desc><required/>\
				<value>news</value><value>search</value><option label='News'><value>news</value></option>\
				<option><value>search</value></option></field></x>""");

		FormField features = form.field("features");
		assertThat(form.type()).isEqualTo(DataForm.Type.FORM);
		assertThat(form.title()).isEqualTo("Bot");
		assertThat(form.instructions()).containsExactly("Fill in", "and send");
		assertThat(form.formType()).isEqualTo("urn:example:bot");
		assertThat(form.fields()).extracting(FormField::var).containsExactly("FORM_TYPE", "features");
		assertThat(features).isNotNull();
		assertThat(features.type()).isEqualTo(FormFieldType.LIST_MULTI);
		assertThat(features.label()).isEqualTo("Features");
		assertThat(features.description()).isEqualTo("What it does");
		assertThat(features.required()).isTrue();
		assertThat(features.values()).containsExactly("news", "search");
		assertThat(features.options()).containsExactly(Option.of("News", "news"), Option.of(null, "search"));
	}

	@Test
	void readsTables() {
		DataForm form = read("""
				<x xmlns='jabber:x:data' type='result'><reported><field var='name' type='text-single'/></reported>\
				<item><field var='name'><value>a</value></field></item>\
				<item><field var='name'><value>b</value></field></item></x>""");

		assertThat(form.reported()).isNotNull();
		assertThat(form.reported().fields()).extracting(FormField::var).containsExactly("name");
		assertThat(form.items()).extracting((row) -> row.text("name")).containsExactly("a", "b");
		assertThat(read("<x xmlns='jabber:x:data' type='result'/>").reported()).isNull();
	}

	@Test
	void valuesHaveTypes() {
		DataForm form = DataForm.submit("urn:example:form")
			.text("text", "a")
			.texts("texts", List.of("a", "b"))
			.flag("yes", true)
			.flag("no", false)
			.number("number", -3)
			.jid("jid", Jid.of("a@example.org"))
			.jids("jids", List.of(Jid.of("a@example.org"), Jid.of("b@example.org")))
			.text("true", "true")
			.build();

		assertThat(form.formType()).isEqualTo("urn:example:form");
		assertThat(form.text("text")).isEqualTo("a");
		assertThat(form.texts("texts")).containsExactly("a", "b");
		assertThat(form.flag("yes")).isTrue();
		assertThat(form.flag("no")).isFalse();
		assertThat(form.flag("true")).isTrue();
		assertThat(form.number("number")).isEqualTo(-3L);
		assertThat(form.jid("jid")).isEqualTo(Jid.of("a@example.org"));
		assertThat(form.jids("jids")).containsExactly(Jid.of("a@example.org"), Jid.of("b@example.org"));
	}

	@Test
	void fieldThatIsMissingHasNoValue() {
		DataForm form = DataForm.cancel();

		assertThat(form.field("a")).isNull();
		assertThat(form.text("a")).isNull();
		assertThat(form.texts("a")).isEmpty();
		assertThat(form.flag("a")).isNull();
		assertThat(form.number("a")).isNull();
		assertThat(form.jid("a")).isNull();
		assertThat(form.jids("a")).isEmpty();
		assertThat(form.formType()).isNull();
	}

	@Test
	void emptyValueIsNone() {
		DataForm form = DataForm.CODEC.read(Element.parse(
				"<x xmlns='jabber:x:data' type='form'><field var='a' type='jid-single'><value> </value></field></x>"));

		assertThat(form.flag("a")).isNull();
		assertThat(form.number("a")).isNull();
		assertThat(form.jid("a")).isNull();
		assertThat(form.text("a")).isEqualTo(" ");
	}

	@Test
	void valueOfAnotherTypeIsNamedByItsField() {
		DataForm form = DataForm.submit("urn:example:form").text("a", "secret@@").build();

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> form.flag("a"))
			.withMessageContaining("'a'")
			.withMessageNotContaining("secret");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> form.number("a"))
			.withMessageContaining("'a'");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> form.jid("a")).withMessageContaining("'a'");
	}

	@Test
	void submittedFormHidesItsKind() {
		DataForm form = DataForm.submit("urn:example:form").text("a", "b").build();

		assertThat(DataForm.CODEC.write(form)).isEqualTo(Element.parse("""
				<x xmlns='jabber:x:data' type='submit'>\
				<field var='FORM_TYPE' type='hidden'><value>urn:example:form</value></field>\
				<field var='a'><value>b</value></field></x>"""));
	}

	@ParameterizedTest
	@EnumSource
	void everyKindOfFieldSurvives(FormFieldType type) {
		FormField field = FormField.of("a", type, List.of("1")).withLabel("A").with(new FieldContent.Required());
		DataForm form = DataForm.builder(DataForm.Type.FORM).field(field).build();

		DataForm read = DataForm.CODEC.read(DataForm.CODEC.write(form));

		assertThat(read).isEqualTo(form);
		assertThat(read.fields().get(0).type()).isEqualTo(type);
	}

	@Test
	void unknownKindOfFieldIsTextAndSurvives() {
		DataForm form = survives("<x xmlns='jabber:x:data' type='form'><field var='a' type='colour'/></x>");

		assertThat(form.fields().get(0).type()).isEqualTo(FormFieldType.TEXT_SINGLE);
		assertThat(form.fields().get(0).typeName()).isEqualTo("colour");
	}

	@Test
	void validationIsTyped() {
		DataForm form = survives("""
				<x xmlns='jabber:x:data' type='form'><field var='a'>\
				<validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:integer'>\
				<range min='1' max='9'/><list-range min='1' max='2'/></validate><value>2</value></field></x>""");

		FieldValidation validation = form.fields().get(0).validation();
		assertThat(validation).isNotNull();
		assertThat(validation.datatype()).isEqualTo("xs:integer");
		assertThat(validation.method()).isEqualTo(new FieldValidation.Range("1", "9"));
		assertThat(validation.listRange()).isEqualTo(new FieldValidation.Range("1", "2"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<basic/>", "<open/>", "<regex>[a-z]</regex>", "<range min='1'/>", "<x xmlns='urn:x'/>", "" })
	void everyMethodOfValidationSurvives(String method) {
		survives("<x xmlns='jabber:x:data' type='form'><field var='a'>"
				+ "<validate xmlns='http://jabber.org/protocol/xdata-validate'>" + method + "</validate></field></x>");
	}

	@Test
	void mediaIsTyped() {
		DataForm form = survives("""
				<x xmlns='jabber:x:data' type='form'><field var='a'>\
				<media xmlns='urn:xmpp:media-element' height='80' width='290'>\
				<uri type='audio/x-wav'>http://example.org/a.wav</uri>\
				<uri type='image/png'>cid:a</uri><x xmlns='urn:x'/></media></field></x>""");

		FieldMedia media = form.fields().get(0).media();
		assertThat(media).isNotNull();
		assertThat(media.height()).isEqualTo(80);
		assertThat(media.width()).isEqualTo(290);
		assertThat(media.uris()).extracting(FieldMedia.Uri::type).containsExactly("audio/x-wav", "image/png");
	}

	@Test
	void everythingUnknownSurvivesWhereItWas() {
		survives("""
				<x xmlns='jabber:x:data' type='form' xml:lang='en' b='1'><first xmlns='urn:x'/><field var='a' c='2'>\
				<option label='o' d='3'><value>1</value><x xmlns='urn:x'/></option><second xmlns='urn:x'/>\
				<value e='4'>1<y xmlns='urn:x'/></value><required/></field><title xml:lang='en'>T</title>\
				<field var='b'/><reported f='5'><field var='c'/><x xmlns='urn:x'/></reported>\
				<item g='6'><field var='c'/><x xmlns='urn:x'/></item><last/></x>""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<x xmlns='jabber:x:data'/>", "<x xmlns='jabber:x:data' type='other'/>" })
	void formMustSayWhatItIsFor(String xml) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> read(xml))
			.withMessageContaining("'type'")
			.satisfies((ex) -> assertThat(ex.getElement()).isEqualTo(DataForm.NAME));
	}

	@Test
	void formatOfMediaMustBeSaid() {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> read("""
				<x xmlns='jabber:x:data' type='form'><field var='a'>\
				<media xmlns='urn:xmpp:media-element'><uri>cid:a</uri></media></field></x>"""))
			.withMessageContaining("'type'");
	}

	@Test
	void complaintsAboutValuesDoNotQuoteThem() {
		FormField field = FormField.of("a", "private@");

		for (ThrowingCallable read : List.<ThrowingCallable>of(field::number, field::flag, field::jids)) {
			assertThatExceptionOfType(PayloadException.class).isThrownBy(read)
				.withMessageStartingWith("The value of the field 'a' of a data form must be a ")
				.withNoCause();
		}
	}

	private static DataForm survives(String xml) {
		Element element = Element.parse(xml);
		DataForm form = DataForm.CODEC.read(element);
		assertThat(DataForm.CODEC.write(form)).isEqualTo(element);
		assertThat(DataForm.CODEC.read(DataForm.CODEC.write(form))).isEqualTo(form);
		return form;
	}

	private static DataForm read(String xml) {
		return DataForm.CODEC.read(Element.parse(xml));
	}

}
