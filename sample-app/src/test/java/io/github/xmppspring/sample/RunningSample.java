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

package io.github.xmppspring.sample;

import java.time.Duration;

import io.github.xmppspring.testserver.SmackPeer;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link SampleApplication} and a peer of it for all tests of a class on one server.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RunningSample implements BeforeClassTemplateInvocationCallback, AfterClassTemplateInvocationCallback {

	private ConfigurableApplicationContext application;

	private RestTestClient http;

	private TestPeer peer;

	/**
	 * Starts the application as the command line does, which is how it knows its main
	 * class, and by that what was generated for it.
	 * @param arguments the arguments
	 * @return the running application
	 */
	static ConfigurableApplicationContext start(String... arguments) {
		ConfigurableApplicationContext application = SpringApplication.from(SampleApplication::main)
			.run(arguments)
			.getApplicationContext();
		// what looks for annotations is there unless that was done ahead of time
		assertThat(application.containsBean(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME))
			.isNotEqualTo(AotDetector.useGeneratedArtifacts());
		return application;
	}

	@Override
	public void beforeClassTemplateInvocation(ExtensionContext context) {
		TestServer server = TestServer.of(context);
		this.application = start("--server.port=0", "--spring.profiles.active=ejabberd",
				"--xmpp.jid=alice@" + server.domain(), "--xmpp.password=" + server.password(),
				"--xmpp.host=" + server.host(), "--xmpp.port=" + server.c2sPort(), "--xmpp.ssl.bundle=server",
				"--spring.ssl.bundle.pem.server.truststore.certificate=file:" + server.certificateAuthority());
		this.http = RestTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.application.getEnvironment().getProperty("local.server.port"))
			.build();
		this.peer = SmackPeer.connect(server, "bob");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> this.http.get().uri("/actuator/health").exchange().expectStatus().isOk());
	}

	@Override
	public void afterClassTemplateInvocation(ExtensionContext context) {
		if (this.peer != null) {
			this.peer.close();
		}
		if (this.application != null) {
			this.application.close();
		}
	}

	ConfigurableApplicationContext application() {
		return this.application;
	}

	RestTestClient http() {
		return this.http;
	}

	TestPeer peer() {
		return this.peer;
	}

}
