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
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.xmppspring.handler.annotation.IqHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/**
 * Finds the methods with {@link IqHandler @IqHandler} by the types of beans, without
 * creating any bean.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqHandlerMethodScanner {

	private static final Log logger = LogFactory.getLog(IqHandlerMethodScanner.class);

	private final ConfigurableListableBeanFactory beanFactory;

	IqHandlerMethodScanner(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Scans all beans.
	 * @param consumer receives what is found
	 * @throws InvalidIqMappingException if a method cannot be called
	 */
	void scan(Consumer<Found> consumer) {
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class)) {
			Class<?> type = ScopedProxyUtils.isScopedTarget(beanName) ? null : targetType(beanName);
			if (type != null && isCandidate(type)) {
				scan(beanName, type, consumer);
			}
		}
	}

	// Most beans of a small application are those of Spring, and to look at the
	// annotations of all their methods takes longer than all the rest
	private static boolean isCandidate(Class<?> type) {
		return AnnotationUtils.isCandidateClass(type, IqHandler.class)
				&& (!type.getName().startsWith("org.springframework.")
						|| AnnotatedElementUtils.hasAnnotation(type, Component.class));
	}

	private @Nullable Class<?> targetType(String beanName) {
		try {
			Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
			if (type != null && ScopedObject.class.isAssignableFrom(type)) {
				Class<?> target = AutoProxyUtils.determineTargetClass(this.beanFactory,
						ScopedProxyUtils.getTargetBeanName(beanName));
				return (target != null) ? target : type;
			}
			return type;
		}
		catch (Exception | LinkageError ex) {
			logger.debug("Type of bean '" + beanName + "' is not known, so it is not searched for IQ handlers", ex);
			return null;
		}
	}

	private void scan(String beanName, Class<?> type, Consumer<Found> consumer) {
		Set<Method> methods = methods(beanName, type);
		for (Method method : methods) {
			consumer.accept(new Found(beanName, type, invocable(beanName, method)));
		}
		if (methods.isEmpty() && AnnotatedElementUtils.hasAnnotation(type, IqHandler.class)) {
			throw new InvalidIqMappingException(type.getName() + " of bean '" + beanName + "'",
					"has the annotation on the class but on no method",
					"Annotate the methods that answer requests with @IqHandler, too, or remove the annotation.");
		}
	}

	private Set<Method> methods(String beanName, Class<?> type) {
		try {
			Map<Method, Boolean> methods = MethodIntrospector.selectMethods(type,
					(MethodIntrospector.MetadataLookup<Boolean>) (
							method) -> AnnotatedElementUtils.hasAnnotation(method, IqHandler.class) ? true : null);
			return methods.keySet();
		}
		catch (LinkageError ex) {
			logger.debug("Methods of bean '" + beanName + "' are not known, so they are no IQ handlers", ex);
			return Set.of();
		}
	}

	private Method invocable(String beanName, Method method) {
		String handler = IqHandlerMethod.describe(method, beanName);
		if (Modifier.isPrivate(method.getModifiers())) {
			throw new InvalidIqMappingException(handler, "is private",
					"Make the method public, protected or package-private.");
		}
		try {
			return AopUtils.selectInvocableMethod(method, this.beanFactory.getType(beanName));
		}
		catch (IllegalStateException ex) {
			throw new InvalidIqMappingException(handler, "cannot be called through the proxy of its bean",
					"Declare the method in an interface of the bean, or let the proxy be of its class: set "
							+ "'spring.aop.proxy-target-class' to 'true'.",
					ex);
		}
	}

	/**
	 * A method that was found.
	 *
	 * @param beanName the name of the bean
	 * @param beanType the class of the bean behind any proxy
	 * @param method the method to call
	 */
	record Found(String beanName, Class<?> beanType, Method method) {

		@Override
		public String toString() {
			return IqHandlerMethod.describe(this.method, this.beanName);
		}

	}

}
