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

import java.util.concurrent.Executor;

import io.github.xmppspring.handler.IqArgumentResolvers;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.IqErrorPolicy;
import io.github.xmppspring.handler.IqHandlerLimits;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadMessageConverter;
import io.github.xmppspring.stanza.ServerIqFilter;
import io.github.xmppspring.stanza.StanzaErrorCondition;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;
import org.springframework.validation.Validator;

/**
 * Auto-configuration for {@code @IqHandler} methods: where they run, how requests get to
 * them, and the requests that are answered without them.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = { XmppAutoConfiguration.class, PayloadAutoConfiguration.class },
		afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnBooleanProperty(name = "xmpp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(IqProperties.class)
@Import({ HandlerExecutorConfiguration.class, TaskDecoratorConfiguration.class, BuiltinResponderConfiguration.class,
		BuiltinDiscoConfiguration.class })
public final class IqHandlerAutoConfiguration {

	IqHandlerAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	IqArgumentResolvers iqArgumentResolvers(PayloadCodecs payloads, ObjectProvider<Validator> validator,
			ObjectProvider<IqArgumentResolversCustomizer> customizers) {
		IqArgumentResolvers resolvers = new IqArgumentResolvers(new PayloadMessageConverter(payloads))
			.validator(validator.getIfUnique());
		customizers.orderedStream().forEach((customizer) -> customizer.customize(resolvers));
		return resolvers;
	}

	@Bean
	@ConditionalOnMissingBean
	IqHandlerMapping iqHandlerMapping(PayloadCodecs payloads, IqArgumentResolvers resolvers,
			@Qualifier(HandlerExecutorConfiguration.NAME) Executor executor,
			@Qualifier(TaskDecoratorConfiguration.NAME) ObjectProvider<TaskDecorator> decorator) {
		return new IqHandlerMapping(payloads, resolvers, executor, decorator.getIfAvailable(() -> (task) -> task));
	}

	@Bean
	@ConditionalOnMissingBean
	IqDispatcher iqDispatcher(IqHandlerMapping mapping, IqProperties properties) {
		IqProperties.Handler handler = properties.getHandler();
		StanzaErrorCondition unknownNamespace = handler.getUnknownNamespace();
		PropertyChecks.require(IqErrorPolicy.isUnhandled(unknownNamespace), "xmpp.iq.handler.unknown-namespace",
				unknownNamespace, "It must be service-unavailable or feature-not-implemented",
				"Set 'xmpp.iq.handler.unknown-namespace' to one of the two.");
		return new IqDispatcher(mapping, new IqErrorPolicy(unknownNamespace, handler.isErrorPayload()));
	}

	@Bean
	@ConditionalOnMissingBean
	IqHandlerLimits iqHandlerLimits(IqProperties properties) {
		IqProperties.Handler handler = properties.getHandler();
		return new IqHandlerLimits(PropertyChecks.positive("xmpp.iq.handler.max-pending", handler.getMaxPending()),
				PropertyChecks.positive("xmpp.iq.handler.timeout", handler.getTimeout()), handler.isOrdered());
	}

	@Bean
	@ConditionalOnMissingBean
	OrderedIqExchange orderedIqExchange(IqDispatcher dispatcher, ObjectProvider<ServerIqFilter> filters,
			@Qualifier(HandlerExecutorConfiguration.NAME) Executor executor, IqHandlerLimits limits,
			@Qualifier(TaskDecoratorConfiguration.NAME) ObjectProvider<TaskDecorator> decorator) {
		return new OrderedIqExchange(dispatcher, filters.orderedStream().toList(), executor, limits,
				decorator.getIfAvailable(() -> (task) -> task));
	}

}
