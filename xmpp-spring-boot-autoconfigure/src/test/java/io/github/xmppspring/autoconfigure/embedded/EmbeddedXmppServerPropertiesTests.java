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

package io.github.xmppspring.autoconfigure.embedded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EmbeddedXmppServerProperties}.
 *
 * @author XMPP for Spring Boot contributors
 */
class EmbeddedXmppServerPropertiesTests {

	@Test
	void allAreBound() throws UnknownHostException {
		Map<String, String> values = new HashMap<>();
		values.put("enabled", "true");
		values.put("domain", "example.org");
		values.put("address", "127.0.0.2");
		values.put("port", "5222");
		values.put("tls-required", "false");
		values.put("accounts.juliet", "pw");
		values.put("new-accounts.enabled", "true");
		values.put("new-accounts.password", "new");
		values.put("component.port", "5347");
		values.put("component.domains.echo.example.org", "secret");

		EmbeddedXmppServerProperties properties = new Binder(new MapConfigurationPropertySource(values))
			.bind("", EmbeddedXmppServerProperties.class)
			.get();

		assertThat(properties.isEnabled()).isTrue();
		assertThat(properties.getDomain()).isEqualTo("example.org");
		assertThat(properties.getAddress()).isEqualTo(InetAddress.getByName("127.0.0.2"));
		assertThat(properties.getPort()).isEqualTo(5222);
		assertThat(properties.getTlsRequired()).isFalse();
		assertThat(properties.getAccounts()).isEqualTo(Map.of("juliet", "pw"));
		assertThat(properties.getNewAccounts().isEnabled()).isTrue();
		assertThat(properties.getNewAccounts().getPassword()).isEqualTo("new");
		assertThat(properties.getComponent().getPort()).isEqualTo(5347);
		assertThat(properties.getComponent().getDomains()).isEqualTo(Map.of("echo.example.org", "secret"));
	}

	@Test
	void withoutPropertiesThereIsNoServer() {
		assertThat(new EmbeddedXmppServerProperties().isEnabled()).isFalse();
	}

}
