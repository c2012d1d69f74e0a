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

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Reads from the type and the annotations of a record component what it stands for.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ComponentReader {

	private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(XmppAttribute.class, XmppElement.class,
			XmppText.class, XmppContent.class);

	private final Class<?> owner;

	private final String namespace;

	private final ValueTypes values;

	private final RecordMappings mappings;

	/**
	 * Creates a reader.
	 * @param owner the record
	 * @param namespace the namespace of its element
	 * @param values knows which types are values
	 * @param mappings makes the mappings of records in the record
	 */
	ComponentReader(Class<?> owner, String namespace, ValueTypes values, RecordMappings mappings) {
		this.owner = owner;
		this.namespace = namespace;
		this.values = values;
		this.mappings = mappings;
	}

	/**
	 * Reads a component.
	 * @param component the component
	 * @param optional whether it may be {@code null}
	 * @return what it stands for
	 * @throws InvalidPayloadRecordException if that cannot be known
	 */
	ComponentBinding read(RecordComponent component, boolean optional) {
		try {
			return binding(component, optional);
		}
		catch (IllegalArgumentException ex) {
			throw invalid(component, "has a name that XML cannot hold");
		}
	}

	private ComponentBinding binding(RecordComponent component, boolean optional) {
		List<Class<? extends Annotation>> annotations = ANNOTATIONS.stream()
			.filter((type) -> AnnotatedElementUtils.isAnnotated(component, type))
			.toList();
		if (annotations.size() > 1) {
			throw invalid(component, "has the annotations @%s and @%s. It can have only one"
				.formatted(annotations.get(0).getSimpleName(), annotations.get(1).getSimpleName()));
		}
		if (component.getType() == Extensions.class) {
			if (!annotations.isEmpty()) {
				throw invalid(component, "is of type Extensions and can have no annotation");
			}
			return new ExtensionsBinding();
		}
		XmppAttribute attribute = AnnotatedElementUtils.findMergedAnnotation(component, XmppAttribute.class);
		if (attribute != null) {
			Attribute named = new Attribute(attribute.namespace(), orDefault(attribute.name(), component), "", "");
			return new AttributeBinding(named.namespace(), named.localName(), requiredValue(component));
		}
		if (annotations.contains(XmppText.class)) {
			return new TextBinding(requiredValue(component), component.getType() == String.class, optional);
		}
		if (annotations.contains(XmppContent.class)) {
			return content(component);
		}
		return element(component, AnnotatedElementUtils.findMergedAnnotation(component, XmppElement.class), optional);
	}

	private ValueType requiredValue(RecordComponent component) {
		ValueType value = this.values.find(component.getType());
		if (value == null) {
			throw invalid(component,
					"is of type %s, which is no value: the types of XML Schema, enums, Jid, and types that a "
						.formatted(component.getGenericType().getTypeName()) + "ConversionService makes of a string");
		}
		return value;
	}

	private ComponentBinding content(RecordComponent component) {
		Class<?> type = itemType(component);
		if (this.values.find(type) != null) {
			throw invalid(component, "is a value and no payload. Remove @XmppContent");
		}
		return new ContentBinding(type, isList(component));
	}

	private ComponentBinding element(RecordComponent component, @Nullable XmppElement annotation, boolean optional) {
		ComponentBinding binding = children(component, annotation, optional);
		if (annotation == null || annotation.wrapper().isEmpty()) {
			return binding;
		}
		String wrapper = annotation.wrapper();
		Element named = Element.of(annotation.namespace().isEmpty() ? this.namespace : annotation.namespace(), wrapper);
		return new WrapperBinding(named.namespace(), named.localName(), binding, optional);
	}

	private ComponentBinding children(RecordComponent component, @Nullable XmppElement annotation, boolean optional) {
		String name = orDefault((annotation != null) ? annotation.name() : "", component);
		String namespace = (annotation != null && !annotation.namespace().isEmpty()) ? annotation.namespace()
				: this.namespace;
		Element.of(namespace, name);
		if (component.getType() == LocalizedText.class) {
			return new LocalizedTextBinding(namespace, name, optional);
		}
		if (component.getType() == boolean.class) {
			return new FlagBinding(Element.of(namespace, name));
		}
		ChildType type = childType(component, annotation, namespace, name);
		return isList(component) ? new ListBinding(type) : new ChildBinding(type);
	}

	private ChildType childType(RecordComponent component, @Nullable XmppElement annotation, String namespace,
			String name) {
		Class<?> type = itemType(component);
		if (type == Element.class) {
			return new ChildType.OfElement(namespace, name);
		}
		ValueType value = this.values.find(type);
		if (value != null) {
			return new ChildType.OfValue(namespace, name, value, type == String.class);
		}
		if (type.isRecord()) {
			XmppPayload payload = type.getAnnotation(XmppPayload.class);
			boolean named = annotation != null && !annotation.name().isEmpty();
			boolean placed = annotation != null && !annotation.namespace().isEmpty();
			String recordName = (payload != null && !named) ? nameOf(type, payload) : name;
			String recordNamespace = (payload != null && !placed) ? payload.namespace() : namespace;
			return new ChildType.OfRecord(recordNamespace, recordName, this.mappings.mapping(type, recordNamespace));
		}
		throw invalid(component, "is of type %s, of which nothing is known. Annotate it with @XmppContent if there "
			.formatted(component.getGenericType().getTypeName())
				+ "is a codec for this type, or give it the type of a value, a record, or a List of one of them");
	}

	private Class<?> itemType(RecordComponent component) {
		if (!isList(component)) {
			return component.getType();
		}
		Class<?> item = ResolvableType.forType(component.getGenericType()).getGeneric(0).resolve();
		if (item == null || Stream.of(LocalizedText.class, Extensions.class, List.class).anyMatch(item::equals)) {
			throw invalid(component, "is a list of a type that cannot be in a list");
		}
		return item;
	}

	private static boolean isList(RecordComponent component) {
		return component.getType() == List.class;
	}

	private static String orDefault(String name, RecordComponent component) {
		return name.isEmpty() ? XmlNames.of(component.getName()) : name;
	}

	static String nameOf(Class<?> type, XmppPayload annotation) {
		return annotation.name().isEmpty() ? XmlNames.of(type.getSimpleName()) : annotation.name();
	}

	private InvalidPayloadRecordException invalid(RecordComponent component, String problem) {
		return InvalidPayloadRecordException.ofComponent(this.owner, component.getName(), problem);
	}

}
