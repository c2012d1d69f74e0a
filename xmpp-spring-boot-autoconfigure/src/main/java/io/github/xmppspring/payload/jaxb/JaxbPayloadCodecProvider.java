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

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Makes codecs for classes annotated with {@code @XmlRootElement}. The namespace comes
 * from the annotation or from {@code @XmlSchema} of the package.
 * <p>
 * Elements without a namespace, as JAXB has them unless the package is
 * {@code elementFormDefault = QUALIFIED}, stand for elements in the namespace of their
 * parent, both ways. For this, a class leaves out the namespaces of all its elements or
 * of none. Types that go into {@code xsi:type} need a namespace.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class JaxbPayloadCodecProvider implements PayloadCodecProvider {

	private static final String DEFAULT = "##default";

	@Override
	public <T> @Nullable PayloadCodec<T> codecFor(Class<T> type) {
		XmlRootElement root = type.getAnnotation(XmlRootElement.class);
		if (root == null) {
			return null;
		}
		XmlSchema schema = type.getPackage().getAnnotation(XmlSchema.class);
		String namespace = root.namespace();
		if (namespace.equals(DEFAULT)) {
			namespace = (schema != null) ? schema.namespace() : "";
		}
		if (namespace.isEmpty()) {
			throw new PayloadException("The payload type %s must have a namespace: @XmlRootElement(name, namespace)"
				.formatted(type.getName()));
		}
		String localName = root.name().equals(DEFAULT) ? StringUtils.uncapitalizeAsProperty(type.getSimpleName())
				: root.name();
		return new JaxbPayloadCodec<>(createContext(type), type, new QName(namespace, localName));
	}

	private static JAXBContext createContext(Class<?> type) {
		try {
			return JAXBContext.newInstance(type);
		}
		catch (JAXBException ex) {
			throw new PayloadException("JAXB refuses the payload type %s, or no JAXB runtime is on the class path"
				.formatted(type.getName()), ex);
		}
	}

}
