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

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.xmppspring.CorpusCheck;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.FrameReader;
import io.github.xmppspring.xml.Infoset;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads and writes the example messages and presence of the XEPs. They keep all they came
 * with, so they are compared strictly, with all white space.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
class MessageCorpusTests {

	private static final String MESSAGES = "stanzas/message.jsonl";

	private static final String PRESENCE = "stanzas/presence.jsonl";

	private final FrameReader reader = new ElementReader(XmlLimits.DEFAULT)
		.framesIn(new NamespaceScope(Iq.DEFAULT_NAMESPACE, List.of()));

	@Test
	void readsAndWritesMessages() {
		CorpusCheck.of(MESSAGES, "Message, strict infoset")
			.where((record) -> !hasMalformedAddress(record))
			.run((record) -> {
				Element element = read(record);

				Message message = Message.from(element);

				assertThat(message.type()).isEqualTo(MessageType.ofValue(text(record, "type")));
				assertThat(message.id()).isEqualTo(text(record, "stanza_id"));
				assertThat(message.to()).isEqualTo(address(record, "to"));
				assertThat(message.from()).isEqualTo(address(record, "from"));
				String infoset = Infoset.strict(element);
				assertThat(Infoset.strict(message.toElement(element.namespace()))).isEqualTo(infoset);
				Element copy = message.mutate().id("x").id(message.id()).build().toElement(element.namespace());
				assertThat(Infoset.strict(copy)).isEqualTo(infoset);
			});
	}

	@Test
	void readsAndWritesPresence() {
		CorpusCheck.of(PRESENCE, "Presence, strict infoset")
			.where((record) -> !hasMalformedAddress(record))
			.run((record) -> {
				Element element = read(record);

				Presence presence = Presence.from(element);

				assertThat(presence.type()).isEqualTo(PresenceType.ofValue(text(record, "type")));
				assertThat(presence.id()).isEqualTo(text(record, "stanza_id"));
				assertThat(presence.to()).isEqualTo(address(record, "to"));
				assertThat(presence.from()).isEqualTo(address(record, "from"));
				String infoset = Infoset.strict(element);
				assertThat(Infoset.strict(presence.toElement(element.namespace()))).isEqualTo(infoset);
				Element copy = presence.mutate().id("x").id(presence.id()).build().toElement(element.namespace());
				assertThat(Infoset.strict(copy)).isEqualTo(infoset);
			});
	}

	@Test
	void refusesMessagesWithMalformedAddress() {
		CorpusCheck.of(MESSAGES, "Message, refused")
			.where(MessageCorpusTests::hasMalformedAddress)
			.run((record) -> assertThatExceptionOfType(MalformedStanzaException.class)
				.isThrownBy(() -> Message.from(read(record)))
				.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.JID_MALFORMED)));
	}

	private Element read(JsonNode record) {
		return read(record.get("xml").asString());
	}

	private Element read(String xml) {
		byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
		return this.reader.read(bytes, 0, bytes.length);
	}

	private static boolean hasMalformedAddress(JsonNode record) {
		try {
			address(record, "to");
			address(record, "from");
			return false;
		}
		catch (JidFormatException ex) {
			return true;
		}
	}

	private static @Nullable Jid address(JsonNode record, String field) {
		String address = text(record, field);
		return (address != null) ? Jid.of(address) : null;
	}

	private static @Nullable String text(JsonNode record, String field) {
		return record.get(field).asStringOpt().orElse(null);
	}

}
