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
 * A codec of two functions.
 *
 * @param name the name of the payload
 * @param type the type of the payload
 * @param reader makes a payload of an element
 * @param writer adds to an element what the payload holds
 * @param <T> the type of the payload
 * @author XMPP for Spring Boot contributors
 */
record FunctionalPayloadCodec<T>(QName name, Class<T> type, Function<PayloadElement, T> reader,
		BiConsumer<T, Element.Builder> writer) implements PayloadCodec<T> {

	@Override
	public T read(Element element) {
		return this.reader.apply(PayloadElement.of(element));
	}

	@Override
	public Element write(T value) {
		Element.Builder element = Element.builder(this.name);
		this.writer.accept(value, element);
		return element.build();
	}

}
