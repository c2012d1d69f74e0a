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
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.disco.DiscoCacheSettings;
import io.github.xmppspring.disco.DiscoTemplate;
import io.github.xmppspring.template.IqOperations;
import io.netty.channel.ChannelHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EngineHints}.
 *
 * @author XMPP for Spring Boot contributors
 */
class EngineHintsTests {

	private static final String LOOKED_INTO = "(io\\.github\\.xmppspring|com\\.github"
			+ "|org\\.springframework\\.util\\.function)\\..*";

	private final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void register() {
		new EngineHints().registerHints(this.hints, getClass().getClassLoader());
	}

	@Test
	void areRegistered() {
		RuntimeHints registered = new RuntimeHints();

		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(EngineHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(registered, null));

		assertThat(RuntimeHintsPredicates.reflection().onType(Jid.class)).accepts(registered);
	}

	@Test
	void letStringsBecomeAddresses() throws NoSuchMethodException {
		Method factory = Jid.class.getMethod("of", String.class);

		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(factory)).accepts(this.hints);
	}

	@Test
	void nameEachHandlerOfNetty() {
		List<String> handlers = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.github.xmppspring")
			.stream()
			.filter((type) -> type.isAssignableTo(ChannelHandler.class))
			.filter((type) -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.map(JavaClass::getName)
			.toList();

		assertThat(handlers).hasSizeGreaterThan(15)
			.allSatisfy((name) -> assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(name)))
				.accepts(this.hints));
	}

	@Test
	void nameClassesThatCaffeineChoosesByName() {
		DiscoTemplate disco = new DiscoTemplate(mock(IqOperations.class), DiscoCacheSettings.DEFAULT, Runnable::run);
		// the caches are made when they are needed
		disco.forgetAll();
		Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());

		collect(disco, parts);

		assertThat(parts).extracting((part) -> part.getClass().getName())
			.filteredOn((name) -> name.matches("com\\.github\\.benmanes\\.caffeine\\.cache\\.[PSWF][A-Z]+"))
			.hasSizeGreaterThan(3)
			.allSatisfy((name) -> assertThat(RuntimeHintsPredicates.reflection()
				.onType(TypeReference.of(name))
				.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
						MemberCategory.ACCESS_DECLARED_FIELDS))
				.accepts(this.hints));
	}

	private static void collect(@Nullable Object object, Set<Object> parts) {
		if (object == null || !object.getClass().getName().matches(LOOKED_INTO) || object.getClass().isHidden()
				|| !parts.add(object)) {
			return;
		}
		ReflectionUtils.doWithFields(object.getClass(), (field) -> {
			field.setAccessible(true);
			collect(field.get(object), parts);
		}, (field) -> !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()
				&& !field.getDeclaringClass().getName().startsWith("java."));
	}

}
