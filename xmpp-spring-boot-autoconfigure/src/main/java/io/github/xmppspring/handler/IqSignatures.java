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

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageHeaderAccessor;

/**
 * Finds at the start what would go wrong with each request: arguments that nothing reads
 * and return values that nothing writes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqSignatures {

	private final IqReturnValues returnValues;

	private final PayloadCodecs codecs;

	private final IqArgumentResolvers argumentResolvers;

	IqSignatures(IqReturnValues returnValues, PayloadCodecs codecs, IqArgumentResolvers argumentResolvers) {
		this.returnValues = returnValues;
		this.codecs = codecs;
		this.argumentResolvers = argumentResolvers;
	}

	/**
	 * Checks a method.
	 * @param beanType the class of its bean
	 * @param method the method
	 * @param handler the method, for people
	 * @throws InvalidIqMappingException if it could never answer a request
	 */
	void check(Class<?> beanType, Method method, String handler) {
		for (int i = 0; i < method.getParameterCount(); i++) {
			Class<?> type = unreadable(new MethodParameter(method, i).withContainingClass(beanType));
			if (type != null) {
				throw new InvalidIqMappingException(handler,
						"has the argument %s, but nothing reads payloads as that".formatted(type.getName()),
						"Take an Element, or make the argument a payload: " + IqMappingReader.asPayload(type));
			}
		}
		checkReturnType(ResolvableType.forMethodReturnType(method, beanType), handler);
	}

	private @Nullable Class<?> unreadable(MethodParameter parameter) {
		Class<?> type = IqMappingReader.payloadType(parameter);
		boolean unreadable = type != null && !isHeaders(type) && !type.isAssignableFrom(Element.class)
				&& !this.codecs.supports(type) && this.argumentResolvers.needsCodec(parameter);
		return unreadable ? type : null;
	}

	private static boolean isHeaders(Class<?> type) {
		return type == MessageHeaders.class || MessageHeaderAccessor.class.isAssignableFrom(type);
	}

	private void checkReturnType(ResolvableType returnType, String handler) {
		Class<?> type = this.returnValues.valueType(returnType);
		try {
			if (type != null && this.returnValues.isUnknown(type)) {
				throw new InvalidIqMappingException(handler,
						"returns %s, but nothing writes that as a payload".formatted(type.getName()),
						"Return an Element, nothing at all, or a payload: " + IqMappingReader.asPayload(type));
			}
		}
		catch (PayloadException ex) {
			throw new InvalidIqMappingException(handler, "returns a payload that cannot be written: " + ex.getMessage(),
					"Change the type that is returned, or declare a PayloadCodec bean for it.", ex);
		}
	}

}
