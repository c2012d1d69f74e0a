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

package io.github.xmppspring.handler;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How much of what handlers may take, and when.
 *
 * @param maxPending how many requests may wait for their handler or be in it at a time,
 * of all senders together
 * @param timeout how long a request may take from its arrival to its reply
 * @param ordered whether requests of one sender are handled one after the other; without,
 * one that takes long does not hold up the next
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record IqHandlerLimits(int maxPending, Duration timeout, boolean ordered) {

	/**
	 * A thousand requests, 25 seconds: sooner than peers usually give up.
	 */
	public static final IqHandlerLimits DEFAULT = new IqHandlerLimits(1000, Duration.ofSeconds(25));

	public IqHandlerLimits {
		Assert.isTrue(maxPending > 0, "'maxPending' must be positive");
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be at least a millisecond");
	}

	/**
	 * Limits for requests that are handled in the order of their sender.
	 * @param maxPending how many requests may wait for their handler or be in it at a
	 * time, of all senders together
	 * @param timeout how long a request may take from its arrival to its reply
	 */
	public IqHandlerLimits(int maxPending, Duration timeout) {
		this(maxPending, timeout, true);
	}

}
