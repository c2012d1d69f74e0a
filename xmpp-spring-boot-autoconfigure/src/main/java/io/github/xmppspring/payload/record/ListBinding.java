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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

/**
 * All child elements of a name.
 *
 * @param type what each of them is
 * @author XMPP for Spring Boot contributors
 */
record ListBinding(ChildType type) implements ComponentBinding {

	@Override
	public Object read(PayloadElement element, PayloadCodecs payloads) {
		List<PayloadElement> children = element.children(this.type.namespace(), this.type.name());
		List<Object> values = new ArrayList<>(children.size());
		for (PayloadElement child : children) {
			values.add(this.type.read(child, payloads));
		}
		return Collections.unmodifiableList(values);
	}

	@Override
	public void write(Object value, Element.Builder element, PayloadCodecs payloads) {
		for (Object item : (List<?>) value) {
			element.child(this.type.write(item, payloads));
		}
	}

	@Override
	public Object target() {
		return new QName(this.type.namespace(), this.type.name());
	}

	@Override
	public String description() {
		return "the children <" + this.type.name() + "/>";
	}

}
