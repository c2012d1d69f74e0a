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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.xmppspring.payload.PayloadCodec;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * Which codec goes first by what its bean definition says: one that is primary, then by
 * the order of the bean method, then by the order of the codec itself.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PayloadCodecPrecedence {

	private static final Ordered FIRST = () -> Ordered.HIGHEST_PRECEDENCE;

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<Object, String> names = new IdentityHashMap<>();

	PayloadCodecPrecedence(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		BeanFactoryUtils.beansOfTypeIncludingAncestors(beanFactory, PayloadCodec.class)
			.forEach((name, codec) -> this.names.put(codec, name));
	}

	Comparator<Object> comparator() {
		return AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(this::sources);
	}

	private @Nullable Object sources(Object codec) {
		String name = this.names.get(codec);
		if (name == null) {
			return null;
		}
		List<Object> sources = new ArrayList<>();
		if (this.beanFactory.containsBeanDefinition(name)) {
			BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
			if (definition.isPrimary()) {
				sources.add(FIRST);
			}
			Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
			if (method != null) {
				sources.add(method);
			}
		}
		return sources.toArray();
	}

}
