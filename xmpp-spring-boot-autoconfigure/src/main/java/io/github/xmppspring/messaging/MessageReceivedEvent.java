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

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * A message has come, of any type: errors as well. Events are published one after the
 * other in the order of arrival.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class MessageReceivedEvent extends StanzaReceivedEvent {

	private final transient Message message;

	/**
	 * Creates the event.
	 * @param source where the message came from, usually the connection
	 * @param message the message
	 * @param payloads the known payloads, by which extensions are read
	 */
	public MessageReceivedEvent(Object source, Message message, PayloadCodecs payloads) {
		super(source, payloads);
		Assert.notNull(message, "'message' must not be null");
		this.message = message;
	}

	public Message getMessage() {
		return this.message;
	}

	@Override
	public List<Element> getExtensions() {
		return this.message.extensions();
	}

}
