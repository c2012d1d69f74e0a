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
import java.io.InputStream;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.xmppspring.disco.CapabilitiesFormat;
import io.github.xmppspring.disco.DiscoCacheSettings;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DiscoProperties}, their mapping, and what is published about them.
 *
 * @author XMPP for Spring Boot contributors
 */
class DiscoPropertiesTests {

	private static final Identity FALLBACK = Identity.of("client", "bot", "desk");

	@Test
	void defaultsAreThoseOfTheSettings() {
		DiscoPropertiesMapper mapper = new DiscoPropertiesMapper(new DiscoProperties());

		assertThat(mapper.info(FALLBACK)).isEqualTo(DiscoInfo.builder().identity(FALLBACK).build());
		assertThat(mapper.capabilities()).isEqualTo(new CapabilitiesFormat("https://xmppspring.github.io", "sha-1"));
		assertThat(mapper.cache()).isEqualTo(DiscoCacheSettings.DEFAULT);
	}

	@Test
	void identitiesFeaturesAndFormsAreMapped() {
		DiscoPropertiesMapper mapper = mapper(Map.of("identities[0].category", "gateway", "identities[0].type", "sms",
				"identities[0].name", "Texte", "identities[0].language", "de", "identities[1].category", "client",
				"identities[1].type", "bot", "features", "urn:a,urn:b", "forms[0].type", "urn:example:form",
				"forms[0].fields.os", "Linux", "forms[0].fields.ip_version", "ipv4,ipv6"));

		DiscoInfo info = mapper.info(FALLBACK);

		assertThat(info.identities()).containsExactly(Identity.of("gateway", "sms", "Texte", "de"),
				Identity.of("client", "bot", null));
		assertThat(info.featureNames()).containsExactly("urn:a", "urn:b");
		DataForm form = info.form("urn:example:form");
		assertThat(form).isNotNull();
		assertThat(form.text("os")).isEqualTo("Linux");
		assertThat(form.texts("ip_version")).containsExactly("ipv4", "ipv6");
	}

	@Test
	void capabilitiesAreMapped() {
		assertThat(mapper(Map.of("capabilities.node", "http://example.org/bot", "capabilities.hash", "sha-256"))
			.capabilities()).isEqualTo(new CapabilitiesFormat("http://example.org/bot", "sha-256"));
		assertThat(mapper(Map.of("capabilities.enabled", "false")).capabilities()).isNull();
	}

	@Test
	void cacheIsMapped() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("cache.max-size", "1");
		values.put("cache.time-to-live", "2s");
		values.put("cache.max-peers", "3");
		values.put("cache.max-verified", "4");

		assertThat(mapper(values).cache()).isEqualTo(new DiscoCacheSettings(1, Duration.ofSeconds(2), 3, 4));
	}

	@ParameterizedTest
	@CsvSource({ "identities[0].type,a,identities[0].category", "identities[0].category,a,identities[0].type",
			"forms[0].fields.a,b,forms[0].type", "features[0],'',features[0]",
			"capabilities.hash,none,capabilities.hash", "capabilities.node,'',capabilities.node",
			"cache.max-size,-1,cache.max-size", "cache.time-to-live,0s,cache.time-to-live",
			"cache.max-peers,-1,cache.max-peers", "cache.max-verified,-1,cache.max-verified" })
	void valueThatMakesNoSenseIsNamed(String name, String value, String wrong) {
		DiscoPropertiesMapper mapper = mapper(Map.of(name, value));

		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(() -> {
			mapper.info(FALLBACK);
			mapper.capabilities();
			mapper.cache();
		}).satisfies((ex) -> assertThat(ex.getName()).isEqualTo("xmpp.disco." + wrong));
	}

	@Test
	void allAreDescribed() throws IOException {
		Map<String, String> described = new LinkedHashMap<>();
		List<URL> files = Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
		for (URL file : files) {
			try (InputStream content = file.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(content).path("properties")) {
					String name = property.path("name").asString();
					if (name.startsWith("xmpp.disco.")) {
						described.put(name, property.path("description").asString());
					}
				}
			}
		}

		assertThat(described.keySet()).containsExactlyInAnyOrder("xmpp.disco.identities", "xmpp.disco.features",
				"xmpp.disco.forms", "xmpp.disco.capabilities.enabled", "xmpp.disco.capabilities.node",
				"xmpp.disco.capabilities.hash", "xmpp.disco.cache.max-size", "xmpp.disco.cache.time-to-live",
				"xmpp.disco.cache.max-peers", "xmpp.disco.cache.max-verified");
		assertThat(described).allSatisfy((name, description) -> assertThat(description).matches("(?s)[A-Z].*\\."));
	}

	private static DiscoPropertiesMapper mapper(Map<String, String> values) {
		Map<String, String> named = new LinkedHashMap<>();
		values.forEach((name, value) -> named.put("xmpp.disco." + name, value));
		Binder binder = new Binder(new MapConfigurationPropertySource(named));
		return new DiscoPropertiesMapper(binder.bind("xmpp.disco", Bindable.of(DiscoProperties.class)).get());
	}

}
