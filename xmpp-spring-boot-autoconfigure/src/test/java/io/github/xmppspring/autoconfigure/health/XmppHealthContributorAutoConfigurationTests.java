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

package io.github.xmppspring.autoconfigure.health;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.health.XmppHealthIndicator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppHealthContributorAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppHealthContributorAutoConfiguration.class,
				HealthContributorAutoConfiguration.class));

	private final ApplicationContextRunner connectedRunner = this.contextRunner.withBean(XmppConnection.class,
			TestXmppConnection::new);

	@Test
	void reportsConnection() {
		this.connectedRunner.run((context) -> assertThat(context).getBean("xmppHealthContributor")
			.isInstanceOf(XmppHealthIndicator.class));
	}

	@Test
	void reportsEachOfSeveralConnections() {
		this.connectedRunner.withBean("other", XmppConnection.class, TestXmppConnection::new)
			.run((context) -> assertThat(context).getBean("xmppHealthContributor")
				.isInstanceOf(CompositeHealthContributor.class));
	}

	@Test
	void withoutConnectionThereIsNothingToReport() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean("xmppHealthContributor"));
	}

	@Test
	void canBeDisabled() {
		this.connectedRunner.withPropertyValues("management.health.xmpp.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("xmppHealthContributor"));
	}

	@Test
	void backsOff() {
		HealthIndicator own = () -> Health.up().build();

		this.connectedRunner.withBean("xmppHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).doesNotHaveBean("xmppHealthContributor"));
	}

}
