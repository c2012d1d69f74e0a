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

package io.github.xmppspring.wire;

import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StandardWireRedaction}. What must not be seen is called
 * {@code hidden}, what must be seen {@code shown}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StandardWireRedactionTests {

	private final StandardWireRedaction rule = new StandardWireRedaction(false, false);

	@ParameterizedTest
	@ValueSource(strings = { "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='shown'>hidden</auth>",
			"<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>hidden</challenge>",
			"<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>hidden</response>",
			"<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>hidden</success>",
			"<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><shown/><text xml:lang='shown'>hidden</text></failure>",
			"<authenticate xmlns='urn:xmpp:sasl:2' mechanism='shown'><initial-response>hidden</initial-response>"
					+ "<user-agent id='hidden'><device>hidden</device></user-agent></authenticate>",
			"<success xmlns='urn:xmpp:sasl:2'><shown/><additional-data>hidden</additional-data>"
					+ "<token xmlns='urn:xmpp:fast:0' token='hidden'/></success>",
			"<next xmlns='urn:xmpp:sasl:2' task='shown'><shown xmlns='urn:xmpp:scram-upgrade:0'>hidden</shown></next>",
			"<handshake xmlns='jabber:component:accept'>hidden</handshake>",
			"<token xmlns='urn:xmpp:fast:0' token='hidden' expiry='hidden'/>" })
	void logins(String xml) {
		assertHidden(xml);
	}

	@Test
	void offeredMechanismsAreShown() {
		Element features = Element.parse("<features xmlns='http://etherx.jabber.org/streams'>"
				+ "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>"
				+ "<authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-1</mechanism></authentication>"
				+ "</features>");

		assertThat(this.rule.redact(features)).isSameAs(features);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<iq type='shown'><query xmlns='jabber:iq:register'><username>hidden</username>"
					+ "<password>hidden</password><email>hidden</email></query></iq>",
			"<iq><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>"
					+ "<field var='shown'><value>hidden</value></field></x></query></iq>",
			"<iq><query xmlns='jabber:iq:auth'><username>hidden</username><digest>hidden</digest></query></iq>",
			"<iq><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'>"
					+ "<conference jid='hidden'>hidden</conference></storage></query></iq>",
			"<iq><query xmlns='jabber:iq:search'><item><nick>hidden</nick></item></query></iq>" })
	void registrationAndStorage(String xml) {
		assertHidden(xml);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<iq><vCard xmlns='vcard-temp'><FN>hidden</FN><PHOTO>\n<TYPE>hidden</TYPE><BINVAL>hidden</BINVAL>\n</PHOTO></vCard></iq>",
			"<message><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='shown'><item id='shown'>"
					+ "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>hidden</text></fn></vcard>"
					+ "</item></items></event></message>",
			"<item><data xmlns='urn:xmpp:avatar:data'>hidden</data></item>",
			"<item><geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>hidden</lat></geoloc></item>",
			"<item><mood xmlns='http://jabber.org/protocol/mood'><shown/><text>hidden</text></mood></item>",
			"<item><activity xmlns='http://jabber.org/protocol/activity'><shown/><text>hidden</text></activity></item>",
			"<item><tune xmlns='http://jabber.org/protocol/tune'><title>hidden</title></tune></item>",
			"<item><storage xmlns='storage:bookmarks'><conference name='hidden' jid='hidden'/></storage></item>",
			"<item id='shown'><conference xmlns='urn:xmpp:bookmarks:1' name='hidden'><nick>hidden</nick></conference></item>" })
	void people(String xml) {
		assertHidden(xml);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<iq><slot xmlns='urn:xmpp:http:upload:0'><put url='hidden'><header name='hidden'>hidden</header></put>"
					+ "<get url='hidden'/></slot></iq>",
			"<iq><data xmlns='http://jabber.org/protocol/ibb' seq='shown'>hidden</data></iq>",
			"<iq><data xmlns='urn:xmpp:bob' cid='shown'>hidden</data></iq>" })
	void data(String xml) {
		assertHidden(xml);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<presence><x xmlns='http://jabber.org/protocol/muc'><password>hidden</password></x></presence>",
			"<iq><service xmlns='urn:xmpp:extdisco:2' host='shown' password='hidden'/></iq>",
			"<iq><headers xmlns='http://jabber.org/protocol/shim'><header name='Authorization'>hidden</header>"
					+ "<header name='Accept'>shown</header></headers></iq>",
			"<iq><login xmlns='urn:example' accessToken='hidden' name='shown'/></iq>",
			"<iq><login xmlns='urn:example'><Client-Secret>hi<b>hidden</b>dden</Client-Secret>shown</login></iq>" })
	void whatIsCalledSecret(String xml) {
		assertHidden(xml);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<message type='shown'><subject>hidden</subject><body>hidden</body></message>",
			"<message><body>hidden</body><html xmlns='http://jabber.org/protocol/xhtml-im'>"
					+ "<body xmlns='http://www.w3.org/1999/xhtml'><p class='hidden'>hidden</p></body></html></message>",
			"<message><x xmlns='jabber:x:oob'><url>hidden</url></x></message>",
			"<message><rtt xmlns='urn:xmpp:rtt:0'><t>hidden</t></rtt></message>",
			"<message><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
					+ "<message xmlns='jabber:client'><body>hidden</body></message></forwarded></received></message>",
			"<presence><show>shown</show><status>hidden</status></presence>" })
	void whatPeopleWriteUnlessAskedFor(String xml) {
		assertHidden(stanza(xml));
		assertShown(new StandardWireRedaction(true, false), stanza(xml));
	}

	@Test
	void bodiesOfComponentsAreHiddenToo() {
		assertHidden("<message xmlns='jabber:component:accept'><body>hidden</body></message>");
	}

	@Test
	void formsUnlessAskedFor() {
		String form = "<iq><x xmlns='jabber:x:data' type='shown'><field var='FORM_TYPE' type='hidden'>"
				+ "<value>shown</value></field><field var='shown'><value>hid\nden</value></field></x></iq>";

		assertThat(this.rule.redact(Element.parse(form)).toString()).doesNotContain("den<").contains(">shown<");
		assertShown(new StandardWireRedaction(false, true), form);
	}

	@ParameterizedTest
	@ValueSource(strings = { "var='pin' type='text-private'", "var='muc#roomconfig_roomsecret'", "var='Password'" })
	void secretsInForms(String attributes) {
		String form = "<x xmlns='jabber:x:data'><field " + attributes + "><value>hidden</value></field></x>";

		assertThat(new StandardWireRedaction(true, true).redact(Element.parse(form)).toString())
			.doesNotContain(">hidden<");
	}

	@Test
	void restIsShownAsItIs() {
		Element element = Element.parse("<iq xmlns='jabber:client' id='a' to='b@example.org' xml:lang='en'>"
				+ "<query xmlns='jabber:iq:roster'><item jid='c@example.org'> <group>d</group></item></query></iq>");

		assertThat(this.rule.redact(element)).isSameAs(element);
	}

	@Test
	void nothingElseIsLost() {
		Element element = Element.parse("<iq xmlns='jabber:client' id='a'><p:a xmlns:p='urn:p' xmlns:q='urn:q' q:b='c'>"
				+ "q:d<password>e</password> f</p:a></iq>");

		assertThat(this.rule.redact(element)).hasToString("<iq xmlns=\"jabber:client\" id=\"a\">"
				+ "<p:a xmlns:p=\"urn:p\" xmlns:q=\"urn:q\" q:b=\"c\">q:d<password>***</password> f</p:a></iq>");
	}

	@Test
	void textThatIsNotThereIsNotHidden() {
		assertThat(this.rule.redact(Element.parse("<a><password/></a>"))).hasToString("<a><password/></a>");
	}

	private void assertHidden(String xml) {
		String redacted = this.rule.redact(Element.parse(xml)).toString();

		assertThat(redacted).contains(WireRedaction.HIDDEN).doesNotContain("hidden");
		assertThat(redacted.split("shown", -1)).as(redacted).hasSameSizeAs(xml.split("shown", -1));
	}

	private static void assertShown(StandardWireRedaction rule, String xml) {
		Element element = Element.parse(xml);

		assertThat(rule.redact(element)).isSameAs(element);
	}

	private static String stanza(String xml) {
		return xml.replaceFirst("[ >]", " xmlns='jabber:client'$0");
	}

}
