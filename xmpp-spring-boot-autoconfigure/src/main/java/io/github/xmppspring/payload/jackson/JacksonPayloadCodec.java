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

package io.github.xmppspring.payload.jackson;

import java.io.IOException;
import java.io.UncheckedIOException;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementStreamReader;
import io.github.xmppspring.xml.ElementStreamWriter;
import tools.jackson.dataformat.xml.XmlMapper;

/**
 * Reads and writes one type by Jackson XML.
 *
 * @param <T> the type of the payload
 * @author XMPP for Spring Boot contributors
 */
final class JacksonPayloadCodec<T> implements PayloadCodec<T> {

	private final XmlMapper mapper;

	private final Class<T> type;

	private final QName name;

	JacksonPayloadCodec(XmlMapper mapper, Class<T> type, QName name) {
		this.mapper = mapper;
		this.type = type;
		this.name = name;
	}

	@Override
	public QName name() {
		return this.name;
	}

	@Override
	public Class<T> type() {
		return this.type;
	}

	@Override
	public T read(Element element) {
		ElementStreamReader reader = new ElementStreamReader(element);
		reader.next();
		try {
			T value = this.mapper.readValue(new RelativeNameReader(reader), this.type);
			if (value == null) {
				throw new PayloadException("The payload %s is read as null".formatted(this.name));
			}
			return value;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Element write(T value) {
		ElementStreamWriter writer = new ElementStreamWriter();
		try {
			this.mapper.writeValue(writer, value);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return writer.element();
	}

	@Override
	public String toString() {
		return "JacksonPayloadCodec[" + this.type.getName() + "]";
	}

}
