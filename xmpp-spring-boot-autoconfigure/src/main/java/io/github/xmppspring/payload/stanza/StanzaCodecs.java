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

package io.github.xmppspring.payload.stanza;

import java.util.function.Function;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.xml.Element;

/**
 * Codecs for stanzas that are inside payloads (XEP-0297, 3). There they are in the
 * namespace {@code jabber:client}, whatever the stream.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StanzaCodecs {

	/**
	 * Reads and writes {@code <iq/>}.
	 */
	public static final PayloadCodec<Iq> IQ = new StanzaCodec<>("iq", Iq.class, Iq::from, Iq::toElement);

	/**
	 * Reads and writes {@code <message/>}.
	 */
	public static final PayloadCodec<Message> MESSAGE = new StanzaCodec<>("message", Message.class, Message::from,
			Message::toElement);

	/**
	 * Reads and writes {@code <presence/>}.
	 */
	public static final PayloadCodec<Presence> PRESENCE = new StanzaCodec<>("presence", Presence.class, Presence::from,
			Presence::toElement);

	private StanzaCodecs() {
	}

	private record StanzaCodec<T>(QName name, Class<T> type, Function<Element, T> reader,
			Function<T, Element> writer) implements PayloadCodec<T> {

		private StanzaCodec(String localName, Class<T> type, Function<Element, T> reader, Function<T, Element> writer) {
			this(new QName(Iq.DEFAULT_NAMESPACE, localName), type, reader, writer);
		}

		@Override
		public T read(Element element) {
			try {
				return this.reader.apply(element);
			}
			catch (MalformedStanzaException ex) {
				throw PayloadException.malformed(element, "breaks the rules of stanzas", ex);
			}
		}

		@Override
		public Element write(T value) {
			return this.writer.apply(value);
		}

	}

}
