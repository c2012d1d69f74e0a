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

package io.github.xmppspring.observation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.sun.management.OperatingSystemMXBean;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.server.HostedEntity;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.stanza.ReceptionIqFilter;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;
import io.github.xmppspring.xml.Element;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/**
 * Prints what observations and metrics cost, as ratios of one run: requests that the
 * application sends and requests that it answers, in memory, where nothing but the
 * starter takes time, and over loopback with the embedded server. It is no test, and
 * takes about a minute:
 * {@code mvn -Dfast -pl xmpp-spring-boot-autoconfigure test -Dtest=ObservationOverhead}.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class ObservationOverhead {

	private static final int WARM_UP = 4;

	private static final int ROUNDS = 9;

	private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(300);

	private static final int IN_FLIGHT = 32;

	private static final Element PAYLOAD = Element.of("urn:example:overhead", "question");

	private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	@Test
	void run() {
		main();
	}

	/**
	 * Runs the measurement.
	 * @param args not used
	 */
	public static void main(String... args) {
		try (EmbeddedXmppServer server = EmbeddedXmppServer.builder().tlsRequired(false).build()) {
			server.start();
			HostedEntity peer = server.host(Jid.of("peer.localhost"),
					(request) -> CompletableFuture.completedFuture(request.result()));
			Map<Mode, Application> applications = new EnumMap<>(Mode.class);
			Stream.of(Mode.values()).forEach((mode) -> applications.put(mode, mode.start(server)));
			System.out.printf("%-28s %-6s %12s %12s %8s %8s%n", "path", "mode", "exchanges/s", "CPU us each", "rate",
					"CPU");
			Stream.of(Path.values()).forEach((path) -> measure(path, applications, peer));
			applications.values().forEach(Application::close);
		}
	}

	// The modes take turns, so that what disturbs one disturbs all
	private static void measure(Path path, Map<Mode, Application> applications, HostedEntity peer) {
		Map<Mode, List<Sample>> samples = new EnumMap<>(Mode.class);
		for (int round = 0; round < WARM_UP + ROUNDS; round++) {
			for (Mode mode : Mode.values()) {
				Sample sample = sample(path.exchange(applications.get(mode), peer));
				if (round >= WARM_UP) {
					samples.computeIfAbsent(mode, (key) -> new ArrayList<>()).add(sample);
				}
			}
		}
		List<Sample> off = samples.get(Mode.OFF);
		samples.forEach((mode, taken) -> System.out.printf("%-28s %-6s %12.0f %12.2f %8.2f %8.2f%n", path, mode,
				median(taken, Sample::rate), median(taken, Sample::cpu),
				median(taken, Sample::rate) / median(off, Sample::rate),
				median(taken, Sample::cpu) / median(off, Sample::cpu)));
	}

	private static Sample sample(Supplier<CompletionStage<?>> exchange) {
		Semaphore window = new Semaphore(IN_FLIGHT);
		long count = 0;
		long cpu = PROCESS.getProcessCpuTime();
		long begin = System.nanoTime();
		while (System.nanoTime() - begin < SLICE) {
			window.acquireUninterruptibly();
			exchange.get().whenComplete((reply, failure) -> window.release());
			count++;
		}
		window.acquireUninterruptibly(IN_FLIGHT);
		long time = System.nanoTime() - begin;
		return new Sample(count * 1e9 / time, (PROCESS.getProcessCpuTime() - cpu) / 1e3 / count);
	}

	private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
		return samples.stream().mapToDouble(value).sorted().skip(samples.size() / 2).findFirst().orElseThrow();
	}

	private record Sample(double rate, double cpu) {

	}

	private enum Path {

		REQUEST_IN_MEMORY {

			@Override
			Supplier<CompletionStage<?>> exchange(Application application, HostedEntity peer) {
				IqTemplate template = new IqTemplate((request) -> CompletableFuture.completedFuture(request.result()),
						application.bean(PayloadCodecs.class),
						application.bean(IqTemplateSettings.class).withExecutor(Runnable::run));
				return () -> template.get(new Ping()).to(peer.address()).executeAsync();
			}

		},

		RESPOND_IN_MEMORY {

			@Override
			Supplier<CompletionStage<?>> exchange(Application application, HostedEntity peer) {
				List<ReceptionIqFilter> filters = application.context()
					.getBeanProvider(ReceptionIqFilter.class)
					.orderedStream()
					.toList();
				IqExchange exchange = IqFilter.chain(filters, application.bean(OrderedIqExchange.class));
				return () -> exchange.exchange(Iq.get(PAYLOAD).id("1").from(peer.address()).build());
			}

		},

		REQUEST_OVER_LOOPBACK {

			@Override
			Supplier<CompletionStage<?>> exchange(Application application, HostedEntity peer) {
				IqTemplate template = application.bean(IqTemplate.class);
				return () -> template.get(new Ping()).to(peer.address()).executeAsync();
			}

		},

		RESPOND_OVER_LOOPBACK {

			@Override
			Supplier<CompletionStage<?>> exchange(Application application, HostedEntity peer) {
				Jid jid = application.bean(XmppConnection.class).status().stream().jid();
				return () -> peer.exchange(Iq.get(PAYLOAD).to(jid).build());
			}

		};

		abstract Supplier<CompletionStage<?>> exchange(Application application, HostedEntity peer);

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	private enum Mode {

		/**
		 * Without any of the auto-configurations that measure.
		 */
		OFF("\\.(observation|metrics|micrometer)\\.", Undecorated.class),

		/**
		 * With observations, but nobody who listens.
		 */
		IDLE("\\.metrics\\.", Handlers.class),

		/**
		 * With observations as metrics, and all other metrics.
		 */
		ON("^$", Meters.class);

		private final String excluded;

		private final Class<?> configuration;

		Mode(String excluded, Class<?> configuration) {
			this.excluded = excluded;
			this.configuration = configuration;
		}

		Application start(EmbeddedXmppServer server) {
			String name = name().toLowerCase(Locale.ROOT);
			server.accounts().create(name, "secret");
			String exclusions = StreamSupport
				.stream(ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
				.filter((candidate) -> candidate.matches(".*(" + this.excluded + ").*"))
				.collect(Collectors.joining(","));
			return new Application(new SpringApplicationBuilder(Bare.class, Handlers.class, this.configuration)
				.web(WebApplicationType.NONE)
				.properties("xmpp.jid=" + name + "@localhost", "xmpp.password=secret", "xmpp.host=127.0.0.1",
						"xmpp.port=" + server.port(), "xmpp.ssl.mode=disabled", "xmpp.connect-mode=fail-fast",
						"spring.main.banner-mode=off", "spring.docker.compose.enabled=false", "logging.level.root=warn",
						"spring.autoconfigure.exclude=" + exclusions)
				.run());
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private record Application(ConfigurableApplicationContext context) {

		<T> T bean(Class<T> type) {
			return this.context.getBean(type);
		}

		void close() {
			this.context.close();
		}

	}

	@IqHandler
	static class Handlers {

		@IqHandler(namespace = "urn:example:overhead", name = "question")
		Element answer() {
			return PAYLOAD;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Undecorated {

		@Bean
		TaskDecorator xmppTaskDecorator() {
			return (task) -> task;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Meters {

		@Bean
		SimpleMeterRegistry simpleMeterRegistry() {
			return new SimpleMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Bare {

	}

}
