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

package io.github.xmppspring.benchmark.load;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where to connect and as whom.
 *
 * @param host the address of the server
 * @param port its port
 * @param domain its domain
 * @param user the name of the account
 * @param password its password
 * @param resource the resource to bind
 * @param trustStore a PKCS 12 store with the authority of the server, or {@code null} for
 * no TLS
 * @author XMPP for Spring Boot contributors
 */
record Login(String host, int port, String domain, String user, String password, String resource,
		@Nullable Path trustStore) {

	/**
	 * The password of the store.
	 */
	static final String STORE_PASSWORD = "benchmark";

	private static final String NO_TRUST_STORE = "-";

	/**
	 * Reads what {@link #toArguments()} has written.
	 * @param words the arguments
	 * @param from the first of them
	 * @return a login
	 */
	static Login of(String[] words, int from) {
		String trustStore = words[from + 6];
		return new Login(words[from], Integer.parseInt(words[from + 1]), words[from + 2], words[from + 3],
				words[from + 4], words[from + 5], trustStore.equals(NO_TRUST_STORE) ? null : Path.of(trustStore));
	}

	String toArguments() {
		return String.join(" ", this.host, Integer.toString(this.port), this.domain, this.user, this.password,
				this.resource, (this.trustStore != null) ? this.trustStore.toString() : NO_TRUST_STORE);
	}

	Login withResource(String resource) {
		return new Login(this.host, this.port, this.domain, this.user, this.password, resource, this.trustStore);
	}

	boolean isTls() {
		return this.trustStore != null;
	}

}
