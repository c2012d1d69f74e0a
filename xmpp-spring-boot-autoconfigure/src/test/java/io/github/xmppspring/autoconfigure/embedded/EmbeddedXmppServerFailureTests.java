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

package io.github.xmppspring.autoconfigure.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for what an application prints whose embedded server cannot be started.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedXmppServerFailureTests {

	@Test
	void portInUse(CapturedOutput output) throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			fail("--xmpp.embedded.port=" + socket.getLocalPort());

			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("The embedded XMPP server could not be started: ")
				.contains(String.valueOf(socket.getLocalPort()))
				.contains("set 'xmpp.embedded.port' or 'xmpp.embedded.component.port' to another one, or to 0");
		}
	}

	@Test
	void componentWithAddressOfClient(CapturedOutput output) {
		fail("--xmpp.mode=component", "--xmpp.jid=bot@example.org");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The property 'xmpp.jid' from")
			.contains(
					"is 'bot@example.org': it must be a domain, other than that of the embedded server, as 'xmpp.mode' is 'component'");
	}

	private static void fail(String... arguments) {
		SpringApplication application = new SpringApplication(TestConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("xmpp.embedded.enabled", true));
		assertThatException().isThrownBy(() -> application.run(arguments).close());
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ EmbeddedXmppServerAutoConfiguration.class, XmppAutoConfiguration.class })
	static class TestConfiguration {

	}

}
