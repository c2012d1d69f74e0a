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

package io.github.xmppspring.negotiation;

import io.github.xmppspring.xml.Element;

/**
 * One step of the negotiation of one stream. Ends with exactly one call of
 * {@link StreamContext#finished()} or {@link StreamContext#fail(Throwable)}. Called on
 * the event loop only, where nothing may block.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface Negotiation {

	/**
	 * Begins, mostly by sending an element.
	 */
	void start();

	/**
	 * Takes the next first-level child of the stream. Stream errors never get here. Any
	 * exception fails the negotiation of the stream.
	 * @param element what the server sent
	 */
	void receive(Element element);

}
