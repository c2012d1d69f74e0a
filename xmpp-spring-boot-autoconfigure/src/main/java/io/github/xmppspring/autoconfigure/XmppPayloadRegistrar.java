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

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import io.github.xmppspring.payload.record.XmppPayload;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues.ValueHolder;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Registers a codec for each {@link XmppPayload} record in the packages of the
 * application. Bean definitions, unlike a scan, are known when an application is compiled
 * ahead of time.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmppPayloadRegistrar implements ImportBeanDefinitionRegistrar {

	private final BeanFactory beanFactory;

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	XmppPayloadRegistrar(BeanFactory beanFactory, Environment environment, ResourceLoader resourceLoader) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClass, BeanDefinitionRegistry registry) {
		if (!AutoConfigurationPackages.has(this.beanFactory)) {
			return;
		}
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false,
				this.environment);
		scanner.setResourceLoader(this.resourceLoader);
		scanner.addIncludeFilter(new AnnotationTypeFilter(XmppPayload.class));
		Set<String> names = new LinkedHashSet<>();
		for (String basePackage : AutoConfigurationPackages.get(this.beanFactory)) {
			scanner.findCandidateComponents(basePackage)
				.stream()
				.map(BeanDefinition::getBeanClassName)
				.filter(Objects::nonNull)
				.forEach(names::add);
		}
		names.forEach((name) -> registry.registerBeanDefinition(name + ".payloadCodec", definition(name)));
	}

	// By name: code generated ahead of time cannot see records that are not public
	private static RootBeanDefinition definition(String className) {
		RootBeanDefinition definition = new RootBeanDefinition(Codecs.class);
		definition.setTargetType(PayloadCodec.class);
		definition.setFactoryMethodName("codec");
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, className);
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		return definition;
	}

	/**
	 * The record that the codec of a bean is for.
	 * @param definition the definition of the bean
	 * @return the name of the record, or {@code null} if the bean is not from here
	 */
	static @Nullable String recordOf(RootBeanDefinition definition) {
		if (!definition.hasBeanClass() || definition.getBeanClass() != Codecs.class) {
			return null;
		}
		ValueHolder className = definition.getConstructorArgumentValues().getIndexedArgumentValue(0, String.class);
		return (className != null) ? (String) className.getValue() : null;
	}

	/**
	 * Makes the beans.
	 */
	static final class Codecs {

		private Codecs() {
		}

		static PayloadCodec<?> codec(String className, RecordPayloadCodecProvider provider,
				ConfigurableListableBeanFactory beanFactory) {
			Class<?> type = ClassUtils.resolveClassName(className, beanFactory.getBeanClassLoader());
			PayloadCodec<?> codec = provider.codecFor(type);
			if (codec == null) {
				throw new PayloadException("The type %s is no payload".formatted(type.getName()));
			}
			return codec;
		}

	}

}
