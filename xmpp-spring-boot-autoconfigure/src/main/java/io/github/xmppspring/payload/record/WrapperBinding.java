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
import org.jspecify.annotations.Nullable;

/**
 * A child element around what a component stands for.
 *
 * @param namespace the namespace name
 * @param name the local name
 * @param inner what the component stands for in it
 * @param optional whether {@code null} says that there is no such element
 * @author XMPP for Spring Boot contributors
 */
record WrapperBinding(String namespace, String name, ComponentBinding inner,
		boolean optional) implements ComponentBinding {

	@Override
	public @Nullable Object read(PayloadElement element, PayloadCodecs payloads) {
		PayloadElement wrapper = element.child(this.namespace, this.name);
		if (wrapper == null) {
			return this.optional ? null : this.inner.read(absent(), payloads);
		}
		Object value = this.inner.read(wrapper, payloads);
		if (value == null && !this.optional) {
			throw wrapper.malformed("must have " + this.inner.description());
		}
		return value;
	}

	@Override
	public void write(Object value, Element.Builder element, PayloadCodecs payloads) {
		Element.Builder builder = Element.builder(this.namespace, this.name);
		this.inner.write(value, builder, payloads);
		Element wrapper = builder.build();
		if (this.optional || !wrapper.content().isEmpty()) {
			element.child(wrapper);
		}
	}

	// Reads as an empty list, no text or no flag, which need no wrapper, else as null
	private PayloadElement absent() {
		return PayloadElement.of(Element.of(this.namespace, this.name));
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
