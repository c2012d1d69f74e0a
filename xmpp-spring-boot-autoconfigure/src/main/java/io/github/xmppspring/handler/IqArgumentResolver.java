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

import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;

/**
 * Arguments that are the request itself or a part of it: {@link Iq}, {@link IqType} and
 * the sender as {@link Jid}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqArgumentResolver implements HandlerMethodArgumentResolver {

	static final Set<Class<?>> TYPES = Set.of(Iq.class, IqType.class, Jid.class);

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return TYPES.contains(parameter.getParameterType()) && !parameter.hasParameterAnnotation(Header.class)
				&& !parameter.hasParameterAnnotation(Payload.class);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) {
		if (!(message instanceof IqMessage iqMessage)) {
			throw new IllegalStateException("Not the message of an IQ request");
		}
		Iq request = iqMessage.request();
		Class<?> type = parameter.getParameterType();
		if (type == Iq.class) {
			return request;
		}
		return (type == IqType.class) ? request.type() : sender(request);
	}

	// A stanza without a sender comes from the own account (RFC 6120, 8.1.2.1)
	private static @Nullable Jid sender(Iq request) {
		Jid from = request.from();
		Jid to = request.to();
		return (from != null || to == null) ? from : to.bare();
	}

}
