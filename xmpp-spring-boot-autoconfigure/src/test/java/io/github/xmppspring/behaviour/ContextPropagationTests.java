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

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.ReceptionIqFilter;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.xml.Element;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what belongs to a request, such as its trace, the values of its log lines
 * and its user, is where code of the application runs for it, whichever thread that is.
 *
 * @author XMPP for Spring Boot contributors
 */
class ContextPropagationTests {

	private static final String NAMESPACE = "urn:example:context";

	private static final String TRACE = "context-propagation-tests";

	private static final ThreadLocal<@Nullable String> TRACES = new ThreadLocal<>();

	private static Application application;

	private static XmppPeer juliet;

	@BeforeAll
	static void start() {
		ContextRegistry.getInstance()
			.registerThreadLocalAccessor(TRACE, TRACES)
			.registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
		application = Application.with(Handlers.class, Arrival.class).onEmbedded();
		juliet = application.peer("juliet");
	}

	@AfterAll
	static void stop() {
		application.close();
		ContextRegistry.getInstance().removeThreadLocalAccessor(TRACE);
		ContextRegistry.getInstance().removeThreadLocalAccessor(Slf4jThreadLocalAccessor.KEY);
	}

	@AfterEach
	void clear() {
		enter(null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "recovered", "recovered-later", "reactive" })
	void handlerHasContextOfItsRequest(String name) {
		Iq reply = juliet.request(request(name, "1"));

		assertThat(reply.payload()).isNotNull();
		assertThat(reply.payload().text()).isEqualTo("1 1 1");
	}

	@Test
	void requestsOfOneSenderHaveEachTheirOwn() {
		List<CompletableFuture<Iq>> replies = IntStream.range(0, 200)
			.mapToObj((number) -> juliet.exchange(request("plain", "n" + number)).toCompletableFuture())
			.toList();

		assertThat(replies).allSatisfy((reply) -> {
			Iq iq = reply.get(20, TimeUnit.SECONDS);
			assertThat(iq.payload()).isNotNull();
			assertThat(iq.payload().text()).isEqualTo("%1$s %1$s %1$s".formatted(iq.id()));
		});
	}

	@Test
	void requestWithoutContextHasNone() {
		Iq reply = juliet.request(request("plain", "none"));

		assertThat(reply.payload()).isNotNull();
		assertThat(reply.payload().text()).isEqualTo("null null null");
	}

	@Test
	void callbackHasContextOfWhoAsked() throws Exception {
		Queue<String> seen = new ConcurrentLinkedQueue<>();
		IqOperations iq = application.iq();
		juliet.when((request) -> true).reply();

		enter("caller");
		CompletableFuture<Void> done = iq.get(Element.of("urn:example:silent", "query"))
			.to(juliet.jid())
			.executeAsync()
			.thenRun(() -> seen.add(Thread.currentThread().getName().replaceAll("[0-9]+$", "") + context()))
			.thenCompose((nothing) -> CompletableFuture.completedStage(null))
			.thenRun(() -> seen.add(context()));
		enter("later");
		done.get(20, TimeUnit.SECONDS);

		assertThat(seen).hasSize(2).allMatch((context) -> context.endsWith("caller caller caller"));
	}

	@Test
	void callbackOfFailureHasContextOfWhoAsked() throws Exception {
		enter("caller");
		CompletableFuture<String> seen = application.iq()
			.get(Element.of("urn:example:nobody", "query"))
			.to("nobody@localhost/nowhere")
			.retrieveAsync(Element.class)
			.handle((element, failure) -> failure + context());
		enter(null);

		assertThat(seen.get(20, TimeUnit.SECONDS)).endsWith("caller caller caller");
	}

	private static Iq request(String name, String id) {
		return Iq.get(Element.of(NAMESPACE, name)).id(id).to(application.jid()).build();
	}

	private static void enter(@Nullable String value) {
		TRACES.remove();
		MDC.clear();
		SecurityContextHolder.clearContext();
		if (value != null) {
			TRACES.set(value);
			MDC.setContextMap(Map.of("trace", value));
			SecurityContextHolder.setContext(new SecurityContextImpl(new TestingAuthenticationToken(value, "")));
		}
	}

	private static String context() {
		Authentication user = SecurityContextHolder.getContext().getAuthentication();
		return TRACES.get() + " " + MDC.get("trace") + " " + ((user != null) ? user.getName() : null);
	}

	private static Element answer() {
		return Element.builder(NAMESPACE, "context").text(context()).build();
	}

	@Configuration(proxyBeanMethods = false)
	static class Arrival {

		@Bean
		ReceptionIqFilter entering() {
			return (request, next) -> {
				enter("none".equals(request.id()) ? null : request.id());
				try {
					return next.exchange(request);
				}
				finally {
					enter(null);
				}
			};
		}

	}

	@IqHandler(NAMESPACE)
	static class Handlers {

		@IqHandler(name = "plain")
		Element plain() {
			return answer();
		}

		@IqHandler(name = "recovered")
		Element recovered() {
			throw new IllegalStateException("now");
		}

		@IqHandler(name = "recovered-later")
		CompletableFuture<Element> recoveredLater() {
			return new CompletableFuture<Element>().completeOnTimeout(null, 1, TimeUnit.MILLISECONDS)
				.thenApply((nothing) -> {
					throw new IllegalStateException("later");
				});
		}

		@IqHandler(name = "reactive")
		Mono<Element> reactive() {
			return Mono.just("").publishOn(Schedulers.parallel()).handle((nothing, sink) -> sink.next(answer()));
		}

		@MessageExceptionHandler
		Element recover(IllegalStateException ex) {
			return answer();
		}

	}

}
