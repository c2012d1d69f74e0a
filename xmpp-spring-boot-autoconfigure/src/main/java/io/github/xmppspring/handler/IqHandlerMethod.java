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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.logging.impl.NoOpLog;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolverComposite;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

/**
 * A method of a bean, made once for all requests. The bean is looked up when the first
 * request comes, and for each request anew if it is not a singleton.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqHandlerMethod extends InvocableHandlerMethod {

	private final HandlerBean bean;

	private final List<IqArgument> arguments;

	IqHandlerMethod(HandlerBean bean, Method method, HandlerMethodArgumentResolverComposite resolvers) {
		super(bean.method(method));
		this.bean = bean;
		this.arguments = Arrays.stream(getMethodParameters())
			.map((parameter) -> IqArgument.of(parameter, resolvers))
			.toList();
		setMessageMethodArgumentResolvers(resolvers);
		// At TRACE it would show the arguments, with all that was received
		setLogger(new NoOpLog());
	}

	@Override
	public Object getBean() {
		return this.bean.get();
	}

	/**
	 * Calls the method, as {@link #invoke} would do it without further arguments.
	 * @param message the request
	 * @return what the method returns
	 * @throws Exception what the method or the search for its arguments throws
	 */
	@Nullable Object call(Message<?> message) throws Exception {
		@Nullable Object[] values = new Object[this.arguments.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.arguments.get(i).resolve(message);
		}
		return doInvoke(values);
	}

	// Unlike the overridden method this one keeps the arguments out of the messages
	@Override
	protected @Nullable Object doInvoke(@Nullable Object... args) throws Exception {
		try {
			return getBridgedMethod().invoke(getBean(), args);
		}
		catch (InvocationTargetException ex) {
			Throwable failure = ex.getTargetException();
			if (failure instanceof Error error) {
				throw error;
			}
			throw (failure instanceof Exception exception) ? exception : new IllegalStateException(failure);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException("Arguments of the wrong types for " + this, ex);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return super.equals(other);
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}

	/**
	 * This method, for people.
	 */
	@Override
	public String toString() {
		return describe(getMethod(), this.bean.name());
	}

	static String describe(Method method, String beanName) {
		return "%s.%s(%s) of bean '%s'".formatted(method.getDeclaringClass().getName(), method.getName(),
				Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", ")),
				beanName);
	}

}
