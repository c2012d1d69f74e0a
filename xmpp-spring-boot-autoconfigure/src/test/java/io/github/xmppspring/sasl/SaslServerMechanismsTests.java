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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.github.xmppspring.address.Jid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link SaslServerMechanisms} and what it creates.
 *
 * @author XMPP for Spring Boot contributors
 */
class SaslServerMechanismsTests {

	private static final Jid DOMAIN = Jid.of("example.org");

	private static final Jid JULIET = Jid.of("juliet@example.org");

	private final List<String> asked = new ArrayList<>();

	private final SaslAccounts accounts = new SaslAccounts() {

		@Override
		public String password(String username) {
			SaslServerMechanismsTests.this.asked.add(username);
			return switch (username) {
				case "juliet" -> "r0m30IX";
				case "j\u00fcrgen" -> "gr\u00fc\u00dfe";
				default -> null;
			};
		}

		@Override
		public boolean accepts(String username, String password) {
			return password.equals(password(username));
		}

	};

	private final SaslServerMechanisms mechanisms = new SaslServerMechanisms(
			List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN", "ANONYMOUS"), this.accounts);

	@Test
	void plainIsOfferedOnlyWherePasswordsMayShow() {
		assertThat(this.mechanisms.offered(true)).containsExactly("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1",
				"PLAIN", "ANONYMOUS");
		assertThat(this.mechanisms.offered(false)).doesNotContain("PLAIN").hasSize(4);
		assertRefused(SaslErrorCondition.ENCRYPTION_REQUIRED, () -> this.mechanisms.create("PLAIN", DOMAIN, false));
	}

	@Test
	void anonymousIsNoDefault() {
		assertThat(SaslServerMechanisms.defaults()).containsExactly("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1",
				"PLAIN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "scram-sha-1", "EXTERNAL", "SCRAM-SHA-1-PLUS" })
	void otherMechanismsAreInvalid(String name) {
		assertRefused(SaslErrorCondition.INVALID_MECHANISM, () -> this.mechanisms.create(name, DOMAIN, true));
	}

	@Test
	void mechanismsThatAreNotAllowedAreInvalid() {
		SaslServerMechanisms plain = new SaslServerMechanisms(List.of("PLAIN"), this.accounts);

		assertRefused(SaslErrorCondition.INVALID_MECHANISM, () -> plain.create("ANONYMOUS", DOMAIN, true));
	}

	@Test
	void mechanismsThatDoNotExistCannotBeAllowed() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SaslServerMechanisms(List.of("EXTERNAL"), this.accounts))
			.withMessageContaining("EXTERNAL");
		assertThatIllegalArgumentException().isThrownBy(() -> new SaslServerMechanisms(List.of(), this.accounts));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512" })
	void scramConvincesTheClient(String name) {
		ScramMechanism client = new ScramMechanism(name, "Juliet", "r0m30\u2168", null, new ScramKeyCache());
		SaslServerMechanism server = this.mechanisms.create(name, DOMAIN, false);

		SaslOutcome.Success success = success(
				server.evaluate(client.respond(challenge(server, client.initialResponse()))));

		assertThat(server.name()).isEqualTo(name);
		assertThat(success.account()).isEqualTo(JULIET);
		assertThat(this.asked).containsOnly("juliet");
		assertThatNoException().isThrownBy(() -> client.checkSuccess(success.additionalData()));
	}

	@Test
	void scramTakesPasswordsOfAnyCharacters() {
		ScramMechanism client = new ScramMechanism("SCRAM-SHA-256", "J\u00fcrgen", "gr\u00fc\u00dfe", null,
				new ScramKeyCache());
		SaslServerMechanism server = create("SCRAM-SHA-256");

		SaslOutcome.Success success = success(
				server.evaluate(client.respond(challenge(server, client.initialResponse()))));

		assertThat(success.account()).isEqualTo(Jid.of("j\u00fcrgen@example.org"));
		assertThatNoException().isThrownBy(() -> client.checkSuccess(success.additionalData()));
	}

	@ParameterizedTest
	@CsvSource({ "juliet, wrong", "romeo, r0m30IX", "ro@meo, r0m30IX" })
	void scramTellsNoDifferenceBetweenUnknownAccountAndWrongPassword(String username, String password) {
		SaslServerMechanism server = this.mechanisms.create("SCRAM-SHA-1", DOMAIN, false);
		ScramMechanism client = new ScramMechanism("SCRAM-SHA-1", username, password, null, new ScramKeyCache());
		byte[] proof = client.respond(challenge(server, client.initialResponse()));

		assertRefused(SaslErrorCondition.NOT_AUTHORIZED, () -> server.evaluate(proof));
	}

	@Test
	void saltBelongsToTheName() {
		assertThat(salt("SCRAM-SHA-1", "juliet")).isEqualTo(salt("SCRAM-SHA-1", "juliet"))
			.isNotEqualTo(salt("SCRAM-SHA-256", "juliet"));
		assertThat(salt("SCRAM-SHA-1", "nobody")).isEqualTo(salt("SCRAM-SHA-1", "nobody"))
			.isNotEqualTo(salt("SCRAM-SHA-1", "juliet"))
			.hasSameSizeAs(salt("SCRAM-SHA-1", "juliet"));
	}

	@Test
	void noncesAreNotRepeated() {
		assertThat(attribute(text(challenge(create("SCRAM-SHA-1"), bytes("n,,n=juliet,r=abc"))), "r")).startsWith("abc")
			.isNotEqualTo(attribute(text(challenge(create("SCRAM-SHA-1"), bytes("n,,n=juliet,r=abc"))), "r"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "n", "n,,", "n,,n=juliet", "n,,r=abc", "n,,n=,r=abc", "n,,n=juliet,r=", "x,,n=j,r=abc",
			"p=tls-unique,,n=juliet,r=abc", "n,,m=more,n=juliet,r=abc", "n,,n=jul=iet,r=abc", "n,,n=jul==2C3Diet,r=abc",
			"n,b=juliet,n=juliet,r=abc", "n,,n=juliet,r=a\u007Fbc", "n,,n=juliet,r=\u00E4" })
	void firstMessagesOfOtherFormAreMalformed(String message) {
		assertRefused(SaslErrorCondition.MALFORMED_REQUEST, () -> create("SCRAM-SHA-1").evaluate(bytes(message)));
	}

	@Test
	void bytesThatAreNotUtf8AreMalformed() {
		byte[] message = { 'n', ',', ',', 'n', '=', (byte) 0xC0, (byte) 0x80, ',', 'r', '=', 'a' };

		assertRefused(SaslErrorCondition.MALFORMED_REQUEST, () -> create("SCRAM-SHA-1").evaluate(message));
		assertRefused(SaslErrorCondition.MALFORMED_REQUEST, () -> create("PLAIN").evaluate(message));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "c=biws", "c=biws,r=%s", "c=biws,r=%s,p=", "c=biws,r=%s,p=AAA,x=y", "r=%s,p=AAAA",
			"c=biws,r=%s,p=A" })
	void finalMessagesOfOtherFormAreMalformed(String message) {
		SaslServerMechanism server = create("SCRAM-SHA-1");
		String nonce = attribute(text(challenge(server, bytes("n,,n=juliet,r=abc"))), "r");

		assertRefused(SaslErrorCondition.MALFORMED_REQUEST, () -> server.evaluate(bytes(message.formatted(nonce))));
	}

	@Test
	void proofIsOnlyGoodForItsHeaderAndNonce() {
		assertRefused(SaslErrorCondition.NOT_AUTHORIZED, () -> exchange("c=biws", "c=eSws"));
		assertRefused(SaslErrorCondition.NOT_AUTHORIZED, () -> exchange("r=abc", "r=abd"));
		assertRefused(SaslErrorCondition.NOT_AUTHORIZED, () -> exchange("p=", "p=AAAA"));
		assertThatNoException().isThrownBy(() -> exchange("p=", "p="));
	}

	@Test
	void clientsThatCouldBindChannelsAreWelcome() {
		assertThat(text(challenge(create("SCRAM-SHA-1"), bytes("y,,n=juliet,r=abc,e=ext")))).startsWith("r=abc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCRAM-SHA-1", "PLAIN" })
	void clientsActAsThemselvesOnly(String name) {
		assertThat(login(name, "juliet@example.org").account()).isEqualTo(JULIET);
		assertRefused(SaslErrorCondition.INVALID_AUTHZID, () -> login(name, "romeo@example.org"));
		assertRefused(SaslErrorCondition.INVALID_AUTHZID, () -> login(name, "juliet@example.com"));
		assertRefused(SaslErrorCondition.INVALID_AUTHZID, () -> login(name, "@"));
	}

	@Test
	void plainChecksTheCredentials() {
		SaslOutcome.Success success = success(create("PLAIN").evaluate(bytes("\0JULIET\0r0m30\u2168")));

		assertThat(success.account()).isEqualTo(JULIET);
		assertThat(success.additionalData()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0juliet\0wrong", "\0romeo\0r0m30IX", "\0ro@meo\0r0m30IX", "\0juliet\0r0m30IX\u0007" })
	void plainTellsNoDifferenceBetweenWrongCredentials(String message) {
		assertRefused(SaslErrorCondition.NOT_AUTHORIZED, () -> create("PLAIN").evaluate(bytes(message)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "juliet", "juliet\0r0m30IX", "\0\0r0m30IX", "\0juliet\0", "\0juliet\0r0m30IX\0" })
	void plainMessagesOfOtherFormAreMalformed(String message) {
		assertRefused(SaslErrorCondition.MALFORMED_REQUEST, () -> create("PLAIN").evaluate(bytes(message)));
	}

	@Test
	void anonymousClientsAreGivenNames() {
		Jid first = success(create("ANONYMOUS").evaluate(bytes("trace"))).account();
		Jid second = success(create("ANONYMOUS").evaluate(new byte[0])).account();

		assertThat(first.local()).isNotNull().isNotEqualTo(second.local());
		assertThat(first.domainJid()).isEqualTo(DOMAIN);
	}

	private SaslOutcome.Success login(String name, String authorizationIdentity) {
		if (name.equals("PLAIN")) {
			return success(create(name).evaluate(bytes(authorizationIdentity + "\0juliet\0r0m30IX")));
		}
		ScramMechanism client = new ScramMechanism(name, "juliet", "r0m30IX", authorizationIdentity,
				new ScramKeyCache());
		SaslServerMechanism server = create(name);
		return success(server.evaluate(client.respond(challenge(server, client.initialResponse()))));
	}

	private void exchange(String replaced, String replacement) {
		ScramMechanism client = new ScramMechanism("SCRAM-SHA-1", "juliet", "r0m30IX", null, "abc",
				new ScramKeyCache());
		SaslServerMechanism server = create("SCRAM-SHA-1");
		String proof = text(client.respond(challenge(server, client.initialResponse())));
		server.evaluate(bytes(proof.replace(replaced, replacement)));
	}

	private String salt(String name, String username) {
		String salt = attribute(text(challenge(create(name), bytes("n,,n=" + username + ",r=abc"))), "s");
		assertThat(Base64.getDecoder().decode(salt)).hasSize(16);
		return salt;
	}

	private SaslServerMechanism create(String name) {
		return this.mechanisms.create(name, DOMAIN, true);
	}

	private static String attribute(String message, String name) {
		for (String part : message.split(",")) {
			if (part.startsWith(name + "=")) {
				return part.substring(2);
			}
		}
		throw new AssertionError("There is no " + name);
	}

	private static byte[] challenge(SaslServerMechanism mechanism, byte[] response) {
		SaslOutcome outcome = mechanism.evaluate(response);
		assertThat(outcome).isInstanceOf(SaslOutcome.Challenge.class);
		return ((SaslOutcome.Challenge) outcome).data();
	}

	private static SaslOutcome.Success success(SaslOutcome outcome) {
		assertThat(outcome).isInstanceOf(SaslOutcome.Success.class);
		return (SaslOutcome.Success) outcome;
	}

	private static void assertRefused(SaslErrorCondition condition, Runnable step) {
		assertThatExceptionOfType(SaslRefusedException.class).isThrownBy(step::run)
			.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(condition));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
