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
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.annotation.JsonRootName;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.handler.AmbiguousIqMappingException;
import io.github.xmppspring.handler.IqArgumentResolvers;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.IqHandlerLimits;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadMessageConverter;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.ServerIqFilter;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IqHandlerAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqHandlerAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org");

	/**
	 * Without a network.
	 */
	private final ApplicationContextRunner offlineRunner = this.contextRunner.withBean(XmppConnection.class,
			TestXmppConnection::new);

	@Test
	void disabledByPropertyThereIsNothing() {
		this.contextRunner.withPropertyValues("xmpp.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(IqDispatcher.class)
				.doesNotHaveBean(OrderedIqExchange.class));
	}

	private static Iq ask(AssertableApplicationContext context, Element payload) {
		return ask(context.getBean(OrderedIqExchange.class), payload);
	}

	private static Iq ask(IqExchange exchange, Element payload) {
		Iq request = Iq.get(payload).id("1").from(Jid.of("juliet@example.org/r")).build();
		return exchange.exchange(request).toCompletableFuture().join();
	}

	@Nested
	class Handlers {

		@Test
		void answerRequests() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(EchoHandler.class)
				.run((context) -> assertThat(ask(context, Element.of("urn:echo", "echo")).payload())
					.isEqualTo(Element.of("urn:echo", "echo")));
		}

		@ParameterizedTest
		@ValueSource(booleans = { false, true })
		void mayUseTheTemplateWhoseConnectionTheyAnswerFor(boolean lazy) {
			IqHandlerAutoConfigurationTests.this.contextRunner.withBean(AskingHandler.class)
				.withPropertyValues("xmpp.host=127.0.0.1", "xmpp.port=1")
				.withInitializer((context) -> {
					if (lazy) {
						context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
					}
				})
				.run((context) -> {
					assertThat(context).hasNotFailed();
					Iq reply = ask(context, Element.of("urn:ask", "ask"));
					assertThat(reply.type()).isEqualTo(IqType.RESULT);
					assertThat(context.getBean(AskingHandler.class).operations)
						.isSameAs(context.getBean(IqOperations.class));
				});
		}

		@Test
		void filtersMayUseTheTemplateToo() {
			IqHandlerAutoConfigurationTests.this.contextRunner.withBean(AskingFilter.class)
				.withPropertyValues("xmpp.host=127.0.0.1", "xmpp.port=1")
				.run((context) -> assertThat(ask(context, Element.of("urn:xmpp:ping", "ping")).type())
					.isEqualTo(IqType.RESULT));
		}

		@Test
		void refuseRequestsWhileContextIsStopped() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(EchoHandler.class).run((context) -> {
				context.stop();
				Iq refusal = ask(context, Element.of("urn:echo", "echo"));
				assertThat(refusal.error()).isNotNull();
				assertThat(refusal.error().condition()).isEqualTo(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);

				context.start();

				assertThat(ask(context, Element.of("urn:echo", "echo")).type()).isEqualTo(IqType.RESULT);
			});
		}

		@Test
		void clashIsFailureOfStart() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean("one", EchoHandler.class)
				.withBean("two", EchoHandler.class)
				.run((context) -> assertThat(context).getFailure().isInstanceOf(AmbiguousIqMappingException.class));
		}

		@Test
		void payloadsAreValidated() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(ValidatingHandler.class)
				.withBean(LocalValidatorFactoryBean.class)
				.run((context) -> {
					Iq reply = ask(context, Element.builder("urn:v", "v").textChild("text", " ").build());
					assertThat(reply.error()).isNotNull();
					assertThat(reply.error().condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
				});
		}

		@Test
		void withoutReactorTheyWork() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(EchoHandler.class)
				.withClassLoader(new FilteredClassLoader("reactor", "org.reactivestreams"))
				.run((context) -> assertThat(ask(context, Element.of("urn:echo", "echo")).type())
					.isEqualTo(IqType.RESULT));
		}

	}

	@Nested
	class ArgumentResolvers {

		@Test
		void customizersApply() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(ThreadHandler.class)
				.withBean(IqArgumentResolversCustomizer.class,
						() -> (resolvers) -> resolvers.add(new ThreadArgumentResolver()))
				.run((context) -> assertThat(ask(context, Element.of("urn:thread", "thread")).payload())
					.isEqualTo(Element.of("urn:thread", "thread")));
		}

		@Test
		void backOff() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withBean("own", IqArgumentResolvers.class,
						() -> new IqArgumentResolvers(
								new PayloadMessageConverter(new PayloadCodecs(List.of(), List.of()))))
				.run((context) -> assertThat(context).hasSingleBean(IqArgumentResolvers.class).hasBean("own"));
		}

	}

	@Nested
	class Errors {

		@Test
		void otherConditionForUnknownNamespaceIsRefused() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withPropertyValues("xmpp.iq.handler.unknown-namespace=gone")
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidConfigurationPropertyValueException.class)
					.hasMessageContaining("xmpp.iq.handler.unknown-namespace"));
		}

	}

	@Nested
	class Limits {

		@Test
		void defaultsAreThoseOfTheHandlers() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.run(
					(context) -> assertThat(context.getBean(IqHandlerLimits.class)).isEqualTo(IqHandlerLimits.DEFAULT));
		}

		@Test
		void comeFromProperties() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withPropertyValues("xmpp.iq.handler.max-pending=7", "xmpp.iq.handler.timeout=3s",
						"xmpp.iq.handler.ordered=false")
				.run((context) -> assertThat(context.getBean(IqHandlerLimits.class))
					.isEqualTo(new IqHandlerLimits(7, Duration.ofSeconds(3), false)));
		}

		@Test
		void backOff() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withBean(IqHandlerLimits.class, () -> IqHandlerLimits.DEFAULT)
				.run((context) -> assertThat(context).getBean(IqHandlerLimits.class).isSameAs(IqHandlerLimits.DEFAULT));
		}

	}

	@Nested
	class Filters {

		@Test
		void serverFiltersApplyInOrderAndClientFiltersDoNot() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withUserConfiguration(FiltersConfiguration.class)
				.run((context) -> {
					ask(context, Element.of("urn:xmpp:ping", "ping"));
					assertThat(context.getBean(FiltersConfiguration.class).calls).containsExactly("first", "second");
				});
		}

	}

	@Nested
	class HandlerExecutor {

		@Test
		void isPoolOfThreads() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withPropertyValues("xmpp.iq.handler.threads=3", "xmpp.iq.handler.max-pending=7")
				.run((context) -> assertThat(context).getBean("iqHandlerExecutor")
					.isInstanceOfSatisfying(ThreadPoolTaskExecutor.class, (executor) -> {
						assertThat(executor.getCorePoolSize()).isEqualTo(3);
						assertThat(executor.getMaxPoolSize()).isEqualTo(3);
						assertThat(executor.getQueueCapacity()).isEqualTo(7);
					}));
		}

		@Test
		void makesVirtualThreadsWhereTheyAreEnabled() {
			Class<?> expected = (Runtime.version().feature() >= 21) ? SimpleAsyncTaskExecutor.class
					: ThreadPoolTaskExecutor.class;

			IqHandlerAutoConfigurationTests.this.offlineRunner.withPropertyValues("spring.threads.virtual.enabled=true")
				.run((context) -> assertThat(context).getBean("iqHandlerExecutor").isInstanceOf(expected));
		}

		@Test
		void runsHandlers() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(ThreadNameHandler.class)
				.run((context) -> assertThat(ask(context, Element.of("urn:thread-name", "get")).payload())
					.satisfies((payload) -> assertThat(payload.text()).startsWith("xmpp-handler-")));
		}

		@Test
		void doesNotReplaceExecutorOfApplication() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
				.run((context) -> assertThat(context.getBeanProvider(Executor.class).getIfUnique())
					.isSameAs(context.getBean("applicationTaskExecutor")));
		}

		@Test
		void backsOff() {
			Executor own = Runnable::run;

			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean("iqHandlerExecutor", Executor.class, () -> own)
				.run((context) -> assertThat(context).getBean("iqHandlerExecutor").isSameAs(own));
		}

	}

	@Nested
	class Builtin {

		@Test
		void pingIsAnswered() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.run((context) -> assertThat(ask(context, Element.of("urn:xmpp:ping", "ping")).type())
					.isEqualTo(IqType.RESULT));
		}

		@Test
		void versionIsThatOfTheApplication() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withPropertyValues("spring.application.name=desk", "spring.application.version=1.2")
				.run((context) -> assertThat(version(context)).isEqualTo(new SoftwareVersion("desk", "1.2", null)));
		}

		@Test
		void versionOfTheBuildGoesBeforeThatOfTheApplication() {
			Properties build = new Properties();
			build.setProperty("name", "desk-build");
			build.setProperty("version", "1.3");

			IqHandlerAutoConfigurationTests.this.offlineRunner.withPropertyValues("spring.application.version=1.2")
				.withBean(BuildProperties.class, () -> new BuildProperties(build))
				.run((context) -> assertThat(version(context))
					.isEqualTo(new SoftwareVersion("desk-build", "1.3", null)));
		}

		@Test
		void versionOfPropertiesGoesBeforeAllOthers() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withPropertyValues("spring.application.name=desk", "xmpp.iq.builtin.version.name=Desk",
						"xmpp.iq.builtin.version.number=2")
				.run((context) -> assertThat(version(context)).isEqualTo(new SoftwareVersion("Desk", "2", null)));
		}

		@Test
		void featuresAreNamespacesOfHandlers() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(EchoHandler.class)
				.withPropertyValues("spring.application.name=desk")
				.run((context) -> {
					Iq reply = ask(context, Element.of("http://jabber.org/protocol/disco#info", "query"));
					DiscoInfo info = context.getBean(PayloadCodecs.class).read(reply.payload(), DiscoInfo.class);
					assertThat(info.featureNames()).containsExactlyInAnyOrder("urn:echo", "urn:xmpp:ping",
							"jabber:iq:version", "http://jabber.org/protocol/disco#info",
							"http://jabber.org/protocol/disco#items", "http://jabber.org/protocol/caps");
					assertThat(info.identities()).containsExactly(DiscoInfo.Identity.of("client", "bot", "desk"));
				});
		}

		@Test
		void canBeSwitchedOff() {
			IqHandlerAutoConfigurationTests.this.offlineRunner
				.withPropertyValues("xmpp.iq.builtin.ping.enabled=false", "xmpp.iq.builtin.version.enabled=false",
						"xmpp.iq.builtin.disco.enabled=false")
				.run((context) -> {
					for (Element payload : List.of(Element.of("urn:xmpp:ping", "ping"),
							Element.of("jabber:iq:version", "query"),
							Element.of("http://jabber.org/protocol/disco#info", "query"))) {
						assertThat(ask(context, payload).type()).isEqualTo(IqType.ERROR);
					}
				});
		}

		@Test
		void giveWayToHandlersOfTheApplication() {
			IqHandlerAutoConfigurationTests.this.offlineRunner.withBean(OwnPingHandler.class)
				.run((context) -> assertThat(ask(context, Element.of("urn:xmpp:ping", "ping")).payload())
					.isEqualTo(Element.of("urn:own", "pong")));
		}

		private SoftwareVersion version(AssertableApplicationContext context) {
			Iq reply = ask(context, Element.of("jabber:iq:version", "query"));
			return context.getBean(PayloadCodecs.class).read(reply.payload(), SoftwareVersion.class);
		}

	}

	static class EchoHandler {

		@IqHandler(namespace = "urn:echo", type = IqType.GET)
		Element echo(Element payload) {
			return payload;
		}

	}

	static class AskingHandler {

		private final IqOperations operations;

		AskingHandler(IqOperations operations) {
			this.operations = operations;
		}

		@IqHandler(namespace = "urn:ask", type = IqType.GET)
		void ask() {
		}

	}

	static class AskingFilter implements ServerIqFilter {

		private final IqOperations operations;

		AskingFilter(IqOperations operations) {
			this.operations = operations;
		}

		@Override
		public CompletionStage<Iq> exchange(Iq request, IqExchange next) {
			assertThat(this.operations).isNotNull();
			return next.exchange(request);
		}

	}

	static class ValidatingHandler {

		@IqHandler(namespace = "urn:v", type = IqType.GET)
		void validate(@Payload @Validated Text text) {
		}

	}

	@JsonRootName(value = "v", namespace = "urn:v")
	record Text(@NotBlank String text) {

	}

	static class ThreadHandler {

		@IqHandler(namespace = "urn:thread", type = IqType.GET)
		Element thread(Thread thread, Element payload) {
			assertThat(thread).isSameAs(Thread.currentThread());
			return payload;
		}

	}

	static class ThreadArgumentResolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Thread.class;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) {
			return Thread.currentThread();
		}

	}

	static class ThreadNameHandler {

		@IqHandler(namespace = "urn:thread-name", type = IqType.GET)
		Element name() {
			return Element.builder("urn:thread-name", "name").text(Thread.currentThread().getName()).build();
		}

	}

	static class OwnPingHandler {

		@IqHandler(namespace = "urn:xmpp:ping", type = IqType.GET)
		Element pong() {
			return Element.of("urn:own", "pong");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FiltersConfiguration {

		private final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		ServerIqFilter second() {
			return (request, next) -> {
				this.calls.add("second");
				return next.exchange(request);
			};
		}

		@Bean
		@Order(1)
		ServerIqFilter first() {
			return (request, next) -> {
				this.calls.add("first");
				return next.exchange(request);
			};
		}

		@Bean
		ClientIqFilter client() {
			return (request, next) -> {
				this.calls.add("client");
				return next.exchange(request);
			};
		}

	}

}
