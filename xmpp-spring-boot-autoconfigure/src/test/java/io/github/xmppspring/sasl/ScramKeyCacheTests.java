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

package io.github.xmppspring.sasl;

import java.nio.charset.StandardCharsets;

import com.ongres.scram.common.ScramMechanism;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link ScramKeyCache}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ScramKeyCacheTests {

	private static final byte[] SALT = { 1, 2, 3 };

	private final ScramKeyCache cache = new ScramKeyCache();

	@Test
	void sameKeysServeAgain() {
		ScramKeys keys = keys(ScramMechanism.SCRAM_SHA_1, "pencil", SALT, 4096);
		this.cache.keep(keys);

		assertThat(keys(ScramMechanism.SCRAM_SHA_1, "pencil", SALT.clone(), 4096)).isSameAs(keys);
	}

	@Test
	void whatIsAskedOtherwiseIsDerivedAnew() {
		ScramKeys keys = keys(ScramMechanism.SCRAM_SHA_1, "pencil", SALT, 4096);
		this.cache.keep(keys);

		assertThat(keys(ScramMechanism.SCRAM_SHA_256, "pencil", SALT, 4096)).isNotSameAs(keys);
		assertThat(keys(ScramMechanism.SCRAM_SHA_1, "pencil2", SALT, 4096)).isNotSameAs(keys);
		assertThat(keys(ScramMechanism.SCRAM_SHA_1, "pencil", new byte[] { 1, 2, 4 }, 4096)).isNotSameAs(keys);
		assertThat(keys(ScramMechanism.SCRAM_SHA_1, "pencil", SALT, 4097)).isNotSameAs(keys);
	}

	@Test
	void keysAreNotKeptBeforeTheServerHasProvedToKnowThePassword() {
		ScramKeys keys = keys(ScramMechanism.SCRAM_SHA_1, "pencil", SALT, 4096);

		assertThat(keys(ScramMechanism.SCRAM_SHA_1, "pencil", SALT, 4096)).isNotSameAs(keys);
	}

	@Test
	void nextLoginConvincesTheServerToo() {
		for (int login = 0; login < 3; login++) {
			io.github.xmppspring.sasl.ScramMechanism client = client("pencil");
			ScramServer server = new ScramServer("SCRAM-SHA-256", "pencil", 4096, "");
			byte[] verifier = server.verify(client.respond(server.challenge(client.initialResponse())));

			assertThat(verifier).isNotNull();
			assertThatNoException().isThrownBy(() -> client.checkSuccess(verifier));
		}
	}

	@Test
	void serverThatProvesNothingIsRefusedAfterOneThatDid() {
		nextLoginConvincesTheServerToo();
		io.github.xmppspring.sasl.ScramMechanism client = client("pencil");
		ScramServer server = new ScramServer("SCRAM-SHA-256", "pencil", 4096, "");
		client.respond(server.challenge(client.initialResponse()));

		assertThatExceptionOfType(SaslException.class)
			.isThrownBy(() -> client.checkSuccess("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void changedPasswordIsUsed() {
		nextLoginConvincesTheServerToo();
		io.github.xmppspring.sasl.ScramMechanism client = client("other");
		ScramServer server = new ScramServer("SCRAM-SHA-256", "other", 4096, "");

		assertThat(server.verify(client.respond(server.challenge(client.initialResponse())))).isNotNull();
	}

	private io.github.xmppspring.sasl.ScramMechanism client(String password) {
		return new io.github.xmppspring.sasl.ScramMechanism("SCRAM-SHA-256", "juliet", password, null, this.cache);
	}

	private ScramKeys keys(ScramMechanism mechanism, String password, byte[] salt, int iterations) {
		return this.cache.keys(mechanism, password, salt, iterations);
	}

}
