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

package io.github.xmppspring.payload;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.XmppException;

/**
 * Two codecs are declared for the same payloads, and nothing says which is to be used.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class DuplicatePayloadCodecException extends XmppException {

	private final String payload;

	private final String first;

	private final String second;

	private DuplicatePayloadCodecException(String payload, PayloadCodec<?> first, PayloadCodec<?> second) {
		super("There are two codecs for %s: %s and %s".formatted(payload, describe(first), describe(second)), null);
		this.payload = payload;
		this.first = describe(first);
		this.second = describe(second);
	}

	static DuplicatePayloadCodecException ofType(PayloadCodec<?> first, PayloadCodec<?> second) {
		return new DuplicatePayloadCodecException("payloads of type " + first.type().getName(), first, second);
	}

	static DuplicatePayloadCodecException ofName(QName name, PayloadCodec<?> first, PayloadCodec<?> second) {
		return new DuplicatePayloadCodecException("payloads of the name " + name, first, second);
	}

	private static String describe(PayloadCodec<?> codec) {
		return "%s for %s".formatted(codec.getClass().getName(), codec.type().getName());
	}

	/**
	 * What both codecs are for.
	 * @return a type or a name, for people
	 */
	public String getPayload() {
		return this.payload;
	}

	/**
	 * One of the codecs.
	 * @return its class and the type of its payloads, for people
	 */
	public String getFirst() {
		return this.first;
	}

	/**
	 * The other codec.
	 * @return its class and the type of its payloads, for people
	 */
	public String getSecond() {
		return this.second;
	}

}
