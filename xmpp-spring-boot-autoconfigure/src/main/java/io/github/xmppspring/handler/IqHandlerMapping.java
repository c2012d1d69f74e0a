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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.TaskDecorator;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolverComposite;
import org.springframework.util.Assert;

/**
 * Knows which handler answers which requests: all
 * {@link io.github.xmppspring.handler.annotation.IqHandler @IqHandler} methods and
 * {@link IqResponder} beans of the application. They are collected once, when all
 * singletons are there; until then there are none.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqHandlerMapping implements SmartInitializingSingleton, BeanFactoryAware {

	private final PayloadCodecs codecs;

	private final IqArgumentResolvers argumentResolvers;

	private final Executor executor;

	private final TaskDecorator decorator;

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	private volatile IqRoutes routes = new IqRoutes(List.of());

	/**
	 * Creates the mapping.
	 * @param codecs writes payloads, and knows the names of their classes
	 * @param argumentResolvers finds the arguments of handler methods
	 * @param executor runs what is left to do for an asynchronous handler that finished
	 * on an event loop
	 */
	public IqHandlerMapping(PayloadCodecs codecs, IqArgumentResolvers argumentResolvers, Executor executor) {
		this(codecs, argumentResolvers, executor, (task) -> task);
	}

	/**
	 * Creates a mapping whose asynchronous handlers keep their context.
	 * @param codecs writes payloads, and knows the names of their classes
	 * @param argumentResolvers finds the arguments of handler methods
	 * @param executor runs what is left to do for an asynchronous handler that finished
	 * on an event loop
	 * @param decorator takes the context in which a handler returned to what is left to
	 * do when its value is there
	 */
	public IqHandlerMapping(PayloadCodecs codecs, IqArgumentResolvers argumentResolvers, Executor executor,
			TaskDecorator decorator) {
		Assert.notNull(codecs, "'codecs' must not be null");
		Assert.notNull(argumentResolvers, "'argumentResolvers' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		Assert.notNull(decorator, "'decorator' must not be null");
		this.codecs = codecs;
		this.argumentResolvers = argumentResolvers;
		this.executor = executor;
		this.decorator = decorator;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	/**
	 * Collects the handlers.
	 * @throws AmbiguousIqMappingException if two of them would answer the same requests
	 * @throws InvalidIqMappingException if one of them could never answer a request
	 */
	@Override
	public void afterSingletonsInstantiated() {
		ConfigurableListableBeanFactory beanFactory = this.beanFactory;
		Assert.state(beanFactory != null, "The mapping is no bean");
		List<IqRoute> found = new ArrayList<>();
		addMethods(beanFactory, found);
		beanFactory.getBeanProvider(IqResponder.class).orderedStream().forEach((responder) -> add(responder, found));
		this.routes = new IqRoutes(found);
	}

	private void addMethods(ConfigurableListableBeanFactory beanFactory, List<IqRoute> routes) {
		IqMappingReader reader = new IqMappingReader(this.codecs, beanFactory);
		IqReturnValues returnValues = new IqReturnValues(this.codecs);
		IqSignatures signatures = new IqSignatures(returnValues, this.codecs, this.argumentResolvers);
		HandlerMethodArgumentResolverComposite resolvers = this.argumentResolvers.build(beanFactory);
		Map<String, HandlerBean> beans = new HashMap<>();
		Map<String, IqExceptionHandlers> exceptionHandlers = new HashMap<>();
		new IqHandlerMethodScanner(beanFactory).scan((found) -> {
			String description = found.toString();
			if (returnValues.isMultiValue(found.method().getReturnType())) {
				throw new InvalidIqMappingException(description, "returns many values, of which there is no one reply",
						"Return one value, a CompletionStage or a Mono: collect the values into one payload.");
			}
			HandlerBean bean = beans.computeIfAbsent(found.beanName(), (name) -> HandlerBean.of(name, beanFactory));
			IqHandlerMethod method = new IqHandlerMethod(bean, found.method(), resolvers);
			IqExceptionHandlers handlers = exceptionHandlers.computeIfAbsent(found.beanName(),
					(beanName) -> IqExceptionHandlers.of(found.beanType(), description,
							(other) -> new IqHandlerMethod(bean, other, resolvers)));
			IqMethodInvoker invoker = new IqMethodInvoker(method, handlers, returnValues, this.executor,
					this.decorator);
			reader.read(found.beanType(), found.method(), description)
				.forEach((mapping) -> routes.add(new IqRoute(mapping, invoker, description, false, false)));
			signatures.check(found.beanType(), found.method(), description);
		});
	}

	private static void add(IqResponder responder, List<IqRoute> routes) {
		String description = responder.getClass().getName();
		responder.mappings()
			.forEach((mapping) -> routes
				.add(new IqRoute(mapping, responder, description, responder.isNonBlocking(), responder.isFallback())));
	}

	PayloadCodecs codecs() {
		return this.codecs;
	}

	/**
	 * The mapping of what answers a request.
	 * @param request the request
	 * @return the mapping, or {@code null} if nothing answers requests of this name
	 */
	public @Nullable IqMapping mappingOf(Iq request) {
		IqRoute route = find(request);
		return (route != null) ? route.mapping() : null;
	}

	@Nullable IqRoute find(Iq request) {
		return this.routes.find(request);
	}

	/**
	 * The namespaces in which there is a handler: the features by which others find out
	 * what they may ask (XEP-0030).
	 * @return the namespace names in alphabetical order
	 */
	public Set<String> namespaces() {
		return this.routes.namespaces();
	}

	/**
	 * What answers which requests, for people.
	 * @return the mappings with their handlers, ordered by mapping
	 */
	public List<IqMappingInfo> mappings() {
		return this.routes.describe();
	}

}
