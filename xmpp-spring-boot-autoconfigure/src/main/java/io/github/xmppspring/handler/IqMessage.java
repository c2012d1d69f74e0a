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

import java.util.HashMap;
import java.util.Map;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.util.Assert;

/**
 * A request as Spring Messaging sees it. Made for each request, so the headers are only
 * made for those who ask, and have neither UUID nor timestamp.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqMessage implements Message<Element> {

	private final Iq request;

	private final Element payload;

	private @Nullable MessageHeaders headers;

	IqMessage(Iq request) {
		Element payload = request.payload();
		Assert.notNull(payload, "A request must have a payload");
		this.request = request;
		this.payload = payload;
	}

	Iq request() {
		return this.request;
	}

	@Override
	public Element getPayload() {
		return this.payload;
	}

	@Override
	public MessageHeaders getHeaders() {
		MessageHeaders headers = this.headers;
		if (headers == null) {
			headers = new IqMessageHeaders(this.request);
			this.headers = headers;
		}
		return headers;
	}

	// Goes into messages of exceptions, and so into logs
	@Override
	public String toString() {
		return "IQ request of type " + this.request.type();
	}

	private static final class IqMessageHeaders extends MessageHeaders {

		private static final long serialVersionUID = 1L;

		IqMessageHeaders(Iq request) {
			super(headers(request), ID_VALUE_NONE, -1L);
		}

		private static Map<String, Object> headers(Iq request) {
			Map<String, Object> headers = new HashMap<>(8);
			headers.put(XmppHeaders.TYPE, request.type());
			put(headers, XmppHeaders.ID, request.id());
			put(headers, XmppHeaders.FROM, request.from());
			put(headers, XmppHeaders.TO, request.to());
			put(headers, XmppHeaders.LANGUAGE, request.language());
			return headers;
		}

		private static void put(Map<String, Object> headers, String name, @Nullable Object value) {
			if (value != null) {
				headers.put(name, value);
			}
		}

	}

}
