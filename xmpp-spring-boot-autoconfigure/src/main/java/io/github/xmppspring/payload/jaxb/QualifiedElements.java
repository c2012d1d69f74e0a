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

package io.github.xmppspring.payload.jaxb;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementRef;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the elements of a class have their namespaces by declaration or are left
 * without.
 *
 * @author XMPP for Spring Boot contributors
 */
final class QualifiedElements {

	private static final String DEFAULT = "##default";

	private QualifiedElements() {
	}

	static boolean areUsedBy(Class<?> type) {
		XmlSchema schema = type.getPackage().getAnnotation(XmlSchema.class);
		if (schema != null && schema.elementFormDefault() == XmlNsForm.QUALIFIED) {
			return true;
		}
		for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
			boolean found = Stream.<AnnotatedElement[]>of(declaring.getDeclaredFields(), declaring.getDeclaredMethods())
				.flatMap(Arrays::stream)
				.anyMatch(QualifiedElements::isQualified);
			if (found) {
				return true;
			}
		}
		return false;
	}

	private static boolean isQualified(AnnotatedElement property) {
		XmlElement element = property.getAnnotation(XmlElement.class);
		XmlElementWrapper wrapper = property.getAnnotation(XmlElementWrapper.class);
		XmlElementRef reference = property.getAnnotation(XmlElementRef.class);
		return isGiven((element != null) ? element.namespace() : null)
				|| isGiven((wrapper != null) ? wrapper.namespace() : null)
				|| isGiven((reference != null) ? reference.namespace() : null);
	}

	private static boolean isGiven(@Nullable String namespace) {
		return namespace != null && !namespace.isEmpty() && !namespace.equals(DEFAULT);
	}

}
