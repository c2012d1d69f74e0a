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

package io.github.xmppspring.testserver;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an {@link Ejabberd} differs from the usual one. The names are those of the settings
 * of the script {@code .ci/ejabberd-native}.
 *
 * @param environment the settings of the script
 * @author XMPP for Spring Boot contributors
 */
public record EjabberdSettings(Map<String, String> environment) {

	public EjabberdSettings {
		environment = Map.copyOf(environment);
	}

	/**
	 * The usual server.
	 * @return settings that change nothing
	 */
	public static EjabberdSettings defaults() {
		return new EjabberdSettings(Map.of());
	}

	/**
	 * Give the server a certificate for other names than its domain, from the same
	 * authority.
	 * @param subjectAlternativeNames the names in the syntax of OpenSSL, such as
	 * {@code DNS:other.test}
	 * @return changed settings
	 */
	public EjabberdSettings certificateNames(String subjectAlternativeNames) {
		return with("CERT_NAMES", subjectAlternativeNames);
	}

	/**
	 * Set options of the listeners for clients.
	 * @param options the inside of a YAML flow mapping, such as
	 * {@code max_stanza_size: 4096, zlib: true}
	 * @return changed settings
	 */
	public EjabberdSettings listenerOptions(String options) {
		return with("C2S_OPTIONS", options);
	}

	/**
	 * Do not offer some SASL mechanisms.
	 * @param mechanisms the names of the mechanisms
	 * @return changed settings
	 */
	public EjabberdSettings disabledMechanisms(String... mechanisms) {
		return with("DISABLE_SASL", String.join(" ", mechanisms));
	}

	private EjabberdSettings with(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.environment);
		changed.put(name, value);
		return new EjabberdSettings(changed);
	}

}
