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

package io.github.xmppspring.autoconfigure.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.handler.IqArgumentResolvers;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.observation.ContextTaskDecorator;
import io.github.xmppspring.observation.DefaultIqClientObservationConvention;
import io.github.xmppspring.observation.IqClientObservationContext;
import io.github.xmppspring.observation.IqClientObservationConvention;
import io.github.xmppspring.observation.IqClientObservationFilter;
import io.github.xmppspring.observation.IqPayloadNames;
import io.github.xmppspring.observation.IqServerObservationContext;
import io.github.xmppspring.observation.IqServerObservationConvention;
import io.github.xmppspring.observation.IqServerObservationFilter;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadMessageConverter;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;
import io.github.xmppspring.xml.Element;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppObservationAutoConfiguration} and what carries contexts.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppObservationAutoConfigurationTests {

	private static final Iq REQUEST = Iq.get(Ping.CODEC.write(new Ping())).to("juliet@example.org").build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				XmppObservationAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	private final ApplicationContextRunner observed = this.contextRunner.withBean(TestObservationRegistry.class,
			TestObservationRegistry::create);

	@Test
	void withoutRegistryThereIsNothing() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(IqClientObservationFilter.class)
			.doesNotHaveBean(IqServerObservationFilter.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.micrometer.observation", "io.micrometer" })
	void withoutMicrometerThereIsNothing(String library) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(IqTemplate.class)
				.hasSingleBean(OrderedIqExchange.class)
				.doesNotHaveBean(XmppObservationAutoConfiguration.class));
	}

	@Test
	void registryOfSpringBootIsUsed() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(IqClientObservationFilter.class)
				.hasSingleBean(IqServerObservationFilter.class));
	}

	@Test
	void withoutConnectionThereIsNothing() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
					IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
					XmppObservationAutoConfiguration.class))
			.withPropertyValues("xmpp.enabled=false")
			.withBean(TestObservationRegistry.class, TestObservationRegistry::create)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(IqClientObservationFilter.class));
	}

	@Test
	void requestsOfTemplateAreObserved() {
		this.observed.run((context) -> {
			context.getBean(IqTemplate.class).exchange(REQUEST);

			TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
				.hasSingleObservationThat()
				.hasNameEqualTo("xmpp.iq.client")
				.hasContextualNameEqualTo("iq get {urn:xmpp:ping}ping")
				.hasLowCardinalityKeyValue("outcome", "SUCCESS")
				.doesNotHaveHighCardinalityKeyValueWithKey("xmpp.jid.to")
				.hasBeenStarted()
				.hasBeenStopped();
		});
	}

	@Test
	void addressesAreToldIfWanted() {
		this.observed.withPropertyValues("xmpp.observation.include-addresses=true").run((context) -> {
			context.getBean(IqTemplate.class).exchange(REQUEST);

			TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
				.hasSingleObservationThat()
				.hasHighCardinalityKeyValue("xmpp.jid.to", "juliet@example.org");
		});
	}

	@Test
	void observationComesBeforeAllOtherFilters() {
		this.observed.withUserConfiguration(EagerFilter.class).run((context) -> {
			context.getBean(IqTemplate.class).exchange(REQUEST);

			assertThat(context.getBean(EagerFilter.class).seen).singleElement()
				.isInstanceOf(IqClientObservationContext.class);
		});
	}

	@Test
	void switchedOffByPropertyOfSpringBootThereIsNoObservation() {
		this.observed.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class))
			.withPropertyValues("management.observations.enable.xmpp=false")
			.run((context) -> {
				context.getBean(IqTemplate.class).exchange(REQUEST);

				TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
					.doesNotHaveAnyObservation();
			});
	}

	@Test
	void conventionsAreReplacedByBeans() {
		this.observed.withUserConfiguration(OwnConventions.class).run((context) -> {
			context.getBean(IqTemplate.class).exchange(REQUEST);
			context.getBean(IqServerObservationFilter.class)
				.exchange(REQUEST, context.getBean(OrderedIqExchange.class));

			TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
				.hasNumberOfObservationsEqualTo(2)
				.hasObservationWithNameEqualTo("own.client")
				.that()
				.hasLowCardinalityKeyValue("own", "key");
			TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
				.hasObservationWithNameEqualTo("own.server");
		});
	}

	@Test
	void namesMakeNoBeansInApplicationThatHasStoppedSince() {
		AtomicInteger made = new AtomicInteger();
		List<IqPayloadNames> names = new ArrayList<>();
		PayloadCodecs codecs = new PayloadCodecs(List.of(), List.of());
		this.observed.withBean(IqHandlerMapping.class, () -> {
			made.incrementAndGet();
			return new IqHandlerMapping(codecs, new IqArgumentResolvers(new PayloadMessageConverter(codecs)),
					Runnable::run);
		}).run((context) -> names.add(context.getBean(IqPayloadNames.class)));

		String name = names.get(0).nameOf(Iq.get(Element.of("urn:example:a", "a")).build());

		assertThat(name).isEqualTo(IqPayloadNames.UNKNOWN);
		assertThat(made).hasValue(1);
	}

	@Test
	void filtersBackOff() {
		this.observed.withBean(IqClientObservationFilter.class, () -> filter(ObservationRegistry.NOOP))
			.run((context) -> {
				context.getBean(IqTemplate.class).exchange(REQUEST);

				TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
					.doesNotHaveAnyObservation();
			});
	}

	private static IqClientObservationFilter filter(ObservationRegistry registry) {
		return new IqClientObservationFilter(registry,
				new IqPayloadNames(new PayloadCodecs(List.of(), List.of()), () -> null), null,
				new DefaultIqClientObservationConvention());
	}

	@Test
	void contextIsTakenAlongAndTasksOfTheApplicationAreNotTouched() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
			.run((context) -> {
				assertThat(context.getBean(IqTemplateSettings.class).decorator())
					.isInstanceOf(ContextTaskDecorator.class);
				assertThat(ReflectionTestUtils.getField(
						context.getBean("applicationTaskExecutor", ThreadPoolTaskExecutor.class), "taskDecorator"))
					.isNull();
			});
	}

	@Test
	void withoutContextPropagationNothingIsTakenAlong() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer.context")).run((context) -> {
			Runnable task = () -> {
			};
			assertThat(context).hasNotFailed().doesNotHaveBean(TaskDecorator.class);
			assertThat(context.getBean(IqTemplateSettings.class).decorator().decorate(task)).isSameAs(task);
		});
	}

	@Test
	void decoratorIsReplacedByBeanOfItsName() {
		TaskDecorator own = (task) -> task;

		this.contextRunner.withBean("xmppTaskDecorator", TaskDecorator.class, () -> own)
			.run((context) -> assertThat(context.getBean(IqTemplateSettings.class).decorator()).isSameAs(own));
	}

	@Test
	void otherDecoratorsOfTheApplicationAreNotUsed() {
		this.contextRunner.withBean("other", TaskDecorator.class, () -> (task) -> task)
			.run((context) -> assertThat(context.getBean(IqTemplateSettings.class).decorator())
				.isInstanceOf(ContextTaskDecorator.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class EagerFilter {

		private final List<Observation.ContextView> seen = new ArrayList<>();

		@Bean
		@Order(Integer.MIN_VALUE)
		ClientIqFilter eager(ObservationRegistry registry) {
			return (request, next) -> {
				Observation current = registry.getCurrentObservation();
				assertThat(current).isNotNull();
				this.seen.add(current.getContextView());
				return next.exchange(request);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConventions {

		@Bean
		IqClientObservationConvention ownClientConvention() {
			return new IqClientObservationConvention() {

				@Override
				public String getName() {
					return "own.client";
				}

				@Override
				public KeyValues getLowCardinalityKeyValues(IqClientObservationContext context) {
					return KeyValues.of("own", "key");
				}

			};
		}

		@Bean
		IqServerObservationConvention ownServerConvention() {
			return new IqServerObservationConvention() {

				@Override
				public String getName() {
					return "own.server";
				}

				@Override
				public KeyValues getLowCardinalityKeyValues(IqServerObservationContext context) {
					return KeyValues.empty();
				}

			};
		}

	}

}
