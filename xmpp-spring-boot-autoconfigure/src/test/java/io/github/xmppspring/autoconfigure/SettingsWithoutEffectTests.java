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

package io.github.xmppspring.autoconfigure;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SettingsWithoutEffect}: what is used is not warned of. What is warned
 * of is tested with the other mistakes.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class SettingsWithoutEffectTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@Test
	void settingsOfClientAreUsed(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("xmpp.username=bot", "xmpp.sasl.mechanisms=PLAIN", "xmpp.iq.handler.threads=2",
					"xmpp.roster.load-on-connect=true", "xmpp.embedded.new-accounts.password=pw")
			.withBean("customizer", StreamNegotiationBuilderCustomizer.class, () -> (builder) -> {
			})
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).doesNotContain("no effect");
	}

	@Test
	void plaintextIsUsedWithoutTls(CapturedOutput output) {
		this.contextRunner.withPropertyValues("xmpp.ssl.mode=disabled", "xmpp.ssl.allow-remote-plaintext=true")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output).doesNotContain("no effect");
	}

}
