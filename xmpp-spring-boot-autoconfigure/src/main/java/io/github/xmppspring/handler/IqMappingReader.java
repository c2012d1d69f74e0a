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

package io.github.xmppspring.handler;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.xml.namespace.QName;

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.stanza.IqType;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Headers;

/**
 * Reads from {@link IqHandler @IqHandler} and the arguments of a method which requests it
 * answers.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqMappingReader {

	private final PayloadCodecs codecs;

	private final ConfigurableBeanFactory beanFactory;

	IqMappingReader(PayloadCodecs codecs, ConfigurableBeanFactory beanFactory) {
		this.codecs = codecs;
		this.beanFactory = beanFactory;
	}

	/**
	 * Reads the mappings of a method.
	 * @param beanType the class whose annotation gives the defaults
	 * @param method a method with the annotation
	 * @param handler the method, for people
	 * @return one or two mappings
	 * @throws InvalidIqMappingException if no request could ever get there
	 */
	Set<IqMapping> read(Class<?> beanType, Method method, String handler) {
		IqHandler onMethod = AnnotatedElementUtils.findMergedAnnotation(method, IqHandler.class);
		IqHandler onType = AnnotatedElementUtils.findMergedAnnotation(beanType, IqHandler.class);
		List<IqHandler> annotations = Stream.of(onMethod, onType).filter(Objects::nonNull).toList();
		QName declared = declaredName(beanType, method, handler);
		String namespace = firstOf(annotations, IqHandler::namespace, handler);
		String name = firstOf(annotations, IqHandler::name, handler);
		namespace = orElse(namespace, declared, QName::getNamespaceURI, "namespace", handler);
		name = orElse(name, declared, QName::getLocalPart, "name", handler);
		if (namespace == null) {
			throw noNamespace(beanType, method, handler);
		}
		Set<IqMapping> mappings = new LinkedHashSet<>();
		for (IqType type : types(annotations, handler)) {
			mappings.add(new IqMapping(type, namespace, name));
		}
		return mappings;
	}

	private InvalidIqMappingException noNamespace(Class<?> beanType, Method method, String handler) {
		for (int i = 0; i < method.getParameterCount(); i++) {
			Class<?> type = payloadType(new MethodParameter(method, i).withContainingClass(beanType));
			if (type != null && isUnreadable(type)) {
				return new InvalidIqMappingException(handler,
						"has no namespace in its annotation, and its argument %s does not give one"
							.formatted(type.getName()),
						"Give @IqHandler a namespace, and make the argument a payload: " + asPayload(type));
			}
		}
		return new InvalidIqMappingException(handler,
				"has no namespace, neither in its annotation nor by a payload argument whose class declares one",
				"Give @IqHandler a namespace, or the method an argument that is a payload.");
	}

	static String asPayload(Class<?> type) {
		return ("annotate %s with @XmppPayload(namespace) if it is a record, with @JsonRootName(value, namespace), "
				+ "with tools.jackson.dataformat:jackson-dataformat-xml on the class path, or with @XmlRootElement, "
				+ "with a JAXB runtime, or declare a PayloadCodec bean for it.")
			.formatted(type.getSimpleName());
	}

	private boolean isUnreadable(Class<?> type) {
		return !type.isPrimitive() && !type.getName().startsWith("java.") && !IqArgumentResolver.TYPES.contains(type)
				&& !this.codecs.supports(type);
	}

	private @Nullable String firstOf(List<IqHandler> annotations, Function<IqHandler, String> attribute,
			String handler) {
		for (IqHandler annotation : annotations) {
			if (!attribute.apply(annotation).isEmpty()) {
				return resolved(attribute.apply(annotation), handler);
			}
		}
		return null;
	}

	private String resolved(String value, String handler) {
		try {
			String resolved = this.beanFactory.resolveEmbeddedValue(value);
			if (resolved != null && !resolved.isBlank()) {
				return resolved;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidIqMappingException(handler, "has '" + value + "', which cannot be resolved",
					"Set the property that @IqHandler names, or give it a default behind a colon.", ex);
		}
		throw new InvalidIqMappingException(handler, "has '" + value + "', which is empty when it is resolved",
				"Give the property that @IqHandler names a value, or remove the attribute.");
	}

	private static @Nullable String orElse(@Nullable String given, @Nullable QName declared,
			Function<QName, String> part, String what, String handler) {
		String other = (declared != null) ? part.apply(declared) : null;
		if (given == null || other == null || given.equals(other)) {
			return (given != null) ? given : other;
		}
		throw new InvalidIqMappingException(handler,
				"has the %s '%s', but its payload argument reads only '%s'".formatted(what, given, declared),
				"Remove the %s from @IqHandler, or take the payload as an Element.".formatted(what));
	}

	private static Set<IqType> types(List<IqHandler> annotations, String handler) {
		for (IqHandler annotation : annotations) {
			if (annotation.type().length > 0) {
				Set<IqType> types = EnumSet.copyOf(List.of(annotation.type()));
				if (!types.stream().allMatch(IqType::isRequest)) {
					throw new InvalidIqMappingException(handler,
							"has a type other than get and set, but responses never reach a handler",
							"Remove the type from @IqHandler, or make it IqType.GET or IqType.SET.");
				}
				return types;
			}
		}
		return EnumSet.of(IqType.GET, IqType.SET);
	}

	private @Nullable QName declaredName(Class<?> beanType, Method method, String handler) {
		try {
			for (int i = 0; i < method.getParameterCount(); i++) {
				Class<?> type = payloadType(new MethodParameter(method, i).withContainingClass(beanType));
				QName name = (type != null) ? this.codecs.nameOf(type) : null;
				if (name != null) {
					return name;
				}
			}
			return null;
		}
		catch (PayloadException ex) {
			throw new InvalidIqMappingException(handler,
					"has a payload argument that cannot be read: " + ex.getMessage(),
					"Change the type of the argument, or declare a PayloadCodec bean for it.", ex);
		}
	}

	static @Nullable Class<?> payloadType(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		// an Iq may be the payload of another one, but as an argument it is the request
		if (IqArgumentResolver.TYPES.contains(type) || parameter.hasParameterAnnotation(Header.class)
				|| parameter.hasParameterAnnotation(Headers.class)) {
			return null;
		}
		boolean wrapped = type == Optional.class || Message.class.isAssignableFrom(type);
		return wrapped ? ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve() : type;
	}

}
