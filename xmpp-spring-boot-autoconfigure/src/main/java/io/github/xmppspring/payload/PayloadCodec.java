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

import java.util.function.BiConsumer;
import java.util.function.Function;

import javax.xml.namespace.QName;

import io.github.xmppspring.xml.Element;

/**
 * Translates payloads of one type. To support a payload, annotate a record with
 * {@code @XmppPayload}, declare a codec for it as a bean, or let a
 * {@link PayloadCodecProvider} make one from other annotations of the type.
 * <p>
 * Thread-safe. Types of one name are possible, as a request and its result often have
 * one.
 *
 * @param <T> the type of the payload
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface PayloadCodec<T> {

	/**
	 * The name of the payload.
	 * @return the qualified name of the element
	 */
	QName name();

	/**
	 * The type of the payload.
	 * @return the class
	 */
	Class<T> type();

	/**
	 * Reads a payload. Attributes and children that it does not know are to be ignored,
	 * as XMPP extensions put them anywhere.
	 * @param element an element of the {@linkplain #name() name} of the payload
	 * @return the payload
	 * @throws PayloadException if something in the element is missing or malformed; any
	 * other exception is taken for it too
	 */
	T read(Element element);

	/**
	 * Writes a payload.
	 * @param value the payload
	 * @return an element of the {@linkplain #name() name} of the payload
	 * @throws PayloadException if it has no XML form; any other exception is taken for it
	 * too
	 */
	Element write(T value);

	/**
	 * A codec of two functions.
	 * @param name the name of the payload
	 * @param type the type of the payload
	 * @param reader makes a payload of an element of the name
	 * @param writer adds to an element of the name what the payload holds
	 * @param <T> the type of the payload
	 * @return a codec
	 */
	static <T> PayloadCodec<T> of(QName name, Class<T> type, Function<PayloadElement, T> reader,
			BiConsumer<T, Element.Builder> writer) {
		return new FunctionalPayloadCodec<>(name, type, reader, writer);
	}

}
