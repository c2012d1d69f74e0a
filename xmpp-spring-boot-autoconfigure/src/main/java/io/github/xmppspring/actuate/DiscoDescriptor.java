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

package io.github.xmppspring.actuate;

import java.util.List;

import io.github.xmppspring.payload.disco.DiscoInfo;
import org.jspecify.annotations.Nullable;

/**
 * What this entity says of itself to those who ask (XEP-0030).
 *
 * @param identities what it is
 * @param features what it understands
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record DiscoDescriptor(List<IdentityDescriptor> identities, List<String> features) {

	static DiscoDescriptor of(DiscoInfo info) {
		return new DiscoDescriptor(info.identities()
			.stream()
			.map((identity) -> new IdentityDescriptor(identity.category(), identity.type(), identity.name()))
			.toList(), List.copyOf(info.featureNames()));
	}

	/**
	 * What an entity is.
	 *
	 * @param category such as <code>client</code>
	 * @param type such as <code>bot</code>
	 * @param name its name for people
	 */
	public record IdentityDescriptor(String category, String type, @Nullable String name) {

	}

}
