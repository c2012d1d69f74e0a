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

package io.github.xmppspring.negotiation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NegotiatedStream}.
 *
 * @author XMPP for Spring Boot contributors
 */
class NegotiatedStreamTests {

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 127.0.0.1:5222", "::1, [::1]:5222", "2001:db8::5, [2001:db8::5]:5222" })
	void portStandsApartFromAddress(String address, String text) throws UnknownHostException {
		assertThat(stream(new InetSocketAddress(InetAddress.getByName(address), 5222)).serverText()).isEqualTo(text);
	}

	@Test
	void hostThatIsNotResolvedIsNamed() {
		assertThat(stream(InetSocketAddress.createUnresolved("xmpp.example.org", 5222)).serverText())
			.isEqualTo("xmpp.example.org:5222");
	}

	@Test
	void withoutNetworkThereIsNoPlace() {
		assertThat(stream(null).serverText()).isNull();
	}

	private static NegotiatedStream stream(@Nullable InetSocketAddress server) {
		return new NegotiatedStream(Jid.of("bot@example.org/r"),
				StreamHeader.initial(Namespaces.CLIENT, null, "example.org"), new StreamFeatures(List.of()), null, null,
				null, server, Instant.EPOCH);
	}

}
