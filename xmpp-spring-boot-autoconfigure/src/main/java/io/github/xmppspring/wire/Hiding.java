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

package io.github.xmppspring.wire;

/**
 * What is hidden of an element and of all within.
 *
 * @author XMPP for Spring Boot contributors
 */
enum Hiding {

	/** It is shown as it is. */
	NOTHING,

	/** Texts. */
	TEXT,

	/** Texts and values of attributes. */
	ALL;

	/**
	 * What is hidden within an element of which so much is hidden.
	 * @param inner what would be hidden there anyway
	 * @return the more of both
	 */
	Hiding and(Hiding inner) {
		return (inner.compareTo(this) > 0) ? inner : this;
	}

}
