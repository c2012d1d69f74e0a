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

package io.github.xmppspring.testserver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Service discovery (XEP-0030) and entity capabilities (XEP-0115) as slixmpp does them.
 * Information is an object with node, identities, features and forms, the values of a
 * form by field.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class SlixmppDisco {

	private final SlixmppPeer peer;

	SlixmppDisco(SlixmppPeer peer) {
		this.peer = peer;
	}

	/**
	 * What an entity says of itself.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @return the information
	 */
	@SuppressWarnings("unchecked")
	public Map<String, Object> info(String jid, @Nullable String node) {
		return (Map<String, Object>) call("info", question(jid, node));
	}

	/**
	 * What belongs to an entity.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @return jid, node and name of each item
	 */
	@SuppressWarnings("unchecked")
	public List<Map<String, Object>> items(String jid, @Nullable String node) {
		return (List<Map<String, Object>>) call("items", question(jid, node));
	}

	private static Map<String, Object> question(String jid, @Nullable String node) {
		return (node != null) ? Map.of("jid", jid, "node", node) : Map.of("jid", jid);
	}

	/**
	 * Whether an entity understands something.
	 * @param jid the entity
	 * @param feature the feature
	 * @return whether it does
	 */
	public boolean supports(String jid, String feature) {
		return Boolean.TRUE.equals(call("supports", Map.of("jid", jid, "feature", feature)));
	}

	/**
	 * Adds to what slixmpp says of itself.
	 * @param node the node, or {@code null} for the client itself
	 * @param description lists of identities (category, type, name and language of each),
	 * features and items (jid, name and node of each), and the values of a form by field
	 */
	public void describe(@Nullable String node, Map<String, Object> description) {
		Map<String, Object> arguments = new HashMap<>(
				Map.of("identities", List.of(), "features", List.of(), "form", Map.of(), "items", List.of()));
		arguments.putAll(description);
		if (node != null) {
			arguments.put("node", node);
		}
		this.peer.call("disco.describe", arguments);
	}

	/**
	 * Broadcasts presence with the capabilities of slixmpp.
	 * @return their node and ver
	 */
	@SuppressWarnings("unchecked")
	public Map<String, Object> announce() {
		return (Map<String, Object>) call("announce", Map.of());
	}

	/**
	 * What an entity announced and slixmpp has verified.
	 * @param jid the entity
	 * @return the information and ver, or {@code null} as long as there is none
	 */
	@SuppressWarnings("unchecked")
	public @Nullable Map<String, Object> announced(String jid) {
		return (Map<String, Object>) this.peer.call("disco.announced", Map.of("jid", jid));
	}

	/**
	 * The requests for information that slixmpp has got.
	 * @return the node of each, empty for none
	 */
	@SuppressWarnings("unchecked")
	public List<String> asked() {
		return (List<String>) call("asked", Map.of());
	}

	private Object call(String method, Map<String, ?> arguments) {
		return Objects.requireNonNull(this.peer.call("disco." + method, arguments));
	}

}
