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

package io.github.xmppspring.payload;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.converter.MessageConverter;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.util.Assert;

/**
 * Lets Spring Messaging convert between messages of an {@link Element} and payload
 * objects. What has no codec is left to other converters.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PayloadMessageConverter implements MessageConverter {

	private final PayloadCodecs codecs;

	/**
	 * Creates a converter.
	 * @param codecs the known payloads
	 */
	public PayloadMessageConverter(PayloadCodecs codecs) {
		Assert.notNull(codecs, "'codecs' must not be null");
		this.codecs = codecs;
	}

	/**
	 * Reads the payload of a message.
	 * @param message a message
	 * @param targetClass the wanted type
	 * @return the payload object, or {@code null} if the message holds no element or the
	 * type has no codec
	 * @throws MessageConversionException if the payload cannot be read
	 */
	@Override
	public @Nullable Object fromMessage(Message<?> message, Class<?> targetClass) {
		if (!(message.getPayload() instanceof Element payload)) {
			return null;
		}
		try {
			return this.codecs.supports(targetClass) ? this.codecs.read(payload, targetClass) : null;
		}
		catch (PayloadException ex) {
			throw new MessageConversionException(message, describe(ex), ex);
		}
	}

	/**
	 * Writes a payload into a message.
	 * @param payload the payload object
	 * @param headers the headers of the message, if any; they are taken as they are
	 * @return a message of an {@link Element}, or {@code null} if the object has no codec
	 * @throws MessageConversionException if the payload cannot be written
	 */
	@Override
	public @Nullable Message<?> toMessage(Object payload, @Nullable MessageHeaders headers) {
		try {
			if (!(payload instanceof Element) && this.codecs.writerOf(payload.getClass()) == null) {
				return null;
			}
			Element element = this.codecs.write(payload);
			return (headers != null) ? new GenericMessage<>(element, headers) : new GenericMessage<>(element);
		}
		catch (PayloadException ex) {
			throw new MessageConversionException(describe(ex), ex);
		}
	}

	private static String describe(PayloadException ex) {
		return String.valueOf(ex.getMessage());
	}

}
