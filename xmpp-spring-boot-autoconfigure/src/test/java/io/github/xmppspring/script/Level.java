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

/**
 * How strict a script is.
 *
 * @author XMPP for Spring Boot contributors
 */
enum Level {

	MUST("MUST"),

	MUST_NOT("MUST NOT"),

	SHOULD("SHOULD"),

	SHOULD_NOT("SHOULD NOT"),

	MAY("MAY"),

	CHOICE("choice");

	private final String value;

	Level(String value) {
		this.value = value;
	}

	static Level of(String value) {
		return Arrays.stream(values())
			.filter((level) -> level.value.equals(value))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown level: " + value));
	}

	/**
	 * Whether another way than that of the script is right, too.
	 * @return whether the RFC leaves it open
	 */
	boolean isOpen() {
		return this == MAY || this == CHOICE;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
