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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropertyChecks} where it is used: a value that makes no sense is told
 * with its property.
 *
 * @author XMPP for Spring Boot contributors
 */
class PropertyChecksTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@ParameterizedTest
	@ValueSource(strings = { "xmpp.connect-timeout=0s", "xmpp.negotiation-timeout=0s", "xmpp.keepalive.interval=0s",
			"xmpp.keepalive.timeout=-1s", "xmpp.reconnect.initial-interval=0s", "xmpp.reconnect.multiplier=0.5",
			"xmpp.reconnect.max-interval=10ms", "xmpp.reconnect.jitter=-1s", "xmpp.limits.stanza-size=0",
			"xmpp.limits.depth=0", "xmpp.limits.attributes=0", "xmpp.limits.attribute-size=0",
			"xmpp.limits.text-length=-1", "xmpp.shutdown.drain-timeout=-1s", "xmpp.shutdown.close-timeout=-1s",
			"xmpp.iq.reply-timeout=0s", "xmpp.iq.connection-wait=-1s", "xmpp.iq.max-pending=0",
			"xmpp.iq.callback-threads=0", "xmpp.iq.handler.timeout=0s", "xmpp.iq.handler.max-pending=0",
			"xmpp.iq.handler.threads=0" })
	void valueThatMakesNoSenseIsToldWithItsProperty(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo(property.substring(0, property.indexOf('=')));
					assertThat(ex.getReason()).startsWith("It must ");
				}));
	}

}
