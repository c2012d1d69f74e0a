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

package io.github.xmppspring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Checks values that have the right type but make no sense, so that the failure names the
 * property and what to change.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PropertyChecks {

	private PropertyChecks() {
	}

	static Duration positive(String name, Duration value) {
		require(value.toMillis() > 0, name, value, "It must be at least a millisecond",
				"Set '%s' to a duration such as '10s'.".formatted(name));
		return value;
	}

	static Duration notNegative(String name, Duration value) {
		require(!value.isNegative(), name, value, "It must not be negative",
				"Set '%s' to a duration such as '10s', or to '0s'.".formatted(name));
		return value;
	}

	static int positive(String name, int value) {
		require(value > 0, name, value, "It must be positive", "Set '%s' to '1' or more.".formatted(name));
		return value;
	}

	static int notNegative(String name, int value) {
		require(value >= 0, name, value, "It must not be negative", "Set '%s' to '0' or more.".formatted(name));
		return value;
	}

	static String hasText(String name, @Nullable String value) {
		String text = StringUtils.hasText(value) ? value : "";
		require(!text.isEmpty(), name, text, "It must not be empty", "Give '%s' a value.".formatted(name));
		return text;
	}

	static void require(boolean condition, String name, Object value, String reason, String remedy) {
		if (!condition) {
			throw new InvalidXmppPropertyException(name, value, reason, remedy);
		}
	}

}
