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

package io.github.xmppspring.stanza;

import java.util.Locale;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Message}.
 *
 * @author XMPP for Spring Boot contributors
 */
class MessageTests {

	private static final Jid JULIET = Jid.of("juliet@example.com/balcony");

	private static final Jid ROMEO = Jid.of("romeo@example.net/orchard");

	private static final String FULL = """
			<message xmlns="jabber:client" type="chat" id="m1" to="juliet@example.com/balcony"
			 from="romeo@example.net/orchard" xml:lang="en" xmlns:o="urn:other" o:kept="yes">
			  <subject>I implore you!</subject>
			  <subject xml:lang="cs">Úpěnlivě prosím!</subject>
			  <body>Wherefore art thou, Romeo?</body>
			  <body xml:lang="cs">Proč jsi ty, Romeo?</body>
			  <thread parent="7edac73ab41e45c4aafa7b2d7b749080">e0ffe42b28561960c6b12b944a092794</thread>
			  <request xmlns="urn:xmpp:receipts"/>
			</message>""";

	@Test
	void everythingIsRead() {
		Message message = Message.from(Element.parse(FULL));

		assertThat(message.type()).isEqualTo(MessageType.CHAT);
		assertThat(message.id()).isEqualTo("m1");
		assertThat(message.to()).isEqualTo(JULIET);
		assertThat(message.from()).isEqualTo(ROMEO);
		assertThat(message.language()).isEqualTo("en");
		assertThat(message.subject().text()).isEqualTo("I implore you!");
		assertThat(message.subject().byLanguage()).containsOnlyKeys("", "cs");
		assertThat(message.body().text(Locale.forLanguageTag("cs"))).isEqualTo("Proč jsi ty, Romeo?");
		assertThat(message.body().text(Locale.ENGLISH)).isEqualTo("Wherefore art thou, Romeo?");
		assertThat(message.thread())
			.isEqualTo(new MessageThread("e0ffe42b28561960c6b12b944a092794", "7edac73ab41e45c4aafa7b2d7b749080"));
		assertThat(message.extensions()).containsExactly(Element.of("urn:xmpp:receipts", "request"));
		assertThat(message.extension("urn:xmpp:receipts", "request")).isNotNull();
		assertThat(message.error()).isNull();
	}

	@Test
	@DisplayName("P8 What a message holds beyond the schema is written again")
	void everythingIsWrittenAgain() {
		Element element = Element.parse(FULL);

		Message message = Message.from(element);

		assertThat(message.toElement()).isEqualTo(element);
		assertThat(message.mutate().build()).isEqualTo(message);
		assertThat(Element.parse(message.toString())).isEqualTo(element);
	}

	@Test
	void whatIsChangedLeavesTheRestAsItWas() {
		Message message = Message.from(Element.parse(FULL));

		Message changed = message.mutate().body("Deny thy father").build();

		assertThat(changed.body().byLanguage()).containsExactly(Map.entry("", "Deny thy father"));
		assertThat(changed.toElement().attribute("urn:other", "kept")).isEqualTo("yes");
		assertThat(changed.toElement().children()).extracting(Element::localName)
			.containsExactly("subject", "subject", "body", "thread", "request");
		assertThat(message.body().byLanguage()).hasSize(2);
	}

	@Test
	void childrenAreWrittenInTheOrderOfTheSchema() {
		Message message = Message.chat(JULIET)
			.extension(Element.of("urn:x", "x"))
			.thread(MessageThread.of("t"))
			.body(LocalizedText.of("Hello").with("de", "Hallo"))
			.subject("Greeting")
			.id("m1")
			.build();

		assertThat(message.toElement()).isEqualTo(Element.parse("""
				<message xmlns="jabber:client" type="chat" to="juliet@example.com/balcony" id="m1">\
				<subject>Greeting</subject><body>Hello</body><body xml:lang="de">Hallo</body><thread>t</thread>\
				<x xmlns="urn:x"/></message>"""));
	}

	@ParameterizedTest
	@EnumSource
	void everyTypeSurvives(MessageType type) {
		Message.Builder builder = Message.builder(type);
		if (type == MessageType.ERROR) {
			builder.error(StanzaError.of(StanzaErrorCondition.GONE));
		}

		assertThat(Message.from(builder.build().toElement()).type()).isEqualTo(type);
	}

	@Test
	void unknownTypeCountsAsNormalAndIsKept() {
		Element element = Element.parse("<message xmlns='jabber:client' type='whisper'/>");

		assertThat(Message.from(element).type()).isEqualTo(MessageType.NORMAL);
		assertThat(Message.from(element).toElement()).isEqualTo(element);
		assertThat(Message.from(Element.parse("<message xmlns='jabber:client'/>")).type())
			.isEqualTo(MessageType.NORMAL);
	}

	@Test
	void firstOfSeveralTextsInOneLanguageCounts() {
		Message message = Message
			.from(Element.parse("<message xmlns='jabber:client'><body>a</body><body>b</body></message>"));

		assertThat(message.body().text()).isEqualTo("a");
		assertThat(message.toElement().children()).hasSize(2);
	}

