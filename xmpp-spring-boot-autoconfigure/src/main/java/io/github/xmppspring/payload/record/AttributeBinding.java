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

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * An attribute.
 *
 * @param namespace the namespace name, empty for none
 * @param name the local name
 * @param type how its value is an object
 * @author XMPP for Spring Boot contributors
 */
record AttributeBinding(String namespace, String name, ValueType type) implements ComponentBinding {

	@Override
	public @Nullable Object read(PayloadElement element, PayloadCodecs payloads) {
		return element.attribute(this.namespace, this.name, this.type.parser());
	}

	@Override
	public void write(Object value, Element.Builder element, PayloadCodecs payloads) {
		String prefix = this.namespace.equals(XMLConstants.XML_NS_URI) ? XMLConstants.XML_NS_PREFIX : "";
		element.attribute(this.namespace, this.name, prefix, this.type.printer().apply(value));
	}

	@Override
	public Object target() {
		return "@" + new QName(this.namespace, this.name);
	}

	@Override
	public String description() {
		return "the attribute '" + this.name + "'";
	}

}
