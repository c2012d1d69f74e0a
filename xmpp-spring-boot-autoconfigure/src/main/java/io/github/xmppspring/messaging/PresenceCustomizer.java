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

import io.github.xmppspring.stanza.Presence;

/**
 * Changes the available presence that the application broadcasts, before it is sent: the
 * one of {@code xmpp.presence.initial} as well as any that it sends to nobody in
 * particular. Beans of this type are applied in order.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface PresenceCustomizer {

	/**
	 * Changes the presence.
	 * @param presence available presence without an addressed entity
	 * @return the presence to send
	 */
	Presence customize(Presence presence);

}
