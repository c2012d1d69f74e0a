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

package io.github.xmppspring.disco;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How much is remembered of what others say of themselves.
 *
 * @param maxSize how many answers are kept, at most
 * @param timeToLive how long an answer is kept, positive
 * @param maxPeers of how many peers the announced capabilities are kept, at most
 * @param maxVerified how many verified sets of features are kept that such capabilities
 * stand for, at most
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record DiscoCacheSettings(int maxSize, Duration timeToLive, int maxPeers, int maxVerified) {

	/**
	 * Keeps 1000 answers for 10 minutes, and the capabilities of 10 000 peers.
	 */
	public static final DiscoCacheSettings DEFAULT = new DiscoCacheSettings(1000, Duration.ofMinutes(10), 10_000, 1000);

	public DiscoCacheSettings {
		Assert.isTrue(maxSize >= 0, "'maxSize' must not be negative");
		Assert.isTrue(!timeToLive.isZero() && !timeToLive.isNegative(), "'timeToLive' must be positive");
		Assert.isTrue(maxPeers >= 0, "'maxPeers' must not be negative");
		Assert.isTrue(maxVerified >= 0, "'maxVerified' must not be negative");
	}

}
