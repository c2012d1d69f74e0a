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

import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Shows Jackson, which looks at nothing but local names, the namespaces in these: a name
 * in the namespace that goes without saying, the one of the parent for an element and
 * none for an attribute, stays as it is. Any other becomes <code>{namespace}local</code>.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RelativeNameReader extends StreamReaderDelegate {

	private final ElementStreamReader reader;

	RelativeNameReader(ElementStreamReader reader) {
		super(reader);
		this.reader = reader;
	}

	static String qualified(String namespace, String localName) {
		return "{" + namespace + "}" + localName;
	}

	@Override
	public void setParent(@Nullable XMLStreamReader reader) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String getLocalName() {
		Element parent = this.reader.parent();
		String namespace = this.reader.getNamespaceURI();
		return (parent == null || parent.namespace().equals(namespace)) ? this.reader.getLocalName()
				: qualified(namespace, this.reader.getLocalName());
	}

	@Override
	public String getAttributeLocalName(int index) {
		String namespace = this.reader.getAttributeNamespace(index);
		return namespace.isEmpty() ? this.reader.getAttributeLocalName(index)
				: qualified(namespace, this.reader.getAttributeLocalName(index));
	}

}
