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

/**
 * Translates payloads that hold others, whose types they leave open: it is given the
 * codecs that are known where it is used.
 *
 * @param <T> the type of the payload
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface NestingPayloadCodec<T> extends PayloadCodec<T> {

	/**
	 * Reads a payload.
	 * @param element an element of the {@linkplain #name() name} of the payload
	 * @param payloads reads what is in it
	 * @return the payload
	 * @throws PayloadException if something in the element is missing or malformed
	 */
	T read(Element element, PayloadCodecs payloads);

	/**
	 * Writes a payload.
	 * @param value the payload
	 * @param payloads writes what is in it
	 * @return an element of the {@linkplain #name() name} of the payload
	 * @throws PayloadException if it has no XML form
	 */
	Element write(T value, PayloadCodecs payloads);

	/**
	 * Reads a payload of which nothing but elements is known.
	 * @param element an element of the {@linkplain #name() name} of the payload
	 * @return the payload
	 */
	@Override
	default T read(Element element) {
		return read(element, PayloadCodecs.none());
	}

	/**
	 * Writes a payload that holds nothing but elements.
	 * @param value the payload
	 * @return an element of the {@linkplain #name() name} of the payload
	 */
	@Override
	default Element write(T value) {
		return write(value, PayloadCodecs.none());
	}

}
