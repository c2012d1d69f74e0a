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
import java.util.Map;
import java.util.stream.StreamSupport;

import io.github.xmppspring.autoconfigure.health.XmppHealthContributorAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.template.IqOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the auto-configurations as Spring Boot finds them, with and without optional
 * libraries.
 *
 * @author XMPP for Spring Boot contributors
 */
class RegisteredAutoConfigurationsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(ApplicationConfiguration.class)
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@Test
	void makeAllParts() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(XmppConnection.class)
			.hasSingleBean(PayloadCodecs.class)
			.hasSingleBean(IqOperations.class)
			.hasSingleBean(IqDispatcher.class)
			.hasBean("xmppHealthContributor"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "io.micrometer", "org.springframework.boot.health", "tools.jackson",
			"com.fasterxml.jackson", "jakarta.xml.bind", "jakarta.validation" })
	void needNoOptionalLibrary(String library) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(IqOperations.class)
				.hasSingleBean(IqDispatcher.class));
	}

	@Test
	void withoutHealthOnClassPathThereIsNoIndicator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(XmppHealthContributorAutoConfiguration.class));
	}

	@Configuration(proxyBeanMethods = false)
	@Import(RegisteredAutoConfigurations.class)
	static class ApplicationConfiguration {

	}

	/**
	 * Imports what is registered as {@code @EnableAutoConfiguration} does, but nothing of
	 * other libraries.
	 */
	static class RegisteredAutoConfigurations extends AutoConfigurationImportSelector {

		@Override
		protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
			return new AnnotationAttributes(Map.of("exclude", new String[0], "excludeName", new String[0]));
		}

		@Override
		protected List<String> getCandidateConfigurations(AnnotationMetadata metadata,
				AnnotationAttributes attributes) {
			ImportCandidates candidates = ImportCandidates.load(AutoConfiguration.class, getBeanClassLoader());
			return StreamSupport.stream(candidates.spliterator(), false)
				.filter((name) -> name.startsWith("io.github.xmppspring."))
				.toList();
		}

	}

}
