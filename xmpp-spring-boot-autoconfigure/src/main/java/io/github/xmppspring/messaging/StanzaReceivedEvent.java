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

package io.github.xmppspring.messaging;

import java.util.List;
import java.util.Optional;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.xml.Element;

import org.springframework.context.ApplicationEvent;
import org.springframework.util.Assert;

/**
 * A stanza without a response has come.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public abstract sealed class StanzaReceivedEvent extends ApplicationEvent
		permits MessageReceivedEvent, PresenceReceivedEvent {

	private final transient PayloadCodecs payloads;

	StanzaReceivedEvent(Object source, PayloadCodecs payloads) {
		super(source);
		Assert.notNull(payloads, "'payloads' must not be null");
		this.payloads = payloads;
	}

	/**
	 * What the stanza holds beyond RFC 6121.
	 * @return the child elements in document order
	 */
	public abstract List<Element> getExtensions();

	/**
	 * An extension as an object.
	 * @param type the type, which must have a codec
	 * @param <T> the type
	 * @return the first extension of the name that goes with the type, or empty if there
	 * is none
	 * @throws io.github.xmppspring.payload.PayloadException if the type has no codec, or
	 * the extension cannot be read as this type
	 */
	public <T> Optional<T> getExtension(Class<T> type) {
		return this.payloads.first(getExtensions(), type);
	}

}
