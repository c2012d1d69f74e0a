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

import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolverComposite;

/**
 * An argument of a handler method, with what finds it: chosen once for all requests.
 *
 * @param parameter the argument
 * @param resolver finds it
 * @author XMPP for Spring Boot contributors
 */
record IqArgument(MethodParameter parameter, HandlerMethodArgumentResolver resolver) {

	/**
	 * Chooses what finds an argument.
	 * @param parameter the argument
	 * @param resolvers the first of these that supports the argument, or all of them if
	 * none does yet
	 * @return the argument
	 */
	static IqArgument of(MethodParameter parameter, HandlerMethodArgumentResolverComposite resolvers) {
		parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
		for (HandlerMethodArgumentResolver resolver : resolvers.getResolvers()) {
			if (resolver.supportsParameter(parameter)) {
				return new IqArgument(parameter, resolver);
			}
		}
		return new IqArgument(parameter, resolvers);
	}

	/**
	 * Finds the argument.
	 * @param message the request
	 * @return the value
	 * @throws UnresolvedArgumentException if the request does not have what it needs
	 * @throws Exception what the resolver throws else
	 */
	@Nullable Object resolve(Message<?> message) throws Exception {
		try {
			return this.resolver.resolveArgument(this.parameter, message);
		}
		catch (MessagingException ex) {
			throw new UnresolvedArgumentException(ex);
		}
	}

}
