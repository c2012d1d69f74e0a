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

package io.github.xmppspring.payload.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what is refused when the codec of a record is made.
 *
 * @author XMPP for Spring Boot contributors
 */
class InvalidPayloadRecordTests {

	@ParameterizedTest
	@ValueSource(classes = { TwoAnnotations.class, ObjectComponent.class, MapComponent.class, OptionalComponent.class,
			StanzaWithoutContent.class, AttributeOfRecord.class, TextOfList.class, ValueAsContent.class,
			BadAttributeName.class, BadElementName.class, BadWrapperName.class, SameAttribute.class, SameChild.class,
			TwoTexts.class, TwoExtensions.class, AnnotatedExtensions.class, ListOfLists.class, ListOfTexts.class })
	void mistakeInAComponentIsRefusedNamingRecordAndComponent(Class<?> type) {
		assertThatExceptionOfType(InvalidPayloadRecordException.class).isThrownBy(() -> RecordPayloadCodec.of(type))
			.withMessageContaining(type.getName())
			.withMessageContaining("'wrong'");
	}

	@Test
	void mistakeInANestedRecordIsRefusedNamingIt() {
		assertThatExceptionOfType(InvalidPayloadRecordException.class)
			.isThrownBy(() -> RecordPayloadCodec.of(Outer.class))
			.withMessageContaining(Inner.class.getName())
			.withMessageContaining("'wrong'");
		assertThatExceptionOfType(InvalidPayloadRecordException.class)
			.isThrownBy(() -> RecordPayloadCodec.of(FormWithoutContent.class))
			.withMessageContaining("@XmppContent");
	}

	@ParameterizedTest
	@ValueSource(classes = { NoRecord.class, NotAnnotated.class, NoNamespace.class, BadName.class })
	void mistakeInTheRecordIsRefusedNamingIt(Class<?> type) {
		assertThatExceptionOfType(InvalidPayloadRecordException.class).isThrownBy(() -> RecordPayloadCodec.of(type))
			.withMessageContaining(type.getName());
	}

	@Test
	void providerHasNothingToDoWithOtherTypes() {
		PayloadCodecs codecs = new PayloadCodecs(List.of(), List.of(new RecordPayloadCodecProvider()));

		assertThat(codecs.supports(NotAnnotated.class)).isFalse();
		assertThatExceptionOfType(InvalidPayloadRecordException.class)
			.isThrownBy(() -> codecs.supports(NoRecord.class));
	}

	@XmppPayload(namespace = "urn:x")
	record TwoAnnotations(@XmppText @XmppAttribute String wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record ObjectComponent(Object wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record MapComponent(Map<String, String> wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record OptionalComponent(Optional<String> wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record StanzaWithoutContent(Iq wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record AttributeOfRecord(@XmppAttribute NotAnnotated wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record TextOfList(@XmppText List<String> wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record ValueAsContent(@XmppContent List<String> wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record BadAttributeName(@XmppAttribute("a b") String wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record BadElementName(@XmppElement("1") String wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record BadWrapperName(@XmppElement(wrapper = "a:b") String wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record SameAttribute(@XmppAttribute String a, @XmppAttribute("a") String wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record SameChild(List<String> a, @XmppElement("a") boolean wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record TwoTexts(@XmppText String a, @XmppText String wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record TwoExtensions(Extensions a, Extensions wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record AnnotatedExtensions(@XmppContent Extensions wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record ListOfLists(List<List<String>> wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record ListOfTexts(List<LocalizedText> wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record Outer(Inner inner) {

	}

	record Inner(Object wrong) {

	}

	@XmppPayload(namespace = "urn:x")
	record FormWithoutContent(DataForm form) {

	}

	@XmppPayload(namespace = "urn:x")
	static final class NoRecord {

	}

	record NotAnnotated(String text) {

	}

	@XmppPayload(namespace = "")
	record NoNamespace() {

	}

	@XmppPayload(namespace = "urn:x", name = "a b")
	record BadName() {

	}

}
