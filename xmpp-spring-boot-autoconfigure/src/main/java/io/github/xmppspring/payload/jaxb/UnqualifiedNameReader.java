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

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Shows elements in the namespace of their parent without a namespace, to classes that
 * leave it out.
 *
 * @author XMPP for Spring Boot contributors
 */
final class UnqualifiedNameReader extends StreamReaderDelegate {

	private final ElementStreamReader reader;

	UnqualifiedNameReader(ElementStreamReader reader) {
		super(reader);
		this.reader = reader;
	}

	@Override
	public void setParent(@Nullable XMLStreamReader reader) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String getNamespaceURI() {
		Element parent = this.reader.parent();
		String namespace = this.reader.getNamespaceURI();
		return (parent != null && parent.namespace().equals(namespace)) ? XMLConstants.NULL_NS_URI : namespace;
	}

	@Override
	public QName getName() {
		return new QName(getNamespaceURI(), getLocalName());
	}

}
