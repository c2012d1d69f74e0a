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

package io.github.xmppspring.autoconfigure.actuate;

import java.util.Map;

import io.github.xmppspring.actuate.XmppEndpoint;
import io.github.xmppspring.actuate.XmppEndpointWebExtension;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppEndpointAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppEndpointAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppEndpointAutoConfiguration.class));

	private final ApplicationContextRunner connectedRunner = this.contextRunner
		.withBean(XmppConnection.class, TestXmppConnection::new)
		.withPropertyValues("management.endpoints.web.exposure.include=xmpp");

	@Test
	void endpointShowsConnection() {
		this.connectedRunner
			.run((context) -> assertThat(context.getBean(XmppEndpoint.class).xmpp().connections()).hasSize(1));
	}

	@Test
	void endpointShowsEachOfSeveralConnections() {
		this.connectedRunner.withBean("other", XmppConnection.class, TestXmppConnection::new)
			.run((context) -> assertThat(context.getBean(XmppEndpoint.class).xmpp().connections()).hasSize(2)
				.containsKey("other"));
	}

	@Test
	void withoutConnectionThereIsNothingToShow() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=xmpp")
			.run((context) -> assertThat(context).doesNotHaveBean(XmppEndpoint.class));
	}

	@Test
	void endpointThatIsNotExposedIsNotThere() {
		this.contextRunner.withBean(XmppConnection.class, TestXmppConnection::new)
			.run((context) -> assertThat(context).doesNotHaveBean(XmppEndpoint.class));
	}

	@Test
	void endpointCanBeDenied() {
		this.connectedRunner.withPropertyValues("management.endpoint.xmpp.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(XmppEndpoint.class));
	}

	@Test
	void valuesAreShownToWhomThePropertiesSay() {
		this.connectedRunner
			.withPropertyValues("management.endpoint.xmpp.show-values=when-authorized",
					"management.endpoint.xmpp.roles=operator")
			.run((context) -> {
				XmppEndpointProperties properties = context.getBean(XmppEndpointProperties.class);
				assertThat(properties.getShowValues()).isEqualTo(Show.WHEN_AUTHORIZED);
				assertThat(properties.getRoles()).containsExactly("operator");
				assertThat(context).hasSingleBean(XmppEndpointWebExtension.class);
			});
	}

	@Test
	void withoutWebThereIsNoExtensionForIt() {
		this.contextRunner.withBean(XmppConnection.class, TestXmppConnection::new)
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class, JmxAutoConfiguration.class,
					JmxEndpointAutoConfiguration.class))
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=xmpp")
			.run((context) -> assertThat(context).hasSingleBean(XmppEndpoint.class)
				.doesNotHaveBean(XmppEndpointWebExtension.class));
	}

	@Test
	void backsOff() {
		XmppEndpoint own = new XmppEndpoint(Map.of("own", new TestXmppConnection()), null, null, Show.NEVER);

		this.connectedRunner.withBean(XmppEndpoint.class, () -> own)
			.run((context) -> assertThat(context.getBean(XmppEndpoint.class)).isSameAs(own));
	}

}
