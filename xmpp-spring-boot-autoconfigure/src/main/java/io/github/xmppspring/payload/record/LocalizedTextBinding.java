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

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Child elements with a text in several languages.
 *
 * @param namespace the namespace name
 * @param name the local name
 * @param optional whether no text is {@code null}
 * @author XMPP for Spring Boot contributors
 */
record LocalizedTextBinding(String namespace, String name, boolean optional) implements ComponentBinding {

	@Override
	public @Nullable Object read(PayloadElement element, PayloadCodecs payloads) {
		LocalizedText text = LocalizedText
			.from(element.children(this.namespace, this.name).stream().map(PayloadElement::element).toList());
		return (text.isEmpty() && this.optional) ? null : text;
	}

	@Override
	public void write(Object value, Element.Builder element, PayloadCodecs payloads) {
		((LocalizedText) value).writeTo(element, this.namespace, this.name);
	}

	@Override
	public Object target() {
		return new QName(this.namespace, this.name);
	}

	@Override
	public String description() {
		return "the child <" + this.name + "/>";
	}

}
