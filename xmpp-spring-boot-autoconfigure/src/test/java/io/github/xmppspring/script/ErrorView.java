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

import java.util.List;

import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stanza error as scripts speak of it.
 *
 * @param condition the defined condition
 * @param type the error type
 * @param text the text
 * @param applicationConditions the application conditions as Clark names
 * @param by who detected it
 * @param conditionText the text in the condition
 * @author XMPP for Spring Boot contributors
 */
record ErrorView(@Nullable String condition, @Nullable String type, @Nullable String text,
		List<String> applicationConditions, @Nullable String by, @Nullable String conditionText) {

	/**
	 * An error on the wire, read without the help of the library.
	 * @param error the element
	 * @return the error
	 */
	static ErrorView of(Element error) {
		List<Element> conditions = error.children()
			.stream()
			.filter((child) -> child.namespace().equals(StanzaError.NAMESPACE) && !child.localName().equals("text"))
			.toList();
		assertThat(conditions).as("defined conditions in %s", error).hasSize(1);
		Element text = error.child(StanzaError.NAMESPACE, "text");
		List<String> others = error.children()
			.stream()
			.filter((child) -> !child.namespace().equals(StanzaError.NAMESPACE))
			.map((child) -> child.name().toString())
			.toList();
		return new ErrorView(conditions.get(0).localName(), error.attribute("type"),
				(text != null) ? text.text() : null, others, error.attribute("by"), nonEmpty(conditions.get(0).text()));
	}

	/**
	 * An error as the API hands it to a caller.
	 * @param error the error
	 * @return the error
	 */
	static ErrorView of(StanzaError error) {
		return new ErrorView(error.condition().value(), error.type().value(), error.text(),
				error.applicationConditions().stream().map((element) -> element.name().toString()).toList(),
				(error.by() != null) ? error.by().toString() : null, error.uri());
	}

	/**
	 * An error that has nothing but its condition.
	 * @param condition the condition
	 * @return the error
	 */
	static ErrorView of(StanzaErrorCondition condition) {
		return new ErrorView(condition.value(), null, null, List.of(), null, null);
	}

	private static @Nullable String nonEmpty(String text) {
		return text.isEmpty() ? null : text;
	}

	/**
	 * Check what a script says about the error.
	 * @param expected what the script says
	 */
	void check(JsonNode expected) {
		check(expected, "condition", this.condition);
		check(expected, "error_type", this.type);
		check(expected, "text", this.text);
		check(expected, "by", this.by);
		check(expected, "condition_text", this.conditionText);
		if (expected.has("text_must_not_contain") && this.text != null) {
			assertThat(this.text).doesNotContain(expected.get("text_must_not_contain").asString());
		}
		if (expected.has("app_condition")) {
			JsonNode condition = expected.get("app_condition");
			boolean none = this.applicationConditions.isEmpty() && AnyOf.matches(condition, null);
			assertThat(none || this.applicationConditions.stream().anyMatch((name) -> AnyOf.matches(condition, name)))
				.as("application condition %s in %s", condition, this.applicationConditions)
				.isTrue();
		}
	}

	private static void check(JsonNode expected, String name, @Nullable String actual) {
		if (expected.has(name)) {
			assertThat(actual).as(name).isIn(AnyOf.values(expected.get(name)));
		}
	}

	/**
	 * Whether a script says anything about an error.
	 * @param expected what the script says
	 * @return whether there is to be one
	 */
	static boolean isExpected(JsonNode expected) {
		return List.of("condition", "error_type", "text", "by", "condition_text", "app_condition")
			.stream()
			.anyMatch(expected::has);
	}

}
