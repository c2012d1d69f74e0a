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

package io.github.xmppspring.script;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes repeated steps out: {@code repeat} times the {@code steps}, with the number of
 * the round, from 0 or in {@code reverse} down to it, for the {@code var}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Repetition {

	private Repetition() {
	}

	static List<JsonNode> expand(JsonNode steps) {
		List<JsonNode> expanded = new ArrayList<>();
		for (JsonNode step : steps) {
			if (step.has("repeat")) {
				expanded.addAll(rounds(step));
			}
			else {
				expanded.add(step);
			}
		}
		return expanded;
	}

	private static List<JsonNode> rounds(JsonNode step) {
		int rounds = step.get("repeat").asInt();
		boolean reverse = step.path("reverse").asBoolean(false);
		String variable = "${" + step.path("var").asString("i") + "}";
		List<JsonNode> expanded = new ArrayList<>();
		for (int i = 0; i < rounds; i++) {
			String round = Integer.toString(reverse ? rounds - 1 - i : i);
			expanded.addAll(expand(replace(step.required("steps"), variable, round)));
		}
		return expanded;
	}

	private static JsonNode replace(JsonNode node, String variable, String value) {
		if (node.isString()) {
			return JsonNodeFactory.instance.stringNode(node.asString().replace(variable, value));
		}
		if (node.isArray()) {
			ArrayNode copy = JsonNodeFactory.instance.arrayNode();
			node.forEach((child) -> copy.add(replace(child, variable, value)));
			return copy;
		}
		if (node.isObject()) {
			ObjectNode copy = JsonNodeFactory.instance.objectNode();
			node.properties()
				.forEach((property) -> copy.set(property.getKey(), replace(property.getValue(), variable, value)));
			return copy;
		}
		return node;
	}

}
