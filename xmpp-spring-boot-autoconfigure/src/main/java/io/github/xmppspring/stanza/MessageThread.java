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

package io.github.xmppspring.stanza;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which conversation a message belongs to (RFC 6121, 5.2.5).
 *
 * @param id what all messages of the conversation have in common
 * @param parent the conversation that this one branched off from, or {@code null}
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record MessageThread(String id, @Nullable String parent) {

	public MessageThread {
		Assert.notNull(id, "'id' must not be null");
	}

	/**
	 * A conversation of its own.
	 * @param id what all its messages have in common
	 * @return the thread
	 */
	public static MessageThread of(String id) {
		return new MessageThread(id, null);
	}

}
