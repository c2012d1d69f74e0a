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
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value in a script, or a list of which any is right. Null means that there must be
 * none.
 *
 * @author XMPP for Spring Boot contributors
 */
final class AnyOf {

	private AnyOf() {
	}

	static boolean matches(JsonNode expected, @Nullable String actual) {
		return values(expected).stream().anyMatch((value) -> Objects.equals(value, actual));
	}

	/**
	 * The values, each as text or {@code null}.
	 * @param expected what the script says
	 * @return the values
	 */
	static List<@Nullable String> values(JsonNode expected) {
		Stream<JsonNode> values = expected.isArray() ? expected.valueStream() : Stream.of(expected);
		return values.map((value) -> value.isNull() ? null : value.asString()).toList();
	}

}
