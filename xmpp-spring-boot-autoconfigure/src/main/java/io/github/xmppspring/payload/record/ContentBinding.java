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

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Payloads of other types.
 *
 * @param type the type of each
 * @param list whether all of them are taken
 * @author XMPP for Spring Boot contributors
 */
record ContentBinding(Class<?> type, boolean list) implements ComponentBinding {

	@Override
	public @Nullable Object read(PayloadElement element, PayloadCodecs payloads) {
		Predicate<Element> filter = filter(payloads);
		if (!this.list) {
			PayloadElement child = element.child(filter);
			return (child != null) ? read(child.element(), payloads) : null;
		}
		List<Object> values = new ArrayList<>();
		for (PayloadElement child : element.children(filter)) {
			values.add(read(child.element(), payloads));
		}
		return Collections.unmodifiableList(values);
	}

	private Predicate<Element> filter(PayloadCodecs payloads) {
		if (takesAll()) {
			return (child) -> true;
		}
		if (isOpen()) {
			return (child) -> {
				Class<?> found = payloads.typeOf(child.name());
				return found != null && this.type.isAssignableFrom(found);
			};
		}
		QName name = payloads.codecFor(this.type).name();
		return (child) -> child.is(name);
	}

	private Object read(Element child, PayloadCodecs payloads) {
		return (this.type == Object.class || isOpen()) ? payloads.read(child) : payloads.read(child, this.type);
	}

	private boolean takesAll() {
		return this.type == Object.class || this.type == Element.class;
	}

	private boolean isOpen() {
		return Modifier.isAbstract(this.type.getModifiers());
	}

	@Override
	public void write(Object value, Element.Builder element, PayloadCodecs payloads) {
		if (!this.list) {
			element.child(payloads.write(value));
			return;
		}
		for (Object item : (List<?>) value) {
			element.child(payloads.write(item));
		}
	}

	@Override
	public Object target() {
		return takesAll() ? Object.class : this.type;
	}

	@Override
	public String description() {
		return takesAll() ? "a payload" : "a payload of type " + this.type.getName();
	}

	@Override
	public int phase() {
		return 1;
	}

}
