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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.handler.annotation.support.AnnotationExceptionHandlerMethodResolver;

/**
 * The {@code @MessageExceptionHandler} methods of one bean.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqExceptionHandlers {

	private final AnnotationExceptionHandlerMethodResolver resolver;

	private final Function<Method, IqHandlerMethod> factory;

	private final Map<Method, IqHandlerMethod> methods = new ConcurrentHashMap<>();

	IqExceptionHandlers(Class<?> beanType, Function<Method, IqHandlerMethod> factory) {
		this.resolver = new AnnotationExceptionHandlerMethodResolver(beanType);
		this.factory = factory;
	}

	static IqExceptionHandlers of(Class<?> beanType, String handler, Function<Method, IqHandlerMethod> factory) {
		try {
			return new IqExceptionHandlers(beanType, factory);
		}
		catch (IllegalStateException ex) {
			throw new InvalidIqMappingException(handler,
					"stands beside @MessageExceptionHandler methods that cannot be told apart or handle nothing: "
							+ ex.getMessage(),
					"Give each exception one method, and each method an exception, by its argument or annotation.", ex);
		}
	}

	/**
	 * Lets the method for this failure, if there is one, say how to answer.
	 * @param failure what the handler threw
	 * @param message the request
	 * @return what the method returned
	 * @throws Throwable what the method throws, and the failure itself if there is no
	 * method for it, or one that only looks on
	 */
	@Nullable Object handle(Throwable failure, IqMessage message) throws Throwable {
		Throwable cause = causeOf(failure);
		Method method = this.resolver.resolveMethod(cause);
		if (method == null) {
			throw failure;
		}
		IqHandlerMethod handler = this.methods.computeIfAbsent(method, this.factory);
		Object value = handler.invoke(message, chainOf(cause));
		if (handler.isVoid()) {
			throw failure;
		}
		return value;
	}

	private static Throwable causeOf(Throwable failure) {
		Throwable cause = failure.getCause();
		return (failure instanceof UnresolvedArgumentException && cause != null) ? cause : failure;
	}

	private static Object[] chainOf(Throwable cause) {
		List<Throwable> chain = new ArrayList<>();
		for (Throwable next = cause; next != null && !chain.contains(next); next = next.getCause()) {
			chain.add(next);
		}
		return chain.toArray();
	}

}
