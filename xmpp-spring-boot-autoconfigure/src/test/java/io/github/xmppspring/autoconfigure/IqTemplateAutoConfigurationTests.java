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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.ServerIqFilter;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IqTemplateAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqTemplateAutoConfigurationTests {

	private static final Iq REQUEST = Iq.get(Element.of("urn:xmpp:ping", "ping"))
		.to(Jid.of("juliet@example.org"))
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@Nested
	class Template {

		@Test
		void sendsThroughConnection() {
			IqTemplateAutoConfigurationTests.this.contextRunner.run((context) -> {
				Iq response = context.getBean(IqTemplate.class).exchange(REQUEST);
				assertThat(response.type()).isEqualTo(IqType.RESULT);
				assertThat(XmppAutoConfigurationTests.connection(context).calls()).contains("exchange");
			});
		}

		@Test
		void knowsPayloads() {
			IqTemplateAutoConfigurationTests.this.contextRunner
				.run((context) -> context.getBean(IqOperations.class).get(new Ping()));
		}

		@Test
		void backsOff() {
			IqOperations own = BDDMockito.mock(IqOperations.class);

			IqTemplateAutoConfigurationTests.this.contextRunner.withBean(IqOperations.class, () -> own)
				.run((context) -> assertThat(context).getBean(IqOperations.class).isSameAs(own));
		}

		@Test
		void ownConnectionIsEnough() {
			IqTemplateAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.enabled=false")
				.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(IqOperations.class));
		}

		@Test
		void withoutConnectionThereIsNone() {
			new ApplicationContextRunner()
				.withConfiguration(
						AutoConfigurations.of(XmppAutoConfiguration.class, IqTemplateAutoConfiguration.class))
				.withPropertyValues("xmpp.enabled=false")
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(IqOperations.class));
		}

	}

	@Nested
	class Settings {

		@Test
		void defaultTimeoutIsThatOfTheTemplate() {
			IqTemplateAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(IqTemplateSettings.class).timeout())
					.isEqualTo(IqTemplateSettings.DEFAULT.timeout()));
		}

		@Test
		void comeFromProperties() {
			IqTemplateAutoConfigurationTests.this.contextRunner.withPropertyValues("xmpp.iq.reply-timeout=5s")
				.run((context) -> {
					IqTemplateSettings settings = context.getBean(IqTemplateSettings.class);
					assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
					assertThat(settings.executor()).isSameAs(context.getBean("xmppCallbackExecutor"));
				});
		}

		@Test
		void clientFiltersApplyInOrderAndServerFiltersDoNot() {
			IqTemplateAutoConfigurationTests.this.contextRunner.withUserConfiguration(FiltersConfiguration.class)
				.run((context) -> {
					context.getBean(IqTemplate.class).exchange(REQUEST);
					assertThat(context.getBean(FiltersConfiguration.class).calls).containsExactly("first", "second");
				});
		}

		@Test
		void backOff() {
			IqTemplateAutoConfigurationTests.this.contextRunner
				.withBean(IqTemplateSettings.class, () -> IqTemplateSettings.DEFAULT)
				.run((context) -> assertThat(context).getBean(IqTemplateSettings.class)
					.isSameAs(IqTemplateSettings.DEFAULT));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FiltersConfiguration {

		private final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		ClientIqFilter second() {
			return (request, next) -> {
				this.calls.add("second");
				return next.exchange(request);
			};
		}

		@Bean
		@Order(1)
		ClientIqFilter first() {
			return (request, next) -> {
				this.calls.add("first");
				return next.exchange(request);
			};
		}

		@Bean
		ServerIqFilter server() {
			return (request, next) -> {
				this.calls.add("server");
				return next.exchange(request);
			};
		}

	}

}