	@Test
	void childOfAnotherNamespaceIsNoBody() {
		Message message = Message
			.from(Element.parse("<message xmlns='jabber:client'><body xmlns='urn:x'>a</body></message>"));

		assertThat(message.body().isEmpty()).isTrue();
		assertThat(message.extensions()).hasSize(1);
	}

	@Test
	void contentNamespaceOfComponentIsNoPartOfTheValue() {
		Element element = Element.parse("""
				<message xmlns='jabber:component:accept' to='a@b.example' from='c@d.example'><body>x</body>\
				<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'/></forwarded></message>""");

		Message message = Message.from(element);

		assertThat(message.body().text()).isEqualTo("x");
		assertThat(message.toElement().namespace()).isEqualTo("jabber:client");
		assertThat(message.toElement("jabber:component:accept")).isEqualTo(element);
	}

	@ParameterizedTest
	@ValueSource(strings = { "to", "from" })
	void malformedAddressIsRefused(String attribute) {
		Element element = Element.parse("<message xmlns='jabber:client' %s='@'/>".formatted(attribute));

		assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> Message.from(element))
			.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.JID_MALFORMED))
			.satisfies((ex) -> assertThat(ex.isResponse()).isFalse());
	}

	@Test
	void anotherStanzaIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Message.from(Element.of(Iq.DEFAULT_NAMESPACE, "presence")));
	}

	@Test
	void errorOfMessageIsRead() {
		Message message = Message.from(Element.parse("""
				<message xmlns='jabber:client' type='error'><body>x</body><error type='wait'>\
				<recipient-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>"""));

		assertThat(message.error()).isEqualTo(StanzaError.of(StanzaErrorCondition.RECIPIENT_UNAVAILABLE));
		assertThat(message.extensions()).isEmpty();
	}

	@Test
	@DisplayName("R9 The type decides whether a message is an error")
	void typeDecidesWhetherItIsAnError() {
		Message message = Message.from(Element.parse("<message xmlns='jabber:client'><error type='wait'/></message>"));

		assertThat(message.error()).isNull();
		assertThat(message.extensions()).hasSize(1);
	}

	@Test
	@DisplayName("R12 A message of type error without an error is taken as it is")
	void errorWithoutErrorIsTaken() {
		Message message = Message.from(Element.parse("<message xmlns='jabber:client' type='error'/>"));

		assertThat(message.error()).isNull();
		assertThat(message.withTo(JULIET).to()).isEqualTo(JULIET);
	}

	@Test
	void replyGoesBackInTheSameConversation() {
		Message reply = Message.from(Element.parse(FULL)).reply().body("Here").build();

		assertThat(reply.to()).isEqualTo(ROMEO);
		assertThat(reply.from()).isEqualTo(JULIET);
		assertThat(reply.id()).isNull();
		assertThat(reply.type()).isEqualTo(MessageType.CHAT);
		assertThat(reply.thread()).isEqualTo(Message.from(Element.parse(FULL)).thread());
	}

	@Test
	void replyInARoomGoesToTheRoom() {
		Message message = Message.from(Element.parse("""
				<message xmlns='jabber:client' type='groupchat' from='room@muc.example.net/romeo'>\
				<body>?</body></message>"""));

		Message reply = message.reply().body("Here").build();

		assertThat(reply.to()).isEqualTo(Jid.of("room@muc.example.net"));
		assertThat(reply.type()).isEqualTo(MessageType.GROUPCHAT);
	}

	@Test
	void errorGoesBackWithTheId() {
		Message error = Message.from(Element.parse(FULL)).error(StanzaErrorCondition.SERVICE_UNAVAILABLE);

		assertThat(error.toElement()).isEqualTo(Element.parse("""
				<message xmlns="jabber:client" id="m1" type="error" to="romeo@example.net/orchard"\
				 from="juliet@example.com/balcony"><error type="cancel">\
				<service-unavailable xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></message>"""));
	}

	@Test
	void errorIsNotAnswered() {
		Message error = Message.from(Element.parse("<message xmlns='jabber:client' type='error' from='a@b.example'/>"));

		assertThatIllegalStateException().isThrownBy(error::reply);
		assertThatIllegalStateException().isThrownBy(() -> error.error(StanzaErrorCondition.GONE));
	}

	@Test
	void illegalShapeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Message.builder(MessageType.ERROR).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Message.builder().error(StanzaError.of(StanzaErrorCondition.GONE)).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Message.builder().extension(Element.of("jabber:client", "body")));
		assertThatIllegalArgumentException().isThrownBy(() -> Message.builder().to("@"));
	}

	@Test
	@DisplayName("A14 Setting nothing removes")
	void nothingRemoves() {
		Message message = Message.from(Element.parse(FULL))
			.mutate()
			.id(null)
			.to((Jid) null)
			.from((Jid) null)
			.language(null)
			.subject((String) null)
			.body((String) null)
			.thread(null)
			.type(MessageType.NORMAL)
			.build();

		assertThat(message.toElement().attributes()).singleElement()
			.satisfies((attribute) -> assertThat(attribute.localName()).isEqualTo("kept"));
		assertThat(message.toElement().children()).containsExactly(Element.of("urn:xmpp:receipts", "request"));
	}

}
