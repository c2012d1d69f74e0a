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

package io.github.xmppspring.disco;

import io.github.xmppspring.messaging.PresenceCustomizer;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.stanza.Presence;

import org.springframework.util.Assert;

/**
 * Announces in presence what this entity is and what it understands (XEP-0115). Presence
 * in which the application announces something itself stays as it is.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class CapabilitiesPresenceCustomizer implements PresenceCustomizer {

	private final OwnEntity entity;

	/**
	 * Creates the customizer.
	 * @param entity knows what to announce
	 */
	public CapabilitiesPresenceCustomizer(OwnEntity entity) {
		Assert.notNull(entity, "'entity' must not be null");
		this.entity = entity;
	}

	@Override
	public Presence customize(Presence presence) {
		EntityCapabilities capabilities = this.entity.capabilities();
		if (capabilities == null
				|| presence.extension(EntityCapabilities.NAMESPACE, EntityCapabilities.NAME.getLocalPart()) != null) {
			return presence;
		}
		return presence.mutate().extension(EntityCapabilities.CODEC.write(capabilities)).build();
	}

}
