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
 * Publish-subscribe (XEP-0060) at a node as slixmpp does it. Items are objects with id,
 * tag (the name of the payload as {@code {namespace}name}) and text.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class SlixmppPubSub {

	private final SlixmppPeer peer;

	private final String service;

	private final String node;

	SlixmppPubSub(SlixmppPeer peer, String service, String node) {
		this.peer = peer;
		this.service = service;
		this.node = node;
	}

	/**
	 * Sends presence, as services may tell only those who are there.
	 */
	public void present() {
		this.peer.call("pubsub.present", Map.of());
	}

	/**
	 * Creates the node.
	 * @param configuration the values of its configuration by field
	 */
	public void create(Map<String, String> configuration) {
		callAtNode("create", Map.of("config", configuration));
	}

	/**
	 * Deletes the node.
	 */
	public void delete() {
		callAtNode("delete", Map.of());
	}

	/**
	 * Publishes an item.
	 * @param id its id
	 * @param payload its payload as XML
	 * @return the id as the service has it
	 */
	public String publish(String id, String payload) {
		return String.valueOf(callAtNode("publish", Map.of("id", id, "payload", payload)));
	}

	/**
	 * Retracts an item; subscribers are told.
	 * @param id its id
	 */
	public void retract(String id) {
		callAtNode("retract", Map.of("id", id));
	}

	/**
	 * The items of the node.
	 * @return each item
	 */
	public List<Map<String, Object>> items() {
		return list(callAtNode("items", Map.of()));
	}

	/**
	 * Subscribes the account to the node.
	 * @return node, jid and state of the subscription
	 */
	public Map<String, Object> subscribe() {
		return map(callAtNode("subscribe", Map.of()));
	}

	/**
	 * The subscriptions of the account at the service.
	 * @return node, jid and state of each
	 */
	public List<Map<String, Object>> subscriptions() {
		return list(this.peer.call("pubsub.subscriptions", Map.of("service", this.service)));
	}

	/**
	 * The affiliations of the account at the service.
	 * @return node and affiliation of each
	 */
	public List<Map<String, Object>> affiliations() {
		return list(this.peer.call("pubsub.affiliations", Map.of("service", this.service)));
	}

	/**
	 * Who has subscribed to the node, for its owner.
	 * @return states of subscriptions by JID
	 */
	public Map<String, Object> subscribers() {
		return map(callAtNode("subscribers", Map.of()));
	}

	/**
	 * Who is affiliated with the node, for its owner.
	 * @return affiliations by JID
	 */
	public Map<String, Object> affiliated() {
		return map(callAtNode("affiliated", Map.of()));
	}

	/**
	 * Affiliates someone with the node, for its owner.
	 * @param jid who
	 * @param affiliation how
	 */
	public void affiliate(String jid, String affiliation) {
		callAtNode("affiliate", Map.of("jid", jid, "affiliation", affiliation));
	}

	/**
	 * What slixmpp was told of the node.
	 * @return event ({@code publish}, {@code retract} or {@code delete}), service, node
	 * and items of each, in the order of arrival
	 */
	public List<Map<String, Object>> events() {
		return list(this.peer.call("pubsub.events", Map.of())).stream()
			.filter((event) -> this.node.equals(event.get("node")))
			.toList();
	}

	private @Nullable Object callAtNode(String method, Map<String, ?> arguments) {
		Map<String, Object> atNode = new HashMap<>(arguments);
		atNode.put("service", this.service);
		atNode.put("node", this.node);
		return this.peer.call("pubsub." + method, atNode);
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(@Nullable Object value) {
		return (List<Map<String, Object>>) Objects.requireNonNull(value);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object value) {
		return (Map<String, Object>) Objects.requireNonNull(value);
	}

}
