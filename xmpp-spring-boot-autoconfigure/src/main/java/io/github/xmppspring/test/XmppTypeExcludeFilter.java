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

package io.github.xmppspring.test;

import java.io.IOException;
import java.util.Set;

import io.github.xmppspring.autoconfigure.IqArgumentResolversCustomizer;
import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.handler.IqResponder;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.messaging.PresenceCustomizer;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.stanza.IqFilter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves those components of the application that {@link XmppTest @XmppTest} names.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmppTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<XmppTest> {

	private static final Class<?>[] ALL = {};

	private static final Set<Class<?>> KNOWN = Set.of(PayloadCodec.class, PayloadCodecProvider.class, IqResponder.class,
			IqFilter.class, IqArgumentResolversCustomizer.class, DiscoContributor.class, PresenceCustomizer.class);

	private static final String HANDLER = IqHandler.class.getName();

	private final Set<Class<?>> handlers;

	XmppTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
		this.handlers = Set.of(getAnnotation().getValue("handlers", Class[].class).orElse(ALL));
	}

	@Override
	protected boolean defaultInclude(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
		return super.defaultInclude(reader, readers) || (this.handlers.isEmpty() && hasHandlers(reader, readers));
	}

	private static boolean hasHandlers(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
		if (reader.getAnnotationMetadata().hasAnnotatedMethods(HANDLER)) {
			return true;
		}
		ClassMetadata type = reader.getClassMetadata();
		for (String name : type.getInterfaceNames()) {
			if (hasHandlers(name, readers)) {
				return true;
			}
		}
		return hasHandlers(type.getSuperClassName(), readers);
	}

	private static boolean hasHandlers(@Nullable String name, MetadataReaderFactory readers) throws IOException {
		return name != null && !name.startsWith("java.") && hasHandlers(readers.getMetadataReader(name), readers);
	}

	@Override
	protected Set<Class<?>> getKnownIncludes() {
		return KNOWN;
	}

	@Override
	protected Set<Class<?>> getComponentIncludes() {
		return this.handlers;
	}

}
