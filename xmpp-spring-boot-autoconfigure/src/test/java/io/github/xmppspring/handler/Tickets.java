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

package io.github.xmppspring.handler;

import java.util.List;
import java.util.function.Function;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import jakarta.validation.constraints.NotBlank;

/**
 * A support desk: the payloads of the tests.
 */
final class Tickets {

	static final String NAMESPACE = "urn:example:tickets";

	static final Jid JULIET = Jid.of("juliet@example.org/balcony");

	static final Jid DESK = Jid.of("desk@example.org/bot");

	private Tickets() {
	}

	static PayloadCodecs codecs() {
		return new PayloadCodecs(
				List.of(new TextCodec<>("open", Open.class, Open::new, Open::subject),
						new TextCodec<>("ticket", Ticket.class, Ticket::new, Ticket::id),
						new TextCodec<>("close", Close.class, (text) -> new Close(Integer.parseInt(text)), Close::id)),
				List.of(new RecordPayloadCodecProvider()));
	}

	static Iq open(String subject) {
		return request(Iq.set(element("open", subject)));
	}

	static Iq get(String name) {
		return request(Iq.get(element(name, "")));
	}

	static Iq set(String name) {
		return request(Iq.set(element(name, "")));
	}

	static Iq request(Iq.Builder builder) {
		return builder.id("r1").from(JULIET).to(DESK).build();
	}

	static Element element(String name, String text) {
		return Element.builder(NAMESPACE, name).text(text).build();
	}

	record Open(@NotBlank String subject) {

	}

	record Ticket(String id) {

	}

	record Close(int id) {

	}

	record TextCodec<T>(String localName, Class<T> type, Function<String, T> reader,
			Function<T, Object> writer) implements PayloadCodec<T> {

		@Override
		public QName name() {
			return new QName(NAMESPACE, this.localName);
		}

		@Override
		public T read(Element element) {
			return this.reader.apply(element.text());
		}

		@Override
		public Element write(T value) {
			return element(this.localName, this.writer.apply(value).toString());
		}

	}

}
