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

package io.github.xmppspring.connection;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Redirection}.
 *
 * @author XMPP for Spring Boot contributors
 */
class RedirectionTests {

	private final Redirection redirection = new Redirection(Jid.of("b\u00fccher.example"), 5222);

	@ParameterizedTest
	@CsvSource({ "other.example, other.example, 5222", "other.example:9222, other.example, 9222",
			"Other-1.example:1, Other-1.example, 1", "localhost, localhost, 5222", "127.0.0.1, 127.0.0.1, 5222",
			"127.0.0.1:65535, 127.0.0.1, 65535", "[2001:db8::1], 2001:db8::1, 5222",
			"[2001:db8::1]:9222, 2001:db8::1, 9222", "xn--bcher-kva.example, xn--bcher-kva.example, 5222" })
	void protectedStreamIsFollowed(String value, String host, int port) {
		assertThat(target(value, true)).isEqualTo(new Endpoint(host, port));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", ":5222", "other.example:", "other.example:0", "other.example:65536",
			"other.example:99999999999", "other.example:+1", "other.example:01", "other.example:1:2", "other.example/a",
			"user@other.example", "other example", "other..example", ".example", "-other.example", "other-.example",
			"2001:db8::1", "[2001:db8::1", "[2001:db8::1]9222", "[2001:db8::1]:", "[fe80::1%eth0]", "[[::1]]",
			"[other.example]", "[127.0.0.1]", "127.1", "256.0.0.1", "0x7f.0.0.1", "1", "b\u00fccher.example",
			"other.example:\u0661" })
	void malformedHostIsNotFollowed(@Nullable String value) {
		assertThat(target(value, true)).isNull();
	}

	@Test
	void longHostIsNotFollowed() {
		assertThat(target("a".repeat(63) + ".example", true)).isNotNull();
		assertThat(target("a".repeat(64) + ".example", true)).isNull();
		assertThat(target("a.".repeat(130) + "example", true)).isNull();
	}

	@Test
	void unprotectedStreamIsFollowedToItsOwnDomainOnly() {
		assertThat(target("XN--bcher-kva.example:9222", false)).isEqualTo(new Endpoint("XN--bcher-kva.example", 9222));
		assertThat(target("other.example", false)).isNull();
		assertThat(target("a.xn--bcher-kva.example", false)).isNull();
		assertThat(target("127.0.0.1", false)).isNull();
	}

	@Test
	void otherErrorsAreNoRedirections() {
		StreamError error = new StreamError(StreamErrorCondition.HOST_GONE, "other.example", null, List.of());
		StreamError redirection = new StreamError(StreamErrorCondition.SEE_OTHER_HOST, "other.example", null,
				List.of());

		assertThat(this.redirection.target(StreamException.received(error), true)).isNull();
		assertThat(this.redirection.target(new StreamException(redirection, "own"), true)).isNull();
		assertThat(this.redirection.target(new IllegalStateException(), true)).isNull();
		assertThat(this.redirection.target(null, true)).isNull();
	}

	@Test
	void addressesOfVersion6AreWrittenInBrackets() {
		assertThat(target("[::1]:9222", true)).hasToString("[::1]:9222");
	}

	private @Nullable Endpoint target(@Nullable String value, boolean secure) {
		StreamError error = new StreamError(StreamErrorCondition.SEE_OTHER_HOST, value, null, List.of());
		return this.redirection.target(StreamException.received(error), secure);
	}

}
