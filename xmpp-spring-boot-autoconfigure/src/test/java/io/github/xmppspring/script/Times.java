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

import java.time.Duration;

/**
 * The times of a script on this machine. Times that depend on each other grow by one
 * factor, so that a busy machine keeps them; a wait for something that has to come is
 * long.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Times {

	/** How long to wait for what has to come at some time. */
	static final Duration PATIENCE = Duration.ofSeconds(30);

	/** How long something that may not come could take on its way. */
	static final Duration GRACE = Duration.ofMillis(40);

	private static final int FACTOR = 3;

	private Times() {
	}

	static Duration scaled(long millis) {
		return Duration.ofMillis(millis * FACTOR);
	}

}
