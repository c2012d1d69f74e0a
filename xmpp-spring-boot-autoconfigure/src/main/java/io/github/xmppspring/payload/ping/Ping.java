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

package io.github.xmppspring.payload.ping;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.xml.Element;

/**
 * A ping (XEP-0199). Sent with get; the result is empty.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Ping() {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName("urn:xmpp:ping", "ping");

	/**
	 * Reads and writes pings.
	 */
	public static final PayloadCodec<Ping> CODEC = new Codec();

	private static final class Codec implements PayloadCodec<Ping> {

		private static final Element ELEMENT = Element.builder(NAME).build();

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<Ping> type() {
			return Ping.class;
		}

		@Override
		public Ping read(Element element) {
			return new Ping();
		}

		@Override
		public Element write(Ping value) {
			return ELEMENT;
		}

	}

}
