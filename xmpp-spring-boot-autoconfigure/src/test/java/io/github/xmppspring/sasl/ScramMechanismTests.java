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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link ScramMechanism}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ScramMechanismTests {

	private static final String SALT = ",s=QSXCR+Q6sek8bf92";

	@Test
	void sha1ExchangeIsThatOfRfc5802() {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "fyko+d2lbbFgONRv9qkxdawL");

		assertThat(mechanism.initialResponse()).asString().isEqualTo("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL");
		assertThat(mechanism.respond(bytes("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096")))
			.asString()
			.isEqualTo("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=");
		assertThatNoException().isThrownBy(() -> mechanism.checkSuccess(bytes("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")));
	}

	@Test
	void sha256ExchangeIsThatOfRfc7677() {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-256", "rOprNGfwEbeRWgbNEkqO");

		assertThat(mechanism.initialResponse()).asString().isEqualTo("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
		assertThat(mechanism
			.respond(bytes("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")))
			.asString()
			.isEqualTo("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
					+ "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
		assertThatNoException()
			.isThrownBy(() -> mechanism.checkSuccess(bytes("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512" })
	void eachHashConvincesTheServer(String name) {
		ScramMechanism mechanism = new ScramMechanism(name, "juliet", "r0m30myr0m30", null, new ScramKeyCache());
		ScramServer server = new ScramServer(name, "r0m30myr0m30", 4096, "");

		byte[] verifier = server.verify(mechanism.respond(server.challenge(mechanism.initialResponse())));

		assertThat(verifier).isNotNull();
		assertThatNoException().isThrownBy(() -> mechanism.checkSuccess(verifier));
	}

	@ParameterizedTest
	@ValueSource(strings = { "p\u00e4ssword", "\u043f\u0430\u0440\u043e\u043b\u044c", "<&>'\"=," })
	void passwordMayHaveAnyCharacters(String password) {
		ScramMechanism mechanism = new ScramMechanism("SCRAM-SHA-256", "juliet", password, null, new ScramKeyCache());
		ScramServer server = new ScramServer("SCRAM-SHA-256", password, 4096, "");

		byte[] verifier = server.verify(mechanism.respond(server.challenge(mechanism.initialResponse())));

		assertThat(verifier).isNotNull();
		assertThatNoException().isThrownBy(() -> mechanism.checkSuccess(verifier));
	}

	@Test
	void extensionsOfTheServerArePartOfTheProof() {
		ScramMechanism mechanism = new ScramMechanism("SCRAM-SHA-256", "juliet", "r0m30myr0m30", null,
				new ScramKeyCache());
		ScramServer server = new ScramServer("SCRAM-SHA-256", "r0m30myr0m30", 4096, ",d=c29tZXRoaW5n");

		byte[] verifier = server.verify(mechanism.respond(server.challenge(mechanism.initialResponse())));

		assertThat(verifier).isNotNull();
		assertThatNoException().isThrownBy(() -> mechanism.checkSuccess(verifier));
	}

	@Test
	void authorizationIdentityAndSpecialCharactersOfNamesAreEscaped() {
		ScramMechanism mechanism = new ScramMechanism("SCRAM-SHA-1", "a,b=c", "pencil", "juliet@example.org", "nonce",
				new ScramKeyCache());

		assertThat(mechanism.initialResponse()).asString().isEqualTo("n,a=juliet@example.org,n=a=2Cb=3Dc,r=nonce");
		assertThat(mechanism.respond(bytes("r=noncemore" + SALT + ",i=4096"))).asString()
			.startsWith("c=bixhPWp1bGlldEBleGFtcGxlLm9yZyw=,r=noncemore,p=");
	}

	@Test
	void passwordIsPrepared() {
		ScramMechanism typed = mechanism("SCRAM-SHA-1", "nonce", "pen\u00ADcil\u2168");
		ScramMechanism prepared = mechanism("SCRAM-SHA-1", "nonce", "pencilIX");
		typed.initialResponse();
		prepared.initialResponse();

		byte[] challenge = bytes("r=noncemore" + SALT + ",i=4096");

		assertThat(typed.respond(challenge)).isEqualTo(prepared.respond(challenge));
	}

	@ParameterizedTest
	@CsvSource({ "4095", "1", "10000001" })
	void iterationsOutsideTheLimitsAreRefused(int iterations) {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "nonce");
		mechanism.initialResponse();

		assertThatExceptionOfType(SaslException.class)
			.isThrownBy(() -> mechanism.respond(bytes("r=noncemore" + SALT + ",i=" + iterations)))
			.withMessage("The server asks for %d iterations of SCRAM-SHA-1; accepted are 4096 to 10000000", iterations);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "r=other,s=QSXCR+Q6sek8bf92,i=4096", "r=nonce,s=QSXCR+Q6sek8bf92,i=4096",
			"r=noncemore,s=!!,i=4096", "r=noncemore,s=,i=4096", "r=noncemore,s=QSXCR+Q6sek8bf92,i=-1",
			"r=noncemore,s=QSXCR+Q6sek8bf92,i=99999999999", "m=x,r=noncemore,s=QSXCR+Q6sek8bf92,i=4096",
			"e=other-error" })
	void malformedChallengesAreRefused(String challenge) {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "nonce");
		mechanism.initialResponse();

		assertThatExceptionOfType(SaslException.class).isThrownBy(() -> mechanism.respond(bytes(challenge)));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "v=", "v=AAAA", "v=!", "e=invalid-proof", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", "nonsense" })
	void successWithWrongSignatureIsNotBelieved(String finalMessage) {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "nonce");
		mechanism.initialResponse();
		mechanism.respond(bytes("r=noncemore" + SALT + ",i=4096"));

		assertThatExceptionOfType(SaslException.class).isThrownBy(() -> mechanism.checkSuccess(bytes(finalMessage)));
	}

	@Test
	void successWithoutSignatureIsNotBelieved() {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "nonce");
		mechanism.initialResponse();
		mechanism.respond(bytes("r=noncemore" + SALT + ",i=4096"));

		assertThatExceptionOfType(SaslException.class).isThrownBy(() -> mechanism.checkSuccess(null))
			.withMessage("The server announced success without proving that it knows the password");
	}

	@Test
	void successBeforeAnyChallengeIsNotBelieved() {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "nonce");
		mechanism.initialResponse();

		assertThatExceptionOfType(SaslException.class)
			.isThrownBy(() -> mechanism.checkSuccess(bytes("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")));
	}

	@Test
	void signatureMayComeWithAChallengeBeforeTheSuccess() {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "fyko+d2lbbFgONRv9qkxdawL");
		mechanism.initialResponse();
		mechanism.respond(bytes("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"));

		assertThat(mechanism.respond(bytes("v=rmF9pqV8S7suAoZWja4dJRkFsKQ="))).isEmpty();
		assertThatNoException().isThrownBy(() -> mechanism.checkSuccess(null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\u0007b" })
	void unusablePasswordIsToldWithoutShowingIt(String password) {
		ScramMechanism mechanism = mechanism("SCRAM-SHA-1", "nonce", password);
		mechanism.initialResponse();

		assertThatExceptionOfType(SaslException.class)
			.isThrownBy(() -> mechanism.respond(bytes("r=noncemore" + SALT + ",i=4096")))
			.withMessageStartingWith("The password is empty or has characters")
			.withNoCause();
	}

	private static ScramMechanism mechanism(String name, String nonce) {
		return mechanism(name, nonce, "pencil");
	}

	private static ScramMechanism mechanism(String name, String nonce, String password) {
		return new ScramMechanism(name, "user", password, null, nonce, new ScramKeyCache());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
