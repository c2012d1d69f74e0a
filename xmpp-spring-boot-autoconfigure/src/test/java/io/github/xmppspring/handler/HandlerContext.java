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

package io.github.xmppspring.handler;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadMessageConverter;
import io.github.xmppspring.stanza.Iq;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * An application context with the handlers of a test.
 */
final class HandlerContext implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	HandlerContext(Class<?>... components) {
		this(Map.of(), components);
	}

	HandlerContext(Map<String, Object> properties, Class<?>... components) {
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
		this.context.register(Beans.class);
		this.context.register(components);
	}

	AnnotationConfigApplicationContext context() {
		return this.context;
	}

	HandlerContext refresh() {
		this.context.refresh();
		return this;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	IqHandlerMapping mapping() {
		return bean(IqHandlerMapping.class);
	}

	IqDispatcher dispatcher() {
		return bean(IqDispatcher.class);
	}

	Iq exchange(Iq request) {
		CompletableFuture<Iq> reply = dispatcher().exchange(request).toCompletableFuture();
		return reply.orTimeout(10, TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		static PropertySourcesPlaceholderConfigurer placeholders() {
			return new PropertySourcesPlaceholderConfigurer();
		}

		@Bean
		PayloadCodecs payloadCodecs() {
			return Tickets.codecs();
		}

		@Bean
		LocalValidatorFactoryBean validator() {
			return new LocalValidatorFactoryBean();
		}

		@Bean
		IqHandlerMapping iqHandlerMapping(PayloadCodecs codecs, LocalValidatorFactoryBean validator) {
			IqArgumentResolvers resolvers = new IqArgumentResolvers(new PayloadMessageConverter(codecs))
				.validator(validator);
			return new IqHandlerMapping(codecs, resolvers, new SimpleAsyncTaskExecutor("continuation-"));
		}

		@Bean
		IqDispatcher iqDispatcher(IqHandlerMapping mapping) {
			return new IqDispatcher(mapping);
		}

	}

}
