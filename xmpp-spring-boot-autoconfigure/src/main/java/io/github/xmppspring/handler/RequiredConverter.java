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

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.converter.MessageConverter;
import org.springframework.messaging.converter.SmartMessageConverter;

/**
 * Fails where no converter knows the type of an argument: that is a mistake of this
 * application, not of the peer.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RequiredConverter implements SmartMessageConverter {

	private final MessageConverter converter;

	RequiredConverter(MessageConverter converter) {
		this.converter = converter;
	}

	@Override
	public Object fromMessage(Message<?> message, Class<?> targetClass) {
		return fromMessage(message, targetClass, null);
	}

	@Override
	public Object fromMessage(Message<?> message, Class<?> targetClass, @Nullable Object conversionHint) {
		Object converted = (this.converter instanceof SmartMessageConverter smart)
				? smart.fromMessage(message, targetClass, conversionHint)
				: this.converter.fromMessage(message, targetClass);
		if (converted == null) {
			throw new IllegalStateException("Nothing reads payloads as " + targetClass.getName());
		}
		return converted;
	}

	@Override
	public @Nullable Message<?> toMessage(Object payload, @Nullable MessageHeaders headers) {
		return this.converter.toMessage(payload, headers);
	}

	@Override
	public @Nullable Message<?> toMessage(Object payload, @Nullable MessageHeaders headers,
			@Nullable Object conversionHint) {
		return (this.converter instanceof SmartMessageConverter smart)
				? smart.toMessage(payload, headers, conversionHint) : toMessage(payload, headers);
	}

}
