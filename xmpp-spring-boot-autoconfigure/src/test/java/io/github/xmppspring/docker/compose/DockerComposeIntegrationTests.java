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

package io.github.xmppspring.docker.compose;

import java.nio.file.Path;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServerKind;
import io.github.xmppspring.testserver.TestTool;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for an ejabberd that Docker Compose starts with the application.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(only = TestServerKind.EJABBERD_DOCKER, tools = TestTool.DOCKER_COMPOSE)
class DockerComposeIntegrationTests {

	@Test
	void logsInToAccountOfEnvironment() throws Exception {
		assertAsksServer("client.yaml", Jid.of("desk@localhost"));
	}

	@Test
	void isComponentOfLabels() throws Exception {
		assertAsksServer("component.yaml", Jid.of("desk.localhost"));
	}

	private static void assertAsksServer(String file, Jid expected) throws Exception {
		Path compose = new ClassPathResource(file, DockerComposeIntegrationTests.class).getFile().toPath();
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run("--spring.docker.compose.file=" + compose, "--spring.docker.compose.skip.in-tests=false",
					"--spring.docker.compose.stop.command=down", "--spring.docker.compose.stop.arguments=--volumes",
					"--xmpp.connect-mode=fail-fast", "--spring.main.banner-mode=off")) {
			SoftwareVersion version = context.getBean(IqOperations.class)
				.get(SoftwareVersion.request())
				.to(Jid.of("localhost"))
				.retrieve(SoftwareVersion.class);

			assertThat(version.name()).isEqualTo("ejabberd");
			assertThat(context.getBean(XmppConnection.class).status().stream().jid().bare()).isEqualTo(expected);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
