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

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.messaging.handler.HandlerMethod;

/**
 * The bean of handler methods. A singleton is looked for once for all its methods: one
 * that handles exceptions may be the first of its kind to be called when the application
 * has stopped, and the bean would be made anew.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 */
final class HandlerBean {

	private final String name;

	private final BeanFactory beanFactory;

	private volatile @Nullable Object singleton;

	private HandlerBean(String name, BeanFactory beanFactory, @Nullable Object singleton) {
		this.name = name;
		this.beanFactory = beanFactory;
		this.singleton = singleton;
	}

	/**
	 * The bean, without making it.
	 * @param name the name of the bean
	 * @param beanFactory has the bean, or makes it when it is needed first
	 * @return the bean
	 */
	static HandlerBean of(String name, ConfigurableListableBeanFactory beanFactory) {
		boolean made = beanFactory.containsSingleton(name) && !beanFactory.isFactoryBean(name);
		return new HandlerBean(name, beanFactory, made ? beanFactory.getBean(name) : null);
	}

	String name() {
		return this.name;
	}

	HandlerMethod method(Method method) {
		return new HandlerMethod(this.name, this.beanFactory, method);
	}

	/**
	 * The instance to call.
	 * @return the singleton, or what the scope of the bean has now
	 */
	Object get() {
		Object bean = this.singleton;
		if (bean == null) {
			bean = this.beanFactory.getBean(this.name);
			if (this.beanFactory.isSingleton(this.name)) {
				this.singleton = bean;
			}
		}
		return bean;
	}

}
