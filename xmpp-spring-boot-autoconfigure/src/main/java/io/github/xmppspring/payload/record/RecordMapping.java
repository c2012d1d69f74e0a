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

import java.lang.invoke.MethodHandle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a record and its element become each other.
 * <p>
 * Thread-safe once its components are known, which for records that hold themselves is
 * later than the mapping.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RecordMapping {

	private final Class<?> type;

	private final MethodHandle constructor;

	private Component[] components = {};

	private int[] readingOrder = {};

	/**
	 * Creates a mapping without components.
	 * @param type the record
	 * @param constructor takes an array of its components
	 */
	RecordMapping(Class<?> type, MethodHandle constructor) {
		this.type = type;
		this.constructor = constructor;
	}

	void setComponents(List<Component> components) {
		this.components = components.toArray(Component[]::new);
		this.readingOrder = IntStream.range(0, components.size())
			.boxed()
			.sorted(Comparator.comparingInt((index) -> this.components[index].binding().phase()))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	Object read(PayloadElement element, PayloadCodecs payloads) {
		@Nullable Object[] values = new Object[this.components.length];
		for (int i : this.readingOrder) {
			Component component = this.components[i];
			Object value = component.binding().read(element, payloads);
			if (value == null && !component.optional()) {
				throw element.malformed("must have " + component.binding().description());
			}
			values[i] = value;
		}
		return create(element, values);
	}

	private Object create(PayloadElement element, @Nullable Object[] values) {
		try {
			return (Object) this.constructor.invokeExact(values);
		}
		catch (XmppException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw PayloadException.malformed(element.element(), "is refused by " + this.type.getName(), ex);
		}
	}

	Element write(Element.Builder element, Object value, PayloadCodecs payloads) {
		Assert.isInstanceOf(this.type, value);
		for (Component component : this.components) {
			Object part = component.get(value);
			if (part != null) {
				component.binding().write(part, element, payloads);
			}
			else if (!component.optional()) {
				throw new PayloadException(
						"The component '%s' of %s must not be null".formatted(component.name(), this.type.getName()));
			}
		}
		return element.build();
	}

	/**
	 * A component of a record.
	 *
	 * @param name the name in Java
	 * @param accessor takes the record and gives the component
	 * @param binding what the component stands for
	 * @param optional whether it may be {@code null}
	 */
	record Component(String name, MethodHandle accessor, ComponentBinding binding, boolean optional) {

		@Nullable Object get(Object value) {
			try {
				return (Object) this.accessor.invokeExact(value);
			}
			catch (RuntimeException | Error ex) {
				throw ex;
			}
			catch (Throwable ex) {
				throw new PayloadException("The component '" + this.name + "' cannot be read", ex);
			}
		}

	}

}
