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

package io.github.xmppspring.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionLoop}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ConnectionLoopTests {

	private final ConnectionLoop loop = new ConnectionLoop();

	@AfterEach
	void close() {
		this.loop.close();
	}

	@Test
	void whatCannotBeBegunFails() {
		CompletableFuture<Void> result = this.loop.call(() -> {
			throw new NoClassDefFoundError("org/example/Missing");
		});

		assertThat(result).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(NoClassDefFoundError.class);
	}

}
