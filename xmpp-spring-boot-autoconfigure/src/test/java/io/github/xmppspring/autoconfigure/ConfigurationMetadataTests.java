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

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the metadata of all properties, which IDEs show, are complete: descriptions,
 * defaults, hints and deprecations. That the README has the same is tested there.
 *
 * @author XMPP for Spring Boot contributors
 */
class ConfigurationMetadataTests {

	/**
	 * Properties whose default follows from others or from what is there, as their
	 * descriptions say, or that have none because nobody can guess them.
	 */
	private static final Set<String> WITHOUT_DEFAULT = Set.of("management.endpoint.xmpp.roles",
			"xmpp.embedded.accounts", "xmpp.embedded.address", "xmpp.embedded.component.domains",
			"xmpp.embedded.component.port", "xmpp.embedded.domain", "xmpp.embedded.new-accounts.password",
			"xmpp.embedded.tls-required", "xmpp.disco.features", "xmpp.disco.forms", "xmpp.disco.identities",
			"xmpp.host", "xmpp.iq.builtin.version.name", "xmpp.iq.builtin.version.number", "xmpp.jid", "xmpp.password",
			"xmpp.port", "xmpp.presence.initial.show", "xmpp.presence.initial.status", "xmpp.pubsub.notify",
			"xmpp.sasl.mechanisms", "xmpp.ssl.bundle", "xmpp.ssl.mode", "xmpp.username");

	private static final Set<String> PROVIDERS = Set.of("any", "class-reference", "handle-as", "logger-name",
			"spring-bean-reference", "spring-profile-name");

	private static final JsonNode METADATA = metadata();

	@ParameterizedTest
	@MethodSource("properties")
	void isDescribed(Entry property) {
		assertThat(property.text("description")).matches("(?s)[A-Z].*\\.")
			.doesNotStartWith("The ")
			.doesNotStartWith("A ")
			.doesNotContain("  ");
		assertThat(property.text("type")).isNotEmpty();
		if (property.text("type").equals("java.lang.Boolean")) {
			assertThat(property.text("description")).matches("(Whether|Enable)\\b.*");
		}
	}

	@ParameterizedTest
	@MethodSource("properties")
	void hasDefault(Entry property) {
		boolean documented = !property.json().path("defaultValue").isMissingNode();

		assertThat(documented).as("default of " + property).isEqualTo(!WITHOUT_DEFAULT.contains(property.toString()));
	}

	@ParameterizedTest
	@MethodSource("properties")
	void hasOneCanonicalName(Entry property) {
		String name = property.toString();

		assertThat(ConfigurationPropertyName.of(name)).hasToString(name);
		assertThat(properties().filter((other) -> other.toString().equals(name))).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("properties")
	void isDeprecatedWithReasonAndReplacement(Entry property) {
		JsonNode deprecation = property.json().path("deprecation");

		assertThat(property.json().path("deprecated").asBoolean(false)).isEqualTo(!deprecation.isMissingNode());
		if (!deprecation.isMissingNode()) {
			assertThat(deprecation.path("reason").asString("")).matches("[A-Z].*\\.");
			assertThat(deprecation.path("since").asString("")).isNotEmpty();
			assertThat(names()).contains(deprecation.path("replacement").asString(""));
		}
	}

	@ParameterizedTest
	@MethodSource("hints")
	void hintIsForPropertyThatExists(Entry hint) {
		assertThat(names()).contains(hint.toString().replaceAll("\\.(keys|values)$", ""));
	}

	@ParameterizedTest
	@MethodSource("hints")
	void hintHasDescribedValuesOrKnownProvider(Entry hint) {
		List<JsonNode> values = list(hint.json().path("values"));
		List<JsonNode> providers = list(hint.json().path("providers"));

		assertThat(values.size() + providers.size()).isPositive();
		assertThat(values).allSatisfy((value) -> {
			assertThat(value.path("value").isMissingNode()).isFalse();
			assertThat(value.path("description").asString("")).matches("[A-Z].*\\.");
		});
		assertThat(providers)
			.allSatisfy((provider) -> assertThat(PROVIDERS).contains(provider.path("name").asString("")));
	}

	/**
	 * Strings that stand for one of a few things: an IDE has to offer them.
	 */
	@Test
	void stringsWithKnownValuesHaveHints() {
		assertThat(hints().map(Entry::toString)).contains("xmpp.disco.capabilities.hash", "xmpp.sasl.mechanisms",
				"xmpp.port", "xmpp.iq.handler.unknown-namespace", "xmpp.disco.features", "xmpp.ssl.bundle",
				"xmpp.embedded.address", "xmpp.pubsub.notify");
	}

	@Test
	void hintsForMechanismsAreThoseThatExist() {
		Set<String> values = hints().filter((hint) -> hint.toString().equals("xmpp.sasl.mechanisms"))
			.flatMap((hint) -> list(hint.json().path("values")).stream())
			.map((value) -> value.path("value").asString())
			.collect(Collectors.toSet());

		assertThat(values).containsExactlyInAnyOrder("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "EXTERNAL",
				"PLAIN", "ANONYMOUS");
	}

	@Test
	void sourcesOfPropertiesExist() {
		assertThat(list(METADATA.path("groups"))).isNotEmpty()
			.allSatisfy((group) -> assertThat(
					ClassUtils.isPresent(group.path("sourceType").asString(), getClass().getClassLoader()))
				.isTrue());
	}

	static Stream<Entry> properties() {
		return entries("properties");
	}

	static Stream<Entry> hints() {
		return entries("hints");
	}

	private static Set<String> names() {
		return properties().map(Entry::toString).collect(Collectors.toSet());
	}

	private static Stream<Entry> entries(String section) {
		return list(METADATA.path(section)).stream().map(Entry::new);
	}

	private static List<JsonNode> list(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).toList();
	}

	private static JsonNode metadata() {
		try {
			Path classes = Path.of(XmppProperties.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return JsonMapper.shared()
				.readTree(Files.readString(classes.resolve("META-INF/spring-configuration-metadata.json")));
		}
		catch (IOException | URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A property or a hint.
	 *
	 * @param json what is published of it
	 */
	record Entry(JsonNode json) {

		String text(String name) {
			return this.json.path(name).asString("");
		}

		@Override
		public String toString() {
			return text("name");
		}

	}

}
