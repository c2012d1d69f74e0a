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

package io.github.xmppspring.testcontainers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The configuration file of an {@link EjabberdContainer}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EjabberdConfiguration {

	private EjabberdConfiguration() {
	}

	/**
	 * Write the file.
	 * @param home the home directory of ejabberd in the image
	 * @param domains the domains to serve
	 * @param componentSecret the secret of components, or {@code null} for no listener
	 * @return the YAML
	 */
	static String yaml(String home, Collection<String> domains, @Nullable String componentSecret) {
		String hosts = domains.stream().map(EjabberdConfiguration::quote).collect(Collectors.joining(", ", "[", "]"));
		String component = (componentSecret != null)
				? "  - {port: 5347, ip: \"::\", module: ejabberd_service, access: all, max_stanza_size: 1048576, password: "
						+ quote(componentSecret) + "}"
				: "";
		return template().replace("@HOME@", home).replace("@HOSTS@", hosts).replace("@COMPONENT@", component);
	}

	private static String quote(String value) {
		Assert.isTrue(value.chars().noneMatch(Character::isISOControl), "There must be no control characters");
		return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private static String template() {
		try (InputStream resource = EjabberdConfiguration.class.getResourceAsStream("ejabberd.yml")) {
			Assert.state(resource != null, "ejabberd.yml is not on the class path");
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
