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

import java.util.List;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Tells native applications what is found by reflection apart from beans: how strings
 * become addresses, which events the Netty handlers of a stream pass on, and the classes
 * that Caffeine chooses for a cache. Other libraries bring their hints, or need none.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EngineHints implements RuntimeHintsRegistrar {

	private static final String BASE_PACKAGE = "io.github.xmppspring";

	private static final String CHANNEL_HANDLER = "io.netty.channel.ChannelHandler";

	// Strong keys and values, a maximum size, expiry after writing; then their entries
	private static final List<String> CACHES = List.of("SSMS", "SSMSW", "PSMS", "PSWMW");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ReflectionHints reflection = hints.reflection();
		new BindingReflectionHintsRegistrar().registerReflectionHints(reflection, Jid.class);
		new ChannelHandlers(classLoader).names().forEach((name) -> reflection.registerType(TypeReference.of(name)));
		for (String cache : CACHES) {
			reflection.registerType(TypeReference.of("com.github.benmanes.caffeine.cache." + cache),
					MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.ACCESS_DECLARED_FIELDS);
		}
	}

	/**
	 * Finds all Netty handlers, of which many are known to their package only.
	 */
	private static final class ChannelHandlers extends ClassPathScanningCandidateComponentProvider {

		ChannelHandlers(@Nullable ClassLoader classLoader) {
			super(false);
			setResourceLoader(new DefaultResourceLoader(classLoader));
			addIncludeFilter(new AssignableTypeFilter(ClassUtils.resolveClassName(CHANNEL_HANDLER, classLoader)));
		}

		Stream<String> names() {
			return findCandidateComponents(BASE_PACKAGE).stream().map(BeanDefinition::getBeanClassName);
		}

		@Override
		protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
			return !definition.getMetadata().isAbstract();
		}

	}

}
