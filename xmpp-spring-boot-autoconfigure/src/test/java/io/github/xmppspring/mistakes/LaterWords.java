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

package io.github.xmppspring.mistakes;

import java.util.concurrent.atomic.AtomicReference;

import io.github.xmppspring.autoconfigure.health.XmppHealthContributorAutoConfiguration;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a failure while the application is running.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LaterWords {

	private LaterWords() {
	}

	static Words inEvent(@Nullable Throwable failure) {
		FailureDescription description = new XmppConnectionStateChangedEvent(new TestXmppConnection(),
				TestXmppConnection.status(ConnectionState.CONNECTING),
				TestXmppConnection.status(ConnectionState.FAILED, failure))
			.getFailure();
		assertThat(description).isNotNull();
		return Words.of(description.problem() + ".", String.valueOf(description.remedy()));
	}

	static Words inHealth(@Nullable Throwable failure) {
		TestXmppConnection connection = new TestXmppConnection();
		ConnectionStatus status = TestXmppConnection.status(ConnectionState.FAILED, failure);
		connection.become(status);
		AtomicReference<Words> words = new AtomicReference<>();
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(XmppHealthContributorAutoConfiguration.class))
			.withBean(XmppConnection.class, () -> connection)
			.run((context) -> words.set(of(context.getBean(HealthIndicator.class).health(), status)));
		return words.get();
	}

	// The problem ends where the remedy begins
	private static Words of(Health health, ConnectionStatus status) {
		String text = String.valueOf(health.getDetails().get("lastError"));
		FailureDescription description = FailureDescription.of(status);
		assertThat(description).isNotNull();
		int length = description.problem().length() + 1;
		return Words.of(text.substring(0, length), text.substring(length));
	}

}
