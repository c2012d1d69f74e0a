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

import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.health.XmppHealthIndicator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
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
	void serverIsAskedOnlyIfWanted() {
		TestXmppConnection connection = new TestXmppConnection();
		connection.become(TestXmppConnection.status(ConnectionState.ONLINE));
		ApplicationContextRunner runner = this.contextRunner.withBean(XmppConnection.class, () -> connection);

		runner.run((context) -> {
			context.getBean(XmppHealthIndicator.class).health();

			assertThat(connection.requests()).isEmpty();
		});
		runner.withPropertyValues("xmpp.health.ping.enabled=true").run((context) -> {
			context.getBean(XmppHealthIndicator.class).health();

			assertThat(connection.requests()).hasSize(1);
		});
	}

	@Test
	void serverIsGivenTime() {
		TestXmppConnection connection = new TestXmppConnection();
		connection.become(TestXmppConnection.status(ConnectionState.ONLINE));
		connection.answering((ping) -> new CompletableFuture<>());

		this.contextRunner.withBean(XmppConnection.class, () -> connection)
			.withPropertyValues("xmpp.health.ping.enabled=true", "xmpp.health.ping.timeout=70ms")
			.run((context) -> assertThat(context.getBean(XmppHealthIndicator.class).health().getDetails())
				.containsEntry("ping", "No answer within 70 ms"));
	}

	@Test
	void serverIsGivenSomeTime() {
		this.connectedRunner.withPropertyValues("xmpp.health.ping.enabled=true", "xmpp.health.ping.timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("xmpp.health.ping.timeout"));
	}

	@Test
	void isPartOfReadinessIfPutThere() {
		TestXmppConnection connection = new TestXmppConnection();
		connection.become(TestXmppConnection.status(ConnectionState.ONLINE));

		this.contextRunner
			.withConfiguration(AutoConfigurations.of(HealthEndpointAutoConfiguration.class,
					AvailabilityProbesAutoConfiguration.class, ApplicationAvailabilityAutoConfiguration.class,
					HealthContributorRegistryAutoConfiguration.class, EndpointAutoConfiguration.class))
			.withBean(XmppConnection.class, () -> connection)
			.withPropertyValues("management.endpoint.health.group.readiness.include=readinessState,xmpp",
					"management.endpoint.health.probes.enabled=true",
					"management.endpoints.web.exposure.include=health")
			.run((context) -> {
				AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
				AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
				HealthEndpoint health = context.getBean(HealthEndpoint.class);
				assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
				assertThat(health.healthForPath("liveness").getStatus()).isEqualTo(Status.UP);

				connection.drain();

				assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
				connection.resume();
				connection.become(TestXmppConnection.status(ConnectionState.BACKING_OFF));
				assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.healthForPath("liveness").getStatus()).isEqualTo(Status.UP);
			});
	}

	@Test
	void backsOff() {
		HealthIndicator own = () -> Health.up().build();

		this.connectedRunner.withBean("xmppHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).doesNotHaveBean("xmppHealthContributor"));
	}

}
