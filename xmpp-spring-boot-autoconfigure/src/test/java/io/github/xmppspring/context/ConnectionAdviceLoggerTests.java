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

package io.github.xmppspring.context;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionAdviceLogger}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionAdviceLoggerTests {

	private final ConnectionAdviceLogger logger = new ConnectionAdviceLogger();

	@Test
	void saysOnceWhatToChange(CapturedOutput output) {
		become(ConnectionState.BACKING_OFF, new HostNotFoundException("example.org", null));
		become(ConnectionState.CONNECTING, new HostNotFoundException("example.org", null));
		become(ConnectionState.BACKING_OFF, new HostNotFoundException("example.org", null));

		assertThat(output).containsOnlyOnce("'xmpp.host'");
	}

	@Test
	void saysItAgainAfterAConnection(CapturedOutput output) {
		become(ConnectionState.BACKING_OFF, new HostNotFoundException("example.org", null));
		become(ConnectionState.ONLINE, null);
		become(ConnectionState.BACKING_OFF, new HostNotFoundException("example.org", null));

		assertThat(output.toString().split("'xmpp.host'")).hasSize(3);
	}

	@Test
	void saysSomethingElseIfThatIsWrong(CapturedOutput output) {
		become(ConnectionState.BACKING_OFF, new HostNotFoundException("example.org", null));
		become(ConnectionState.FAILED, new AuthenticationFailedException("PLAIN", "not-authorized", null));

		assertThat(output).containsOnlyOnce("'xmpp.host'").containsOnlyOnce("'xmpp.password'");
	}

	private void become(ConnectionState state, @Nullable Throwable error) {
		this.logger.statusChanged(TestXmppConnection.status(ConnectionState.CONNECTING),
				TestXmppConnection.status(state, error));
	}

}
