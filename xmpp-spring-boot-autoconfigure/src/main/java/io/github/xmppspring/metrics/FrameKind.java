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

package io.github.xmppspring.metrics;

import java.util.Locale;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;

/**
 * The kinds of what passes a stream.
 *
 * @author XMPP for Spring Boot contributors
 */
enum FrameKind {

	/**
	 * A request or a response.
	 */
	IQ,

	/**
	 * A message.
	 */
	MESSAGE,

	/**
	 * A presence.
	 */
	PRESENCE,

	/**
	 * Headers, features, logins, errors: all that is no stanza.
	 */
	STREAM;

	private final String value = name().toLowerCase(Locale.ROOT);

	String value() {
		return this.value;
	}

	static FrameKind of(Object value) {
		if (!(value instanceof Element element) || !isContent(element.namespace())) {
			return STREAM;
		}
		return switch (element.localName()) {
			case "iq" -> IQ;
			case "message" -> MESSAGE;
			case "presence" -> PRESENCE;
			default -> STREAM;
		};
	}

	private static boolean isContent(String namespace) {
		return namespace.equals(Namespaces.CLIENT) || namespace.equals(Namespaces.COMPONENT_ACCEPT);
	}

}
