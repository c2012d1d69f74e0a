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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the servers of a run by what the machine has and by the system property
 * {@code xmpp.test.servers}, see {@link OnTestServers}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestServerSelection {

	static final String PROPERTY = "xmpp.test.servers";

	private static final String REQUIRED = "required";

	private final boolean required;

	private final @Nullable Set<TestServerKind> named;

	private TestServerSelection(boolean required, @Nullable Set<TestServerKind> named) {
		this.required = required;
		this.named = named;
	}

	static TestServerSelection ofSystemProperty() {
		return of(System.getProperty(PROPERTY, ""));
	}

	/**
	 * Read the value of the property.
	 * @param value the value, empty if it is not set
	 * @return the selection
	 * @throws IllegalArgumentException if it names an unknown server
	 */
	static TestServerSelection of(String value) {
		if (value.isBlank() || value.equals(REQUIRED)) {
			return new TestServerSelection(value.equals(REQUIRED), null);
		}
		Set<TestServerKind> named = EnumSet.noneOf(TestServerKind.class);
		Arrays.stream(value.split(",")).map(String::strip).map(TestServerKind::ofId).forEach(named::add);
		return new TestServerSelection(false, named);
	}

	/**
	 * Choose the servers for tests.
	 * @param only the servers the tests are about, none for all
	 * @param missing tells what is missing to run a server
	 * @return the servers, and those that the tests might also run on
	 * @throws IllegalStateException if a required server is missing
	 */
	Choice choose(List<TestServerKind> only, Function<TestServerKind, Optional<String>> missing) {
		List<TestServerKind> servers = new ArrayList<>();
		Map<TestServerKind, String> left = new EnumMap<>(TestServerKind.class);
		for (TestServerKind kind : only.isEmpty() ? List.of(TestServerKind.values()) : only) {
			String reason = reasonAgainst(kind, only.isEmpty(), missing);
			if (reason == null) {
				servers.add(kind);
			}
			else {
				left.put(kind, reason);
			}
		}
		return new Choice(servers, left);
	}

	private @Nullable String reasonAgainst(TestServerKind kind, boolean any,
			Function<TestServerKind, Optional<String>> missing) {
		if (this.named != null && !this.named.contains(kind)) {
			return "not named in " + PROPERTY;
		}
		if (any && this.named == null && !this.required && kind == TestServerKind.EJABBERD_NATIVE
				&& missing.apply(TestServerKind.EJABBERD_DOCKER).isEmpty()) {
			return TestServerKind.EJABBERD_DOCKER + " stands for it, except in tests about it alone";
		}
		Optional<String> reason = missing.apply(kind);
		reason.ifPresent((text) -> check(this.required || this.named != null, kind.toString(), text));
		return reason.orElse(null);
	}

	/**
	 * Complain if a peer is missing where everything is required.
	 * @param name the name of the peer
	 * @param reason what is missing
	 * @throws IllegalStateException if it is required
	 */
	void checkMayBeMissing(String name, String reason) {
		check(this.required, name, reason);
	}

	private static void check(boolean required, String name, String reason) {
		if (required) {
			throw new IllegalStateException(name + " cannot run (" + reason + ") but " + PROPERTY + " requires it");
		}
	}

	/**
	 * The servers of tests.
	 *
	 * @param servers the servers the tests run on
	 * @param left the servers they do not run on, with the reason
	 */
	record Choice(List<TestServerKind> servers, Map<TestServerKind, String> left) {
	}

}
