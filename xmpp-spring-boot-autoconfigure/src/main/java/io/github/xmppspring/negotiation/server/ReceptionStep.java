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

package io.github.xmppspring.negotiation.server;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * One step of one stream that a client opened. Called on the event loop only.
 *
 * @author XMPP for Spring Boot contributors
 */
interface ReceptionStep {

	/**
	 * What offers this step among the features of the stream.
	 * @return the element, or {@code null} if this is not the time for it
	 */
	@Nullable Element offer();

	/**
	 * Whether an element belongs to this step at this time.
	 * @param element what the client sent
	 * @return whether {@link #receive} may be called
	 */
	boolean takes(Element element);

	/**
	 * Take the next element. Any exception fails the stream.
	 * @param element what the client sent
	 */
	void receive(Element element);

	/**
	 * Whether the step has begun and not ended, so that nothing else may happen.
	 * @return whether only this step takes elements
	 */
	default boolean isRunning() {
		return false;
	}

}
