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

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The words of scripts. A script with another one is refused, as it would be run only in
 * part.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Vocabulary {

	private static final Set<String> SCRIPT = words(
			"id family title level ref session handlers steps others note source");

	private static final Set<String> SESSION = words("mode self domain");

	private static final Set<String> CALL = words(
			"as type to payload payload_text timeout_ms from on_result inject_reply_before_flush_returns");

	private static final String ERROR = " condition error_type text text_must_not_contain app_condition by "
			+ "condition_text ";

	/**
	 * What a handler does, and the words that go with it.
	 */
	private static final Map<String, Set<String>> HANDLERS = Map.of("return", words("payload"), "return-nothing",
			words(""), "return-future", words("after_ms payload"), "fail-future", words("after_ms message" + ERROR),
			"throw-stanza-error", words(ERROR), "throw-runtime", words("message"), "throw-error", words("message"),
			"block", words("block_ms"), "never", words(""), "call-and-return", words("call"));

	/**
	 * The kinds of steps, and the words in them if they are objects.
	 */
	private static final Map<String, Set<String>> STEPS = Map.ofEntries(Map.entry("recv", words("")),
			Map.entry("recv_raw", words("")), Map.entry("call", CALL), Map.entry("cancel", words("")),
			Map.entry("stream", words("")),
			Map.entry("expect", words("type id to from payload original_payload any_order bind_id within_ms" + ERROR)),
			Map.entry("expect_nothing_ms", words("")), Map.entry("expect_either", words("")),
			Map.entry("outcome", words("call is payload stream_condition within_ms" + ERROR)),
			Map.entry("assert", words("")), Map.entry("repeat", words("")));

	private static final Set<String> BESIDE_REPEAT = words("var steps reverse");

	private Vocabulary() {
	}

	static void check(JsonNode script) {
		only(script, SCRIPT, "script");
		only(script.required("session"), SESSION, "session");
		script.path("handlers").forEach(Vocabulary::checkHandler);
		script.required("steps").forEach(Vocabulary::checkStep);
	}

	private static void checkHandler(JsonNode handler) {
		String does = handler.required("does").asString();
		Set<String> known = words("type child does note");
		if (does.equals("builtin-roster")) {
			only(handler, known, does);
			return;
		}
		Set<String> own = HANDLERS.get(does);
		Assert.notNull(own, () -> "Unknown kind of handler: " + does);
		known.addAll(own);
		only(handler, known, does);
		if (handler.has("call")) {
			only(handler.get("call"), CALL, "call");
		}
	}

	private static void checkStep(JsonNode step) {
		String kind = kind(step);
		Set<String> known = words("note " + kind);
		if (kind.equals("repeat")) {
			known.addAll(BESIDE_REPEAT);
			step.required("steps").forEach(Vocabulary::checkStep);
		}
		only(step, known, kind);
		JsonNode content = step.get(kind);
		if (content.isObject()) {
			only(content, STEPS.get(kind), kind);
		}
		if (kind.equals("expect_either")) {
			content.forEach(Vocabulary::checkStep);
		}
	}

	/**
	 * The kind of a step.
	 * @param step the step
	 * @return its one word that says what to do
	 */
	static String kind(JsonNode step) {
		Set<String> kinds = new TreeSet<>(step.propertyNames());
		kinds.retainAll(STEPS.keySet());
		Assert.isTrue(kinds.size() == 1, () -> "Unknown kind of step: " + step);
		return kinds.iterator().next();
	}

	private static void only(JsonNode node, Set<String> known, String where) {
		Set<String> unknown = new TreeSet<>(node.propertyNames());
		unknown.removeAll(known);
		Assert.isTrue(unknown.isEmpty(), () -> "Unknown words in " + where + ": " + unknown);
	}

	private static Set<String> words(String words) {
		return new TreeSet<>(Arrays.asList(words.trim().split("\\s+")));
	}

}
