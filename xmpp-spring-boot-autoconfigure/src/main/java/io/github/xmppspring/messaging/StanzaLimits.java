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

package io.github.xmppspring.messaging;

import org.springframework.util.Assert;

/**
 * How much of what has been received may wait for the listeners of the application. As
 * they come one after the other, a slow one makes all that follow wait.
 *
 * @param maxPending how many messages and presences may wait at a time
 * @param maxBytes how much memory they may take, about, in bytes; one always may wait
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StanzaLimits(int maxPending, long maxBytes) {

	/**
	 * A thousand stanzas, 16 MiB.
	 */
	public static final StanzaLimits DEFAULT = new StanzaLimits(1000, 16 * 1024 * 1024);

	public StanzaLimits {
		Assert.isTrue(maxPending > 0, "'maxPending' must be positive");
		Assert.isTrue(maxBytes > 0, "'maxBytes' must be positive");
	}

}
