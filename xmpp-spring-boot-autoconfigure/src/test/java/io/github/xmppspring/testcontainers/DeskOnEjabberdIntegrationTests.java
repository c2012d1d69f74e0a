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

package io.github.xmppspring.testcontainers;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServerKind;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for an {@link EjabberdContainer} of which nothing is said but that it
 * is there: the example of the README.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(only = TestServerKind.EJABBERD_DOCKER)
@DirtiesContext
// tag::test[]
@SpringBootTest
@Testcontainers
class DeskOnEjabberdIntegrationTests {

	@Container
	@ServiceConnection
	static final EjabberdContainer ejabberd = new EjabberdContainer();

	@Autowired
	private IqOperations iq;

	@Test
	void asksServer() {
		SoftwareVersion version = this.iq.get(SoftwareVersion.request())
			.to(Jid.of(ejabberd.getDomain()))
			.retrieve(SoftwareVersion.class);

		assertThat(version.name()).isEqualTo("ejabberd");
	}
	// end::test[]

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Desk {

	}

	// tag::test[]

}
// end::test[]
