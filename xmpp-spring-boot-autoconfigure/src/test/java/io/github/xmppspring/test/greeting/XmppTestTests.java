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

package io.github.xmppspring.test.greeting;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.test.XmppPeers;
import io.github.xmppspring.test.XmppTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.validation.Validator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppTest @XmppTest}: what is in such a context, and what is not.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppTestTests {

	@Test
	void contextsAreCached() {
		assertThat(contextOf(WithHandlers.class)).isSameAs(contextOf(WithHandlers.class))
			.isNotSameAs(contextOf(WithoutServer.class));
	}

	private static ApplicationContext contextOf(Class<?> test) {
		return new TestContextManager(test).getTestContext().getApplicationContext();
	}

	@Nested
	@XmppTest(properties = "own=property")
	@MockitoBean(types = GreetingService.class)
	class WithServer {

		@Autowired
		private ApplicationContext context;

		@Test
		void hasWhatBelongsToXmpp() {
			assertThat(List.of(GreetingHandlers.class, GreetingFilter.class, GreetingArguments.class,
					GreetingContributor.class, IqDispatcher.class, IqOperations.class, EmbeddedXmppServer.class,
					XmppPeers.class, Validator.class))
				.allSatisfy((type) -> assertThat(this.context.getBeanNamesForType(type)).hasSize(1));
		}

		@Test
		void hasNothingElse() {
			assertThat(this.context.getBeanNamesForType(UnrelatedService.class)).isEmpty();
			assertThat(this.context.containsBean("applicationTaskExecutor")).isFalse();
			assertThat(this.context.containsBean("xmppHealthContributor")).isFalse();
		}

		@Test
		void hasItsProperties() {
			assertThat(this.context.getEnvironment().getProperty("own")).isEqualTo("property");
		}

	}

	@Nested
	@XmppTest(server = false, useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = UnrelatedService.class),
			properties = "xmpp.jid=bot@example.org")
	class WithoutServer {

		@Autowired
		private ApplicationContext context;

		@Test
		void hasNoServer() {
			assertThat(this.context.getBeanNamesForType(EmbeddedXmppServer.class)).isEmpty();
			assertThat(this.context.getBean(XmppPeers.class).login("juliet").application())
				.isEqualTo(Jid.of("bot@example.org/test"));
			assertThat(this.context.getBean(XmppConnection.class).status().stream()).isNotNull();
		}

		@Test
		void hasWhatFiltersSay() {
			assertThat(this.context.getBeanNamesForType(UnrelatedService.class)).hasSize(1);
			assertThat(this.context.getBeanNamesForType(GreetingHandlers.class)).isEmpty();
		}

	}

	@Nested
	@XmppTest(handlers = UnrelatedService.class, server = false)
	class WithHandlers {

		@Autowired
		private ApplicationContext context;

		@Test
		void hasThemAlone() {
			assertThat(this.context.getBeanNamesForType(UnrelatedService.class)).hasSize(1);
			assertThat(this.context.getBeanNamesForType(GreetingHandlers.class)).isEmpty();
			assertThat(this.context.getBeanNamesForType(GreetingFilter.class)).hasSize(1);
		}

	}

}
