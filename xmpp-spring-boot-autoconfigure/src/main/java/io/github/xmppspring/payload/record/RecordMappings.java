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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;

/**
 * Makes the mapping of a record and of the records in it. All reflection happens here,
 * before the first element is read. For one record and one thread.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RecordMappings {

	private final ValueTypes values;

	private final Map<Key, RecordMapping> mappings = new HashMap<>();

	RecordMappings(ValueTypes values) {
		this.values = values;
	}

	/**
	 * The mapping of a record.
	 * @param type the record
	 * @param namespace the namespace of its element
	 * @return the mapping, possibly still without its components
	 */
	RecordMapping mapping(Class<?> type, String namespace) {
		Key key = new Key(type, namespace);
		RecordMapping known = this.mappings.get(key);
		if (known != null) {
			return known;
		}
		RecordMapping mapping = new RecordMapping(type, constructor(type));
		this.mappings.put(key, mapping);
		mapping.setComponents(components(type, namespace));
		return mapping;
	}

	private List<RecordMapping.Component> components(Class<?> type, String namespace) {
		List<RecordMapping.Component> components = new ArrayList<>();
		ComponentReader reader = new ComponentReader(type, namespace, this.values, this);
		Map<Object, String> targets = new HashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			boolean optional = isOptional(component);
			ComponentBinding binding = reader.read(component, optional);
			String other = targets.putIfAbsent(binding.target(), component.getName());
			if (other != null) {
				throw InvalidPayloadRecordException.ofComponent(type, component.getName(),
						"stands for the same as '" + other + "'");
			}
			components
				.add(new RecordMapping.Component(component.getName(), accessor(type, component), binding, optional));
		}
		return components;
	}

	private static boolean isOptional(RecordComponent component) {
		return !component.getType().isPrimitive()
				&& Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NULLABLE;
	}

	private static MethodHandle constructor(Class<?> type) {
		Class<?>[] types = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return MethodHandles.lookup()
				.unreflectConstructor(constructor)
				.asSpreader(Object[].class, types.length)
				.asType(MethodType.methodType(Object.class, Object[].class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw inaccessible(type, ex);
		}
	}

	private static MethodHandle accessor(Class<?> type, RecordComponent component) {
		try {
			Method accessor = component.getAccessor();
			accessor.setAccessible(true);
			return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw inaccessible(type, ex);
		}
	}

	private static InvalidPayloadRecordException inaccessible(Class<?> type, @Nullable Throwable cause) {
		return new InvalidPayloadRecordException(type, "is not accessible. Open its module, if it is in one", cause);
	}

	private record Key(Class<?> type, String namespace) {

	}

}
