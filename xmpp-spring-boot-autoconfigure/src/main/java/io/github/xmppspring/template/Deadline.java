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

package io.github.xmppspring.template;

import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen at a certain time unless it is called off before. It is its
 * own entry in the {@link TimingWheel}, so that to watch it takes no other object.
 *
 * @author XMPP for Spring Boot contributors
 */
abstract class Deadline {

	/**
	 * The slot of an entry that is in no wheel.
	 */
	static final int NOWHERE = -1;

	// All belong to the wheel

	long tick;

	int slot = NOWHERE;

	@Nullable Deadline previous;

	@Nullable Deadline next;

	/**
	 * Is called when the time is up, on a thread that must not be blocked.
	 */
	abstract void expire();

}
