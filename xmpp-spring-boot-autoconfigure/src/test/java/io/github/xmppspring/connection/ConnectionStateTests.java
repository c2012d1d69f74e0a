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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionState}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ConnectionStateTests {

	@ParameterizedTest
	@CsvSource({ "STOPPED, CONNECTING", "CONNECTING, NEGOTIATING", "NEGOTIATING, ONLINE", "ONLINE, BACKING_OFF",
			"BACKING_OFF, CONNECTING", "ONLINE, FAILED", "ONLINE, CONNECTING", "FAILED, CONNECTING",
			"STOPPING, STOPPED" })
	void waysExist(ConnectionState from, ConnectionState to) {
		assertThat(from.canBecome(to)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "STOPPED, ONLINE", "CONNECTING, ONLINE", "ONLINE, STOPPED", "STOPPED, STOPPING",
			"STOPPING, CONNECTING", "FAILED, ONLINE", "BACKING_OFF, ONLINE" })
	void otherWaysDoNot(ConnectionState from, ConnectionState to) {
		assertThat(from.canBecome(to)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "STOPPED", "STOPPING" })
	void everyOtherStateCanBeStopped(ConnectionState state) {
		assertThat(state.canBecome(ConnectionState.STOPPING)).isTrue();
	}

	@Test
	void onlyConnectingAndNegotiatingAreAttempts() {
		assertThat(ConnectionState.values()).filteredOn(ConnectionState::isAttempt)
			.containsExactly(ConnectionState.CONNECTING, ConnectionState.NEGOTIATING);
	}

}
