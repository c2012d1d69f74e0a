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

package io.github.xmppspring.sample.peers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.NotConnectedException;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqTemplate;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PeerController} and {@link PeerProblems}.
 *
 * @author XMPP for Spring Boot contributors
 */
@WebMvcTest(PeerController.class)
class PeerControllerTests {

	private static final PayloadCodecs PAYLOADS = new PayloadCodecs(List.of(SoftwareVersion.CODEC), List.of());

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Peer peer;

	@Test
	void asksFullJid() {
		this.peer.answers((request) -> request.result(PAYLOADS.write(new SoftwareVersion("Gajim", "2.0", "Debian"))));

		MvcTestResult result = version("romeo@example.net/orchard");

		assertThat(result).hasStatusOk()
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
			.bodyJson()
			.isStrictlyEqualTo("{\"name\": \"Gajim\", \"version\": \"2.0\", \"os\": \"Debian\"}");
		assertThat(this.peer.lastRequest().to()).isEqualTo(Jid.of("romeo@example.net/orchard"));
		assertThat(this.peer.lastRequest().payloadName()).isEqualTo(SoftwareVersion.NAME);
	}

	@Test
	void stanzaErrorIsProblemWithItsCondition() {
		this.peer.answers((request) -> request.error(StanzaErrorCondition.FORBIDDEN));

		MvcTestResult result = version("romeo@example.net");

		assertThat(result).hasStatus(HttpStatus.FORBIDDEN)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.isLenientlyEqualTo("{\"status\": 403, \"condition\": \"forbidden\", \"errorType\": \"auth\"}");
	}

	@Test
	void nobodyThereIsNotFound() {
		this.peer.answers((request) -> request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));

		assertThat(version("romeo@example.net/gone")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void otherStanzaErrorIsBadGateway() {
		this.peer.answers((request) -> request.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));

		assertThat(version("romeo@example.net")).hasStatus(HttpStatus.BAD_GATEWAY);
	}

	@Test
	void resultWithoutPayloadIsBadGateway() {
		this.peer.answers(Iq::result);

		assertThat(version("romeo@example.net")).hasStatus(HttpStatus.BAD_GATEWAY);
	}

	@Test
	void silenceIsGatewayTimeout() {
		this.peer.fails((request) -> new IqTimeoutException(request, Duration.ofSeconds(10), IqProgress.SENT));

		assertThat(version("romeo@example.net")).hasStatus(HttpStatus.GATEWAY_TIMEOUT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void noConnectionIsServiceUnavailable() {
		this.peer.fails((request) -> new NotConnectedException("There is no connection", null));

		assertThat(version("romeo@example.net")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void malformedJidIsBadRequest() {
		assertThat(version("@example.net")).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private MvcTestResult version(String jid) {
		URI uri = URI.create("/peers/" + UriUtils.encode(jid, StandardCharsets.UTF_8) + "/version");
		return this.mvc.get().uri(uri).exchange();
	}

	/**
	 * What is at the other end.
	 */
	static final class Peer {

		private final AtomicReference<Iq> lastRequest = new AtomicReference<>();

		private volatile Function<Iq, CompletionStage<Iq>> behaviour = CompletableFuture::completedFuture;

		void answers(Function<Iq, Iq> answer) {
			this.behaviour = answer.andThen(CompletableFuture::completedFuture);
		}

		void fails(Function<Iq, RuntimeException> failure) {
			this.behaviour = failure.andThen(CompletableFuture::failedFuture);
		}

		CompletionStage<Iq> exchange(Iq request) {
			this.lastRequest.set(request);
			return this.behaviour.apply(request);
		}

		Iq lastRequest() {
			return this.lastRequest.get();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class PeerConfiguration {

		@Bean
		Peer peer() {
			return new Peer();
		}

		@Bean
		IqOperations iqOperations(Peer peer) {
			return new IqTemplate(peer::exchange, PAYLOADS);
		}

	}

}
