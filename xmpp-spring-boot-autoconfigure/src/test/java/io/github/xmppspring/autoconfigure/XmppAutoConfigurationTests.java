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

package io.github.xmppspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionSettings;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.DefaultXmppConnection;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.ConnectMode;
import io.github.xmppspring.context.ConnectionAdviceLogger;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.context.XmppConnectionEventPublisher;
import io.github.xmppspring.context.XmppConnectionLifecycle;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.stanza.BatchExecutor;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.ReceptionIqFilter;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.BDDMockito;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.backoff.ExponentialBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link XmppAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppAutoConfigurationTests {

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class));

	/**
	 * With an account, and without a network.
	 */
	private final ApplicationContextRunner contextRunner = this.emptyRunner
		.withPropertyValues("xmpp.jid=bot@example.org/home")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@Test
	void disabledByPropertyThereIsNothing() {
		this.emptyRunner.withPropertyValues("xmpp.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(XmppConnection.class)
				.doesNotHaveBean(XmppConnectionDetails.class));
	}

	@Test
	void withoutJidStartFails() {
		this.emptyRunner
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(MissingJidException.class));
	}

	static TestXmppConnection connection(AssertableApplicationContext context) {
		return (TestXmppConnection) context.getBean(XmppConnection.class);
	}

	@Nested
	class Details {

		@Test
		void comeFromProperties() {
			XmppAutoConfigurationTests.this.contextRunner
				.withPropertyValues("xmpp.username=robot", "xmpp.password=secret", "xmpp.host=xmpp.example.org",
						"xmpp.port=5223")
				.run((context) -> {
					XmppConnectionDetails details = context.getBean(XmppConnectionDetails.class);
					assertThat(details.getJid()).isEqualTo(Jid.of("bot@example.org/home"));
					assertThat(details.getUsername()).isEqualTo("robot");
					assertThat(details.getPassword()).isEqualTo("secret");
					assertThat(details.getHost()).isEqualTo("xmpp.example.org");
					assertThat(details.getPort()).isEqualTo(5223);
					assertThat(details.getSslBundle()).isNull();
				});
		}

		@Test
		void areOfAClientUnlessToldOtherwise() {
			XmppAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(XmppConnectionDetails.class).getMode())
					.isEqualTo(XmppMode.CLIENT));
		}

		@Test
		void withoutHostAndPortLeaveThemToLookup() {
			XmppAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.host=").run((context) -> {
				XmppConnectionDetails details = context.getBean(XmppConnectionDetails.class);
				assertThat(details.getHost()).isNull();
				assertThat(details.getPort()).isZero();
			});
		}

		@ParameterizedTest
		@ValueSource(ints = { -1, 0, 65_536 })
		void portThatDoesNotExistIsToldWithItsProperty(int port) {
			XmppAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.port=" + port)
				.run((context) -> assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
					.isThrownBy(context.getBean(XmppConnectionDetails.class)::getPort)
					.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("xmpp.port")));
		}

		@Test
		void backOffAndNeedNoProperty() {
			XmppConnectionDetails own = () -> Jid.of("own@example.org");

			XmppAutoConfigurationTests.this.emptyRunner.withBean(XmppConnectionDetails.class, () -> own)
				.withBean(XmppConnection.class, TestXmppConnection::new)
				.run((context) -> {
					assertThat(context).getBean(XmppConnectionDetails.class).isSameAs(own);
					assertThat(context.getBean(StreamNegotiation.class).account()).isEqualTo(own.getJid());
				});
		}

	}

	@Nested
	class Negotiation {

		@Test
		void isForAccountAndRequiresTls() {
			XmppAutoConfigurationTests.this.contextRunner.run((context) -> {
				StreamNegotiation negotiation = context.getBean(StreamNegotiation.class);
				assertThat(negotiation.account()).isEqualTo(Jid.of("bot@example.org/home"));
				assertThat(negotiation.tlsMode()).isEqualTo(TlsMode.STARTTLS);
			});
		}

		@Test
		void customizersApplyInOrderAfterProperties() {
			XmppAutoConfigurationTests.this.contextRunner
				.withPropertyValues("xmpp.negotiation-timeout=7s", "xmpp.sasl.mechanisms=SCRAM-SHA-256")
				.withUserConfiguration(CustomizersConfiguration.class)
				.run((context) -> assertThat(context.getBean(CustomizersConfiguration.class).calls)
					.containsExactly("first PT7S", "second PT7S"));
		}

		@Test
		void takesStreamFeatures() {
			StreamFeature feature = BDDMockito.mock(StreamFeature.class);

			XmppAutoConfigurationTests.this.contextRunner.withBean(StreamFeature.class, () -> feature)
				.run((context) -> assertThat(context.getBean(StreamNegotiation.class)).extracting("plan.features")
					.asInstanceOf(InstanceOfAssertFactories.LIST)
					.startsWith(feature));
		}

		@Test
		void backsOff() {
			StreamNegotiation own = StreamNegotiation.builder(Jid.of("own@example.org")).build();

			XmppAutoConfigurationTests.this.contextRunner.withBean(StreamNegotiation.class, () -> own)
				.run((context) -> assertThat(context).getBean(StreamNegotiation.class).isSameAs(own));
		}

		@Test
		void mechanismThatIsNotKnownIsToldWithItsProperty() {
			XmppAutoConfigurationTests.this.emptyRunner
				.withPropertyValues("xmpp.jid=bot@example.org", "xmpp.sasl.mechanisms=DIGEST-MD5")
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
						assertThat(ex.getName()).isEqualTo("xmpp.sasl.mechanisms");
						assertThat(ex.getReason()).contains("SCRAM-SHA-512");
					}));
		}

	}

	@Nested
	class Settings {

		@Test
		void defaultsAreThoseOfTheEngine() {
			XmppAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(ConnectionSettings.class)).usingRecursiveComparison()
					.isEqualTo(ConnectionSettings.DEFAULT));
		}

		@Test
		void legacyErrorCodesAreWrittenIfToldTo() {
			XmppAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(ConnectionSettings.class).legacyErrorCodes()).isFalse());
			XmppAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.errors.legacy-codes=true")
				.run((context) -> assertThat(context.getBean(ConnectionSettings.class).legacyErrorCodes()).isTrue());
		}

		@Test
		void comeFromProperties() {
			XmppAutoConfigurationTests.this.contextRunner
				.withPropertyValues("xmpp.connect-timeout=3s", "xmpp.keepalive.interval=20s",
						"xmpp.keepalive.timeout=5s", "xmpp.reconnect.enabled=false",
						"xmpp.reconnect.initial-interval=2s", "xmpp.reconnect.multiplier=3",
						"xmpp.reconnect.max-interval=1m", "xmpp.reconnect.jitter=100ms", "xmpp.iq.connection-wait=4s",
						"xmpp.iq.max-pending=17", "xmpp.iq.lenient-error-sender=true", "xmpp.shutdown.close-timeout=1s")
				.run((context) -> {
					ExponentialBackOff backOff = new ExponentialBackOff(2000, 3);
					backOff.setMaxInterval(60_000);
					backOff.setJitter(100);
					assertThat(context.getBean(ConnectionSettings.class)).usingRecursiveComparison()
						.isEqualTo(new ConnectionSettings(Duration.ofSeconds(3), Duration.ofSeconds(20),
								Duration.ofSeconds(5), backOff, false, Duration.ofSeconds(4), 17, true,
								Duration.ofSeconds(1)));
				});
		}

		@Test
		void backOff() {
			XmppAutoConfigurationTests.this.contextRunner
				.withBean(ConnectionSettings.class, () -> ConnectionSettings.DEFAULT)
				.run((context) -> assertThat(context).getBean(ConnectionSettings.class)
					.isSameAs(ConnectionSettings.DEFAULT));
		}

	}

	@Nested
	class Connection {

		@Test
		void isAutoConfiguredAndClosedWithTheContext() {
			XmppAutoConfigurationTests.this.emptyRunner.withUserConfiguration(NoLifecycleConfiguration.class)
				.withPropertyValues("xmpp.jid=bot@example.org")
				.run((context) -> {
					XmppConnection connection = context.getBean(XmppConnection.class);
					assertThat(connection).isInstanceOf(DefaultXmppConnection.class);
					assertThat(connection.status().state()).isEqualTo(ConnectionState.STOPPED);
					context.close();
					Awaitility.await().until(() -> connection.start().isCompletedExceptionally());
				});
		}

		@Test
		void backsOff() {
			XmppAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context).getBean(XmppConnection.class)
					.isInstanceOf(TestXmppConnection.class));
		}

	}

	@Nested
	class Lifecycle {

		@Test
		void startsAndStopsConnectionWithContext() {
			XmppAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.shutdown.drain-timeout=3s")
				.run((context) -> {
					TestXmppConnection connection = connection(context);
					assertThat(connection.calls()).containsExactly("start");
					context.close();
					assertThat(connection.calls()).containsExactly("start", "stop PT4S", "close");
				});
		}

		@Test
		void failFastStartFailsWithReason() {
			IllegalStateException reason = new IllegalStateException("test");

			XmppAutoConfigurationTests.this.emptyRunner
				.withPropertyValues("xmpp.jid=bot@example.org", "xmpp.connect-mode=fail-fast")
				.withBean(XmppConnection.class, () -> new TestXmppConnection().failing(reason))
				.run((context) -> assertThat(context).getFailure().hasRootCause(reason));
		}

		@Test
		void startsLazilyInitializedConnection() {
			XmppAutoConfigurationTests.this.contextRunner.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
				.run((context) -> assertThat(connection(context).calls()).containsExactly("start"));
		}

		@Test
		void addsListenersInOrder() {
			ConnectionListener own = new ConnectionListener() {
			};

			XmppAutoConfigurationTests.this.contextRunner.withBean(ConnectionListener.class, () -> own)
				.run((context) -> assertThat(connection(context).listeners()).contains(own)
					.hasAtLeastOneElementOfType(XmppConnectionEventPublisher.class)
					.hasAtLeastOneElementOfType(ConnectionAdviceLogger.class));
		}

		@Test
		void backsOff() {
			XmppAutoConfigurationTests.this.contextRunner.withUserConfiguration(NoLifecycleConfiguration.class)
				.run((context) -> assertThat(connection(context).calls()).isEmpty());
		}

	}

	@Nested
	class Events {

		@Test
		void arePublished() {
			XmppAutoConfigurationTests.this.contextRunner.withUserConfiguration(EventsConfiguration.class)
				.run((context) -> {
					connection(context).become(TestXmppConnection.status(ConnectionState.CONNECTING));
					List<XmppConnectionStateChangedEvent> events = context.getBean(EventsConfiguration.class).events;
					Awaitility.await().until(events::size, (size) -> size == 1);
					assertThat(events.get(0).getCurrent().state()).isEqualTo(ConnectionState.CONNECTING);
				});
		}

	}

	@Nested
	class CallbackExecutor {

		@Test
		void isPoolOfThreads() {
			XmppAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.iq.callback-threads=3")
				.run((context) -> assertThat(context).getBean("xmppCallbackExecutor")
					.isInstanceOfSatisfying(ThreadPoolTaskExecutor.class,
							(executor) -> assertThat(executor.getMaxPoolSize()).isEqualTo(3))
					.isInstanceOf(BatchExecutor.class));
		}

		@Test
		void ofOneThreadTakesNoBatchesAsTheyMightNotKeepTheOrder() {
			XmppAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.iq.callback-threads=1")
				.run((context) -> assertThat(context).getBean("xmppCallbackExecutor")
					.isInstanceOf(ThreadPoolTaskExecutor.class)
					.isNotInstanceOf(BatchExecutor.class));
		}

		@Test
		void makesVirtualThreadsWhereTheyAreEnabled() {
			Class<?> expected = (Runtime.version().feature() >= 21) ? SimpleAsyncTaskExecutor.class
					: ThreadPoolTaskExecutor.class;

			XmppAutoConfigurationTests.this.contextRunner.withPropertyValues("spring.threads.virtual.enabled=true")
				.run((context) -> assertThat(context).getBean("xmppCallbackExecutor").isInstanceOf(expected));
		}

		@Test
		void doesNotReplaceExecutorOfApplication() {
			XmppAutoConfigurationTests.this.contextRunner
				.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
				.run((context) -> assertThat(context.getBeanProvider(Executor.class).getIfUnique())
					.isSameAs(context.getBean("applicationTaskExecutor")));
		}

		@Test
		void backsOff() {
			Executor own = Runnable::run;

			XmppAutoConfigurationTests.this.contextRunner.withBean("xmppCallbackExecutor", Executor.class, () -> own)
				.run((context) -> assertThat(context).getBean("xmppCallbackExecutor").isSameAs(own));
		}

	}

	@Nested
	class Requests {

		@ParameterizedTest
		@ValueSource(booleans = { true, false })
		void makeNoBeansInApplicationThatHasStoppedSince(boolean lazy) {
			AtomicInteger made = new AtomicInteger();
			List<IqExchange> exchanges = new ArrayList<>();
			XmppAutoConfigurationTests.this.contextRunner.withBean(ReceptionIqFilter.class, () -> {
				made.incrementAndGet();
				return (request, next) -> next.exchange(request);
			})
				.withInitializer((context) -> RegisteredAutoConfigurationsTests.initialize(context, lazy))
				.run((context) -> {
					assertThat(made).hasValue(1);
					exchanges.add((IqExchange) ReflectionTestUtils
						.getField(context.getBean(XmppAutoConfiguration.class), "handlers"));
				});

			Iq request = Iq.get(Element.of("urn:example:a", "a")).id("1").build();
			assertThat(exchanges.get(0).exchange(request).toCompletableFuture())
				.isCompletedWithValue(request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
			assertThat(made).hasValue(1);
		}

	}

	@Nested
	class Report {

		@Test
		void makesNoBeansInApplicationThatHasStoppedSince() {
			Queue<Runnable> tasks = new ArrayDeque<>();
			AtomicInteger made = new AtomicInteger();
			XmppAutoConfigurationTests.this.contextRunner
				.withBean("xmppCallbackExecutor", Executor.class, () -> tasks::add)
				.withBean(OwnEntity.class, () -> {
					made.incrementAndGet();
					return new OwnEntity(DiscoInfo.builder().identity("client", "bot", null).build(), List::of,
							List::of, null);
				})
				.run((context) -> connection(context).become(TestXmppConnection.status(ConnectionState.ONLINE)));
			assertThat(tasks).isNotEmpty();

			tasks.forEach(Runnable::run);

			assertThat(made).hasValue(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizersConfiguration {

		private final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		StreamNegotiationBuilderCustomizer second() {
			return (builder) -> this.calls.add("second " + timeout(builder));
		}

		@Bean
		@Order(1)
		StreamNegotiationBuilderCustomizer first() {
			return (builder) -> this.calls.add("first " + timeout(builder));
		}

		private static Object timeout(StreamNegotiation.Builder builder) {
			return ReflectionTestUtils.getField(builder, "timeout");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoLifecycleConfiguration {

		@Bean
		XmppConnectionLifecycle lifecycle(XmppConnection connection) {
			return new XmppConnectionLifecycle(new TestXmppConnection(), null, ConnectMode.BACKGROUND, Duration.ZERO);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EventsConfiguration {

		private final List<XmppConnectionStateChangedEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void handle(XmppConnectionStateChangedEvent event) {
			this.events.add(event);
		}

	}

}
