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

import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClassResolver;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.dataformat.xml.XmlAnnotationIntrospector;

/**
 * Makes Jackson look for properties under the names that {@link RelativeNameReader} and
 * the parser show when XML is read: those that name a namespace under the name with the
 * namespace, wrapped lists under the name of the wrapper, texts under {@link #TEXT}.
 * (Jackson itself finds wrappers and texts by renaming properties late, too late for
 * records.)
 * <p>
 * A property may name the namespace that its element has anyway. Whether it does is known
 * if its class says in which namespace it stands. If not, both names are accepted.
 *
 * @author XMPP for Spring Boot contributors
 */
@SuppressWarnings("serial")
final class NamespaceAnnotationIntrospector extends AnnotationIntrospector {

	/**
	 * The name of the property that is the text of its element; no element is named so.
	 */
	static final String TEXT = "#text";

	private final AnnotationIntrospector annotations;

	NamespaceAnnotationIntrospector(AnnotationIntrospector annotations) {
		this.annotations = annotations;
	}

	@Override
	public @Nullable PropertyName findNameForDeserialization(MapperConfig<?> config, Annotated annotated) {
		return nameToRead(config, annotated, this.annotations.findNameForDeserialization(config, annotated));
	}

	@Override
	public @Nullable PropertyName findNameForSerialization(MapperConfig<?> config, Annotated annotated) {
		// Also asked for getters of properties that are to be read
		return nameToRead(config, annotated, this.annotations.findNameForSerialization(config, annotated));
	}

	private @Nullable PropertyName nameToRead(MapperConfig<?> config, Annotated annotated,
			@Nullable PropertyName given) {
		if (!(config instanceof DeserializationConfig)) {
			return null;
		}
		if (has(annotated, (xml, property) -> xml.isOutputAsText(config, property))) {
			return PropertyName.construct(TEXT);
		}
		PropertyName wrapper = this.annotations.findWrapperName(config, annotated);
		if (wrapper != null && !wrapper.isEmpty()) {
			return isElsewhere(config, annotated, wrapper) ? qualified(wrapper)
					: PropertyName.construct(wrapper.getSimpleName());
		}
		PropertyName name = namespaced(annotated, given);
		return (name != null && isElsewhere(config, annotated, name)) ? qualified(name) : null;
	}

	@Override
	public @Nullable List<PropertyName> findPropertyAliases(MapperConfig<?> config, Annotated annotated) {
		PropertyName name = (config instanceof DeserializationConfig)
				? namespaced(annotated, this.annotations.findNameForDeserialization(config, annotated)) : null;
		if (name == null || isAttribute(config, annotated)) {
			return null;
		}
		List<PropertyName> given = this.annotations.findPropertyAliases(config, annotated);
		List<PropertyName> aliases = new ArrayList<>((given != null) ? given : List.of());
		if (!isElsewhere(config, annotated, name)) {
			aliases.add(qualified(name));
		}
		else if (namespaceOfClass(config, annotated).isEmpty()) {
			aliases.add(PropertyName.construct(name.getSimpleName()));
		}
		return aliases;
	}

	@Override
	public @Nullable PropertyName findWrapperName(MapperConfig<?> config, Annotated annotated) {
		PropertyName name = this.annotations.findWrapperName(config, annotated);
		return (config instanceof DeserializationConfig && name != null && !name.isEmpty()
				&& isElsewhere(config, annotated, name)) ? qualified(name) : null;
	}

	private static PropertyName qualified(PropertyName name) {
		return PropertyName.construct(RelativeNameReader.qualified(name.getNamespace(), name.getSimpleName()));
	}

	private static @Nullable PropertyName namespaced(Annotated annotated, @Nullable PropertyName given) {
		if (given == null || !isNamespaced(given)) {
			return null;
		}
		String localName = given.hasSimpleName() ? given.getSimpleName() : implicitName(annotated);
		return (localName != null) ? PropertyName.construct(localName, given.getNamespace()) : null;
	}

	private static boolean isNamespaced(PropertyName name) {
		return name.hasNamespace() && !name.getNamespace().isEmpty();
	}

	private boolean isElsewhere(MapperConfig<?> config, Annotated annotated, PropertyName name) {
		return isNamespaced(name)
				&& (isAttribute(config, annotated) || !name.getNamespace().equals(namespaceOfClass(config, annotated)));
	}

	private boolean isAttribute(MapperConfig<?> config, Annotated annotated) {
		return has(annotated, (xml, property) -> xml.isOutputAsAttribute(config, property));
	}

	private boolean has(Annotated annotated, Question question) {
		return this.annotations.allIntrospectors()
			.stream()
			.anyMatch((introspector) -> introspector instanceof XmlAnnotationIntrospector xml
					&& Boolean.TRUE.equals(question.ask(xml, annotated)));
	}

	private String namespaceOfClass(MapperConfig<?> config, Annotated annotated) {
		if (!(annotated instanceof AnnotatedMember member)) {
			return "";
		}
		PropertyName name = this.annotations.findRootName(config,
				AnnotatedClassResolver.resolveWithoutSuperTypes(config, member.getDeclaringClass()));
		return (name != null && name.hasNamespace()) ? name.getNamespace() : "";
	}

	private static @Nullable String implicitName(Annotated annotated) {
		if (annotated instanceof AnnotatedField field) {
			return field.getName();
		}
		return (annotated instanceof AnnotatedParameter parameter) ? implicitName(parameter) : null;
	}

	private static @Nullable String implicitName(AnnotatedParameter parameter) {
		Member owner = parameter.getOwner().getMember();
		Parameter[] parameters = (owner instanceof Executable executable) ? executable.getParameters()
				: new Parameter[0];
		RecordComponent[] components = owner.getDeclaringClass().getRecordComponents();
		int index = parameter.getIndex();
		if (index < parameters.length && parameters[index].isNamePresent()) {
			return parameters[index].getName();
		}
		return (components != null && components.length == parameters.length) ? components[index].getName() : null;
	}

	@Override
	public Version version() {
		return this.annotations.version();
	}

	@FunctionalInterface
	private interface Question {

		@Nullable Boolean ask(XmlAnnotationIntrospector introspector, Annotated annotated);

	}

}
