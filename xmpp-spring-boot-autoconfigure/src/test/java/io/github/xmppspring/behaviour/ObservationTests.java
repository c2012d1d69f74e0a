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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.observation.IqObservationContext;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.xml.Element;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that each request of an application is observed, and that there is one
 * observation of it.
 *
 * @author XMPP for Spring Boot contributors
 */
class ObservationTests {

	private static final String NAMESPACE = "urn:example:observed";

	private static Application application;

	private static XmppPeer juliet;

	private final Queue<Observation.Context> seen = application.bean(Recorder.class).stopped;

	@BeforeAll
	static void start() {
		application = Application.with(Handlers.class, Registry.class)
			.properties("xmpp.iq.handler.max-pending=2", "xmpp.iq.handler.timeout=5s",
					"xmpp.observation.include-addresses=true")
			.onEmbedded();
		juliet = application.peer("juliet");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		this.seen.clear();
	}

	@Test
	void requestsOfPeersAreObserved() {
		juliet.request(request(NAMESPACE, "current"));
		juliet.request(request(NAMESPACE, "fails"));
		juliet.request(request("urn:xmpp:ping", "ping"));
		juliet.request(request("urn:example:random", "xyzzy"));

		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(keys()).containsExactly(
					"xmpp.iq.server get {urn:example:observed}current SUCCESS none",
					"xmpp.iq.server get {urn:example:observed}fails ERROR internal-server-error",
					"xmpp.iq.server get {urn:xmpp:ping}ping SUCCESS none",
					"xmpp.iq.server get UNKNOWN ERROR service-unavailable"));
	}

	@Test
	void handlerRunsInScopeOfItsRequestAndWhatItAsksIsAPartOfIt() {
		juliet.when((request) -> true).reply();

		Iq reply = juliet.request(request(NAMESPACE, "current"));
		Iq asking = juliet.request(request(NAMESPACE, "asking"));

		assertThat(reply.payload()).isNotNull();
		assertThat(reply.payload().text()).isEqualTo(reply.id());
		assertThat(asking.payload()).isNotNull();
		assertThat(asking.payload().text()).isEqualTo(asking.id());
		await().atMost(Duration.ofSeconds(10)).until(() -> this.seen.size() == 3);
		assertThat(this.seen).anySatisfy((context) -> assertThat(context.getName() + idOfParent(context))
			.isEqualTo("xmpp.iq.client" + asking.id()));
	}

	@Test
	void requestsThatAreRefusedAndThoseThatAreLateAreObserved() throws Exception {
		Handlers handlers = application.bean(Handlers.class);
		CompletableFuture<Iq> slow = juliet.exchange(request(NAMESPACE, "slow")).toCompletableFuture();
		assertThat(handlers.entered.await(10, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Iq> waiting = juliet.exchange(request(NAMESPACE, "slow")).toCompletableFuture();

		juliet.request(request(NAMESPACE, "current"));
		slow.get(20, TimeUnit.SECONDS);
		waiting.get(20, TimeUnit.SECONDS);

		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(keys()).containsExactly(
					"xmpp.iq.server get {urn:example:observed}current ERROR resource-constraint",
					"xmpp.iq.server get {urn:example:observed}slow ERROR remote-server-timeout",
					"xmpp.iq.server get {urn:example:observed}slow ERROR remote-server-timeout"));
	}

	@Test
	void requestsOfTheApplicationAreObservedOnce() {
		IqOperations iq = application.iq();
		XmppPeer nurse = application.peer("nurse");
		nurse.when((request) -> request.payload().localName().equals("ping")).reply();
		nurse.when((request) -> request.payload().localName().equals("bad"))
			.replyError(StanzaErrorCondition.BAD_REQUEST);

		iq.get(new Ping()).to(nurse.jid()).execute();
		assertThat(iq.set(Element.of(NAMESPACE, "bad")).to(nurse.jid()).executeAsync())
			.failsWithin(Duration.ofSeconds(10));
		iq.get(Element.of(NAMESPACE, "silence")).to(nurse.jid()).executeAsync().cancel(false);
		assertThat(
				iq.get(Element.of(NAMESPACE, "silence")).to(nurse.jid()).timeout(Duration.ofMillis(1)).executeAsync())
			.failsWithin(Duration.ofSeconds(10));

		assertThat(keys()).containsExactly("xmpp.iq.client get {urn:xmpp:ping}ping SUCCESS none",
				"xmpp.iq.client set UNKNOWN ERROR bad-request", "xmpp.iq.client get UNKNOWN CANCELLED none",
				"xmpp.iq.client get UNKNOWN TIMEOUT none");
		Observation.Context first = this.seen.element();
		assertThat(first.getHighCardinalityKeyValue("xmpp.jid.to"))
			.isEqualTo(KeyValue.of("xmpp.jid.to", nurse.jid().toString()));
		assertThat(first.getHighCardinalityKeyValue("xmpp.iq.id")).isNotNull();
	}

	private List<String> keys() {
		return this.seen.stream()
			.map((context) -> Stream.of("type", "payload", "outcome", "condition")
				.map((key) -> valueOf(context, key))
				.collect(Collectors.joining(" ", context.getName() + " ", "")))
			.toList();
	}

	private static String valueOf(Observation.Context context, String key) {
		KeyValue found = context.getLowCardinalityKeyValue(key);
		return (found != null) ? found.getValue() : "";
	}

	private static @Nullable String idOfParent(Observation.Context context) {
		return (context.getParentObservation() != null) ? id(context.getParentObservation().getContextView()) : "";
	}

	private static @Nullable String id(Object context) {
		return (context instanceof IqObservationContext iq) ? iq.getRequest().id() : null;
	}

	private static Iq request(String namespace, String name) {
		return Iq.get(Element.of(namespace, name)).to(application.jid()).build();
	}

	@IqHandler(NAMESPACE)
	static class Handlers {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final IqOperations iq;

		private final ObservationRegistry registry;

		Handlers(IqOperations iq, ObservationRegistry registry) {
			this.iq = iq;
			this.registry = registry;
		}

		@IqHandler(name = "current")
		Element current() {
			return current(NAMESPACE);
		}

		private Element current(String namespace) {
			Observation observation = this.registry.getCurrentObservation();
			assertThat(observation).isNotNull();
			return Element.builder(namespace, "id").text(id(observation.getContext())).build();
		}

		@IqHandler(name = "asking")
		CompletableFuture<Element> asking(Iq request) {
			return this.iq.get(Element.of(NAMESPACE, "back"))
				.to(request.from())
				.executeAsync()
				.thenApply((nothing) -> current(NAMESPACE));
		}

		@IqHandler(name = "fails")
		void fails() {
			throw new IllegalStateException("It fails");
		}

		@IqHandler(name = "slow")
		void slow() throws InterruptedException {
			this.entered.countDown();
			TimeUnit.MINUTES.sleep(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Registry {

		@Bean
		TestObservationRegistry observationRegistry() {
			return TestObservationRegistry.create();
		}

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

	}

	static final class Recorder implements ObservationHandler<Observation.Context> {

		private final Queue<Observation.Context> stopped = new ConcurrentLinkedQueue<>();

		@Override
		public void onStop(Observation.Context context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof IqObservationContext;
		}

	}

}
