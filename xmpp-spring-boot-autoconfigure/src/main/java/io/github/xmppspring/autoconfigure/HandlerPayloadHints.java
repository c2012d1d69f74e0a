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

package io.github.xmppspring.autoconfigure;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.xmppspring.handler.annotation.IqHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.util.ClassUtils;

/**
 * Lets native applications see what is said of the packages of the payloads that handlers
 * take and return: there JAXB has namespaces. The payloads themselves are known by
 * {@link IqHandler @IqHandler}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class HandlerPayloadHints implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		Class<?> type = ClassUtils.getUserClass(registeredBean.getBeanClass());
		if (!AnnotationUtils.isCandidateClass(type, IqHandler.class)) {
			return null;
		}
		Set<String> packages = new LinkedHashSet<>();
		MethodIntrospector.selectMethods(type, (MetadataLookup<Boolean>) (method) -> isHandler(method) ? true : null)
			.keySet()
			.forEach((method) -> collect(method, packages));
		packages.removeIf((name) -> !ClassUtils.isPresent(name, type.getClassLoader()));
		return (generation,
				code) -> packages.forEach((name) -> generation.getRuntimeHints()
					.reflection()
					.registerType(ClassUtils.resolveClassName(name, type.getClassLoader())));
	}

	private static boolean isHandler(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, IqHandler.class)
				|| AnnotatedElementUtils.hasAnnotation(method, MessageExceptionHandler.class);
	}

	private static void collect(Method method, Set<String> packages) {
		collect(ResolvableType.forMethodReturnType(method), packages);
		IntStream.range(0, method.getParameterCount())
			.forEach((index) -> collect(ResolvableType.forMethodParameter(method, index), packages));
	}

	private static void collect(ResolvableType type, Set<String> packages) {
		Class<?> resolved = type.resolve();
		if (resolved != null && !resolved.getPackageName().startsWith("java.")) {
			packages.add(resolved.getPackageName() + ".package-info");
		}
		for (ResolvableType generic : type.getGenerics()) {
			collect(generic, packages);
		}
	}

}
