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

package io.github.xmppspring.payload.jaxb;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementStreamReader;
import io.github.xmppspring.xml.ElementStreamWriter;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;

/**
 * Reads and writes one type by JAXB.
 *
 * @param <T> the type of the payload
 * @author XMPP for Spring Boot contributors
 */
final class JaxbPayloadCodec<T> implements PayloadCodec<T> {

	private final JAXBContext context;

	private final Class<T> type;

	private final QName name;

	private final boolean qualified;

	JaxbPayloadCodec(JAXBContext context, Class<T> type, QName name) {
		this.context = context;
		this.type = type;
		this.name = name;
		this.qualified = QualifiedElements.areUsedBy(type);
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
		try {
			Unmarshaller unmarshaller = this.context.createUnmarshaller();
			// Values that cannot be read are reported with an exception, unknown elements
			// without
			unmarshaller.setEventHandler((event) -> event.getLinkedException() == null);
			ElementStreamReader reader = new ElementStreamReader(element);
			XMLStreamReader source = this.qualified ? reader : new UnqualifiedNameReader(reader);
			JAXBElement<T> value = unmarshaller.unmarshal(source, this.type);
			return value.getValue();
		}
		catch (JAXBException ex) {
			throw new PayloadException("JAXB cannot read the payload %s".formatted(this.name), ex);
		}
	}

	@Override
	public Element write(T value) {
		try {
			Marshaller marshaller = this.context.createMarshaller();
			marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
			ElementStreamWriter writer = new ElementStreamWriter();
			marshaller.marshal(value, writer);
			return writer.element();
		}
		catch (JAXBException ex) {
			throw new PayloadException("JAXB cannot write the payload %s".formatted(this.name), ex);
		}
	}

	@Override
	public String toString() {
		return "JaxbPayloadCodec[" + this.type.getName() + "]";
	}

}
