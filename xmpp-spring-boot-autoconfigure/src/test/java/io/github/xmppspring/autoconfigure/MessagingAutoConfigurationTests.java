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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.InitialPresenceSender;
import io.github.xmppspring.context.StanzaReceptionListener;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.messaging.PresenceCustomizer;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.messaging.StanzaLimits;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceShow;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.BDDMockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessagingAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class MessagingAutoConfigurationTests {

	private static final Element MESSAGE = Element.parse("""
			<message xmlns='jabber:client' from='romeo@example.net' type='chat'><body>Hi</body>\
			<query xmlns='jabber:iq:version'><name>n</name><version>1</version></query></message>""");

	private static final Element REQUEST = Element
		.parse("<presence xmlns='jabber:client' from='romeo@example.net' type='subscribe'/>");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				MessagingAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@Test
	void withoutConnectionThereIsNothing() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
					MessagingAutoConfiguration.class))
			.withPropertyValues("xmpp.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(StanzaOperations.class)
				.doesNotHaveBean(StanzaReception.class));
	}

	private void run(Consumer<AssertableApplicationContext> test) {
		this.contextRunner.run(test::accept);
	}

	private static TestXmppConnection connection(AssertableApplicationContext context) {
		return XmppAutoConfigurationTests.connection(context);
	}

	@Nested
	class Operations {

		@Test
		void sendThroughConnection() {
			run((context) -> {
				context.getBean(StanzaOperations.class)
					.message()
					.to("juliet@example.com")
					.extension(SoftwareVersion.request())
					.send();

				assertThat(connection(context).sent()).hasSize(1);
			});
		}

		@Test
		void backOff() {
			StanzaOperations own = BDDMockito.mock(StanzaOperations.class);

			MessagingAutoConfigurationTests.this.contextRunner.withBean(StanzaOperations.class, () -> own)
				.run((context) -> assertThat(context).getBean(StanzaOperations.class).isSameAs(own));
		}

		@Test
		void customizersApplyInOrder() {
			MessagingAutoConfigurationTests.this.contextRunner.withUserConfiguration(Customizers.class)
				.run((context) -> {
					context.getBean(StanzaOperations.class).send(Presence.available().build());

					assertThat(connection(context).sent()).singleElement()
						.satisfies((stanza) -> assertThat(Presence.from(stanza).status().text()).isEqualTo("12"));
				});
		}

		@ParameterizedTest
		@ValueSource(booleans = { true, false })
		void makeNoBeansInApplicationThatHasStoppedSince(boolean lazy) {
			AtomicInteger made = new AtomicInteger();
			List<StanzaOperations> stanzas = new ArrayList<>();
			MessagingAutoConfigurationTests.this.contextRunner.withBean(PresenceCustomizer.class, () -> {
				made.incrementAndGet();
				return (presence) -> presence;
			})
				.withInitializer((context) -> RegisteredAutoConfigurationsTests.initialize(context, lazy))
				.run((context) -> {
					assertThat(made).hasValue(1);
					stanzas.add(context.getBean(StanzaOperations.class));
				});

			stanzas.get(0).send(Presence.available().build());

			assertThat(made).hasValue(1);
		}

	}

	@Nested
	class Reception {

		@Test
		void publishesEvents() {
			MessagingAutoConfigurationTests.this.contextRunner.withBean(Collector.class).run((context) -> {
				connection(context).listeners().forEach((listener) -> listener.stanzaReceived(MESSAGE));
				connection(context).listeners().forEach((listener) -> listener.stanzaReceived(REQUEST));

				Collector collector = context.getBean(Collector.class);
				Awaitility.await().until(() -> collector.events.size() == 2);
				assertThat(collector.events).containsExactly("n", "subscribe");
				assertThat(connection(context).sent()).as("answers to a subscription request").isEmpty();
			});
		}

		@Test
		void withoutListenersNothingHappens() {
			run((context) -> {
				connection(context).listeners().forEach((listener) -> listener.stanzaReceived(REQUEST));

				Awaitility.await().until(() -> context.getBean(StanzaReception.class).pending() == 0);
				assertThat(connection(context).sent()).isEmpty();
			});
		}

		@Test
		void limitsComeFromProperties() {
			MessagingAutoConfigurationTests.this.contextRunner
				.withPropertyValues("xmpp.messaging.max-pending=3", "xmpp.messaging.max-pending-size=1KB")
				.run((context) -> assertThat(context).getBean(StanzaLimits.class).isEqualTo(new StanzaLimits(3, 1024)));
		}

		@Test
		void defaultLimitsAreThoseOfTheReception() {
			run((context) -> assertThat(context).getBean(StanzaLimits.class).isEqualTo(StanzaLimits.DEFAULT));
		}

		@ParameterizedTest
		@ValueSource(strings = { "xmpp.messaging.max-pending", "xmpp.messaging.max-pending-size" })
		void limitsArePositive(String property) {
			MessagingAutoConfigurationTests.this.contextRunner.withPropertyValues(property + "=0")
				.run((context) -> assertThat(context).getFailure()
					.hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class));
		}

		@Test
		void backsOff() {
			StanzaLimits limits = new StanzaLimits(1, 1);

			MessagingAutoConfigurationTests.this.contextRunner.withBean(StanzaLimits.class, () -> limits)
				.run((context) -> assertThat(context).getBean(StanzaLimits.class).isSameAs(limits));
			MessagingAutoConfigurationTests.this.contextRunner
				.withBean("own", StanzaReception.class, () -> new StanzaReception(new TestXmppConnection(), (event) -> {
				}, new PayloadCodecs(List.of(), List.of()), Runnable::run, limits))
				.run((context) -> assertThat(context).hasSingleBean(StanzaReception.class)
					.hasBean("own")
					.hasSingleBean(StanzaReceptionListener.class));
		}

	}

	@Nested
	class InitialPresence {

		@Test
		void isNotSentByDefault() {
			run((context) -> {
				online(context);

				assertThat(context).doesNotHaveBean(InitialPresenceSender.class);
				assertThat(connection(context).sent()).isEmpty();
			});
		}

		@Test
		void isWhatThePropertiesSay() {
			MessagingAutoConfigurationTests.this.contextRunner
				.withPropertyValues("xmpp.presence.initial.enabled=true", "xmpp.presence.initial.show=dnd",
						"xmpp.presence.initial.status=At work", "xmpp.presence.initial.priority=-1")
				.run((context) -> {
					online(context);

					Awaitility.await().until(() -> connection(context).sent().size() == 1);
					Presence presence = Presence.from(connection(context).sent().get(0));
					assertThat(presence.isBroadcast()).isTrue();
					assertThat(presence.show()).isEqualTo(PresenceShow.DND);
					assertThat(presence.status().text()).isEqualTo("At work");
					assertThat(presence.priority()).isEqualTo(-1);
				});
		}

		@Test
		void isCustomized() {
			MessagingAutoConfigurationTests.this.contextRunner.withUserConfiguration(Customizers.class)
				.withPropertyValues("xmpp.presence.initial.enabled=true")
				.run((context) -> {
					online(context);

					Awaitility.await().until(() -> connection(context).sent().size() == 1);
					assertThat(Presence.from(connection(context).sent().get(0)).status().text()).isEqualTo("12");
				});
		}

		@Test
		void priorityIsInItsRange() {
			MessagingAutoConfigurationTests.this.contextRunner
				.withPropertyValues("xmpp.presence.initial.enabled=true", "xmpp.presence.initial.priority=128")
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidConfigurationPropertyValueException.class)
					.hasMessageContaining("xmpp.presence.initial.priority"));
		}

		@Test
		void isNothingForComponents() {
			MessagingAutoConfigurationTests.this.contextRunner
				.withPropertyValues("xmpp.presence.initial.enabled=true", "xmpp.mode=component",
						"xmpp.jid=desk.example.org", "xmpp.password=secret", "xmpp.host=localhost")
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidConfigurationPropertyValueException.class)
					.hasMessageContaining("xmpp.presence.initial.enabled"));
		}

		private void online(AssertableApplicationContext context) {
			connection(context).become(TestXmppConnection.status(ConnectionState.ONLINE));
		}

	}

	static class Collector {

		private final List<Object> events = new CopyOnWriteArrayList<>();

		@EventListener
		void message(MessageReceivedEvent event) {
			this.events.add(event.getExtension(SoftwareVersion.class).orElseThrow().name());
		}

		@EventListener
		void presence(PresenceReceivedEvent event) {
			this.events.add(String.valueOf(event.getPresence().type()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		PresenceCustomizer second() {
			return (presence) -> presence.mutate().status(presence.status().text() + "2").build();
		}

		@Bean
		@Order(1)
		PresenceCustomizer first() {
			return (presence) -> presence.mutate().status("1").build();
		}

	}

}
