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

package io.github.xmppspring.payload.record;

import java.util.Optional;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.NestingPayloadCodec;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.util.Assert;

/**
 * The codec of a {@link XmppPayload} record. It has the order that the record gives with
 * {@link org.springframework.core.annotation.Order @Order}.
 *
 * @param <T> the record
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class RecordPayloadCodec<T> implements NestingPayloadCodec<T>, Ordered {

	private final Class<T> type;

	private final QName name;

	private final int order;

	private final RecordMapping mapping;

	private RecordPayloadCodec(Class<T> type, QName name, RecordMapping mapping) {
		this.type = type;
		this.name = name;
		this.order = Optional.ofNullable(OrderUtils.getOrder(type)).orElse(Ordered.LOWEST_PRECEDENCE);
		this.mapping = mapping;
	}

	/**
	 * Creates the codec of a record.
	 * @param type the record
	 * @param <T> the record
	 * @return a codec
	 * @throws InvalidPayloadRecordException if it is not declared as it should be
	 */
	public static <T> RecordPayloadCodec<T> of(Class<T> type) {
		return of(type, new DefaultConversionService());
	}

	/**
	 * Creates the codec of a record.
	 * @param type the record
	 * @param conversions makes strings of values, and values of strings, for types that
	 * neither XML Schema nor XMPP has
	 * @param <T> the record
	 * @return a codec
	 * @throws InvalidPayloadRecordException if it is not declared as it should be
	 */
	public static <T> RecordPayloadCodec<T> of(Class<T> type, ConversionService conversions) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(conversions, "'conversions' must not be null");
		XmppPayload annotation = type.getAnnotation(XmppPayload.class);
		if (!type.isRecord() || annotation == null || annotation.namespace().isBlank()) {
			throw new InvalidPayloadRecordException(type,
					"must be a record that is annotated with @XmppPayload and has a namespace");
		}
		QName name = new QName(annotation.namespace(), ComponentReader.nameOf(type, annotation));
		try {
			Element.builder(name);
			return new RecordPayloadCodec<>(type, name,
					new RecordMappings(new ValueTypes(conversions)).mapping(type, name.getNamespaceURI()));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPayloadRecordException(type, "has a name that XML cannot hold", ex);
		}
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
	public int getOrder() {
		return this.order;
	}

	@Override
	public T read(Element element, PayloadCodecs payloads) {
		return this.type.cast(this.mapping.read(PayloadElement.of(element), payloads));
	}

	@Override
	public Element write(T value, PayloadCodecs payloads) {
		return this.mapping.write(Element.builder(this.name), value, payloads);
	}

}
