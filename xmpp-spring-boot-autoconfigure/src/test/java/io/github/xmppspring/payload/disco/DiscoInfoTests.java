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

package io.github.xmppspring.payload.disco;

import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo.Feature;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DiscoInfo}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DiscoInfoTests {

	private static final String NAMESPACE = "http://jabber.org/protocol/disco#info";

	private static final DataForm FORM = DataForm.builder(DataForm.Type.RESULT, "urn:example:form")
		.text("a", "b")
		.build();

	@Test
	void requestIsEmptyButForTheNode() {
		assertThat(DiscoInfo.CODEC.write(DiscoInfo.request(null))).isEqualTo(Element.of(NAMESPACE, "query"));
		assertThat(DiscoInfo.CODEC.write(DiscoInfo.request("n")))
			.isEqualTo(Element.builder(NAMESPACE, "query").attribute("node", "n").build());
		assertThat(DiscoInfo.CODEC.read(Element.of(NAMESPACE, "query"))).isEqualTo(DiscoInfo.request(null));
	}

	@Test
	void resultSurvives() {
		DiscoInfo info = DiscoInfo.builder()
			.node("n")
			.identity("client", "bot", null)
			.identity(Identity.of("account", "registered", "Bot", "de"))
			.feature("urn:xmpp:ping")
			.feature("jabber:iq:version")
			.form(FORM)
			.build();

		Element written = DiscoInfo.CODEC.write(info);

		assertThat(written).isEqualTo(Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#info' node='n'><identity category='client' type='bot'/>\
				<identity category='account' type='registered' name='Bot' xml:lang='de'/>\
				<feature var='urn:xmpp:ping'/><feature var='jabber:iq:version'/>\
				<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
				<value>urn:example:form</value></field><field var='a'><value>b</value></field></x></query>"""));
		assertThat(DiscoInfo.CODEC.read(written)).isEqualTo(info);
	}

	@Test
	void everythingUnknownAndEverythingTwiceSurvives() {
		Element element = Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#info' xml:lang='en' a='1'>\
				<identity category='client' type='pc' b='2'><x xmlns='urn:x'/></identity>\
				<identity category='client' type='pc'/><feature var='z' c='3'><x xmlns='urn:x'/></feature>\
				<feature var='a'/><feature var='a'/><x xmlns='urn:x'/><other/></query>""");

		DiscoInfo info = DiscoInfo.CODEC.read(element);

		assertThat(DiscoInfo.CODEC.write(info)).isEqualTo(element);
		assertThat(info.identities()).hasSize(2);
		assertThat(info.features()).extracting(Feature::var).containsExactly("z", "a", "a");
		assertThat(info.featureNames()).containsExactly("z", "a");
	}

	@Test
	void builderTakesNothingTwice() {
		DiscoInfo info = DiscoInfo.builder()
			.identity(Identity.of("client", "bot", "first", "en"))
			.identity(Identity.of("client", "bot", "second", "en"))
			.identity(Identity.of("client", "bot", "third", "de"))
			.feature("a")
			.feature("a")
			.form(FORM)
			.form(FORM)
			.build();

		assertThat(info.identities()).extracting(Identity::name).containsExactly("first", "third");
		assertThat(info.features()).containsExactly(Feature.of("a"));
		assertThat(info.forms()).containsExactly(FORM);
	}

	@Test
	void tellsWhatIsInIt() {
		DiscoInfo info = DiscoInfo.builder().identity("pubsub", "pep", null).feature("a").form(FORM).build();

		assertThat(info.supports("a")).isTrue();
		assertThat(info.supports("b")).isFalse();
		assertThat(info.hasIdentity("pubsub", "pep")).isTrue();
		assertThat(info.hasIdentity("pubsub", "service")).isFalse();
		assertThat(info.hasIdentity("account", "pep")).isFalse();
		assertThat(info.form("urn:example:form")).isEqualTo(FORM);
		assertThat(info.form("urn:example:other")).isNull();
		assertThat(info.withNode("n").node()).isEqualTo("n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<feature/>", "<feature var=''/>" })
	void featureNeedsItsName(String feature) {
		assertMalformed(feature, "'var'", "feature");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<identity type='a'/>", "<identity type='a' category=''/>" })
	void identityNeedsItsCategory(String identity) {
		assertMalformed(identity, "'category'", "identity");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<identity category='a'/>", "<identity category='a' type=''/>" })
	void identityNeedsItsType(String identity) {
		assertMalformed(identity, "'type'", "identity");
	}

	private static void assertMalformed(String content, String attribute, String localName) {
		Element element = Element.parse("<query xmlns='" + NAMESPACE + "'>" + content + "</query>");

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> DiscoInfo.CODEC.read(element))
			.withMessageContaining(attribute)
			.satisfies((ex) -> assertThat(ex.getElement().getLocalPart()).isEqualTo(localName));
	}

	@Test
	void whatHasNoNameIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("", "bot", null));
		assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("client", "", null));
		assertThatIllegalArgumentException().isThrownBy(() -> Feature.of(""));
		assertThatIllegalArgumentException().isThrownBy(() -> DiscoInfo.builder().feature(""));
		assertThatIllegalArgumentException().isThrownBy(() -> DiscoInfo.builder().form(DataForm.cancel()));
	}

}
