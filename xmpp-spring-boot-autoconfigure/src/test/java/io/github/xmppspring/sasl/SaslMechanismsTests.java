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

import java.util.Arrays;
import java.util.List;

import io.github.xmppspring.address.Jid;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SaslMechanisms}, {@link SaslCredentials} and the simple mechanisms.
 *
 * @author XMPP for Spring Boot contributors
 */
class SaslMechanismsTests {

	private static final SaslCredentials JULIET = new SaslCredentials(Jid.of("juliet@example.org/balcony"), null,
			"r0m30");

	@Test
	void ownOrderDecidesNotThatOfTheServer() {
		SaslMechanisms mechanisms = SaslMechanisms.defaults(false, false);

		assertThat(chosen(mechanisms, true, "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"))
			.isEqualTo("SCRAM-SHA-512");
		assertThat(chosen(mechanisms, true, "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256")).isEqualTo("SCRAM-SHA-256");
	}

	@Test
	void defaultsHaveNeitherPlainNorAnonymous() {
		SaslMechanisms mechanisms = SaslMechanisms.defaults(false, false);

		assertThat(chosen(mechanisms, true, "PLAIN", "ANONYMOUS", "EXTERNAL", "DIGEST-MD5", "X-UNKNOWN")).isNull();
	}

	@Test
	void defaultsBeginWithExternalIfThereIsAClientKey() {
		assertThat(SaslMechanisms.defaults(false, true).allowed()).containsExactly("EXTERNAL", "SCRAM-SHA-512",
				"SCRAM-SHA-256", "SCRAM-SHA-1");
	}

	@Test
	void plainIsUsedOverTlsIfAskedFor() {
		SaslMechanisms mechanisms = new SaslMechanisms(List.of("SCRAM-SHA-1", "PLAIN"));

		assertThat(chosen(mechanisms, true, "PLAIN")).isEqualTo("PLAIN");
		assertThat(chosen(mechanisms, false, "PLAIN")).isNull();
		assertThat(chosen(mechanisms, false, "PLAIN", "SCRAM-SHA-1")).isEqualTo("SCRAM-SHA-1");
	}

	@Test
	void externalIsNotUsedWithoutTls() {
		SaslMechanisms mechanisms = new SaslMechanisms(List.of("EXTERNAL"));

		assertThat(chosen(mechanisms, false, "EXTERNAL")).isNull();
		assertThat(chosen(mechanisms, true, "EXTERNAL")).isEqualTo("EXTERNAL");
	}

	@Test
	void withoutPasswordNoMechanismThatNeedsOneIsChosen() {
		SaslMechanisms mechanisms = new SaslMechanisms(List.of("SCRAM-SHA-1", "PLAIN", "ANONYMOUS"));
		SaslCredentials credentials = new SaslCredentials(Jid.of("juliet@example.org"), null, null);

		SaslMechanism mechanism = mechanisms.choose(List.of("SCRAM-SHA-1", "PLAIN", "ANONYMOUS"), credentials, true);

		assertThat(mechanism).isNotNull().extracting(SaslMechanism::name).isEqualTo("ANONYMOUS");
	}

	@Test
	void unknownMechanismsAreNoSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SaslMechanisms(List.of("DIGEST-MD5")))
			.withMessageContaining("'DIGEST-MD5' is not supported");
		assertThatIllegalArgumentException().isThrownBy(() -> new SaslMechanisms(List.of()));
	}

	@Test
	void plainSendsNameAndPassword() {
		assertThat(new PlainMechanism("juliet", "r0m30", null).initialResponse()).asString()
			.isEqualTo("\0juliet\0r0m30");
		assertThat(new PlainMechanism("admin", "r0m30", "juliet@example.org").initialResponse()).asString()
			.isEqualTo("juliet@example.org\0admin\0r0m30");
	}

	@Test
	void plainRefusesPasswordsThatWouldBreakItsMessage() {
		assertThatExceptionOfType(SaslException.class)
			.isThrownBy(() -> new PlainMechanism("juliet", "a\0b", null).initialResponse());
	}

	@Test
	void externalNamesTheAccount() {
		assertThat(new ExternalMechanism(Jid.of("juliet@example.org/balcony")).initialResponse()).asString()
			.isEqualTo("juliet@example.org");
		assertThat(new ExternalMechanism(Jid.of("example.org")).initialResponse()).isEmpty();
	}

	@Test
	void externalAnswersOneEmptyChallenge() {
		ExternalMechanism mechanism = new ExternalMechanism(Jid.of("juliet@example.org"));

		assertThat(mechanism.respond(new byte[0])).asString().isEqualTo("juliet@example.org");
		assertThatExceptionOfType(SaslException.class).isThrownBy(() -> mechanism.respond(new byte[0]));
	}

	@Test
	void anonymousTellsNothing() {
		AnonymousMechanism mechanism = new AnonymousMechanism();

		assertThat(mechanism.initialResponse()).isEmpty();
		assertThatExceptionOfType(SaslException.class).isThrownBy(() -> mechanism.respond(new byte[] { 1 }));
	}

	@Test
	void authorizationIdentityIsOnlyGivenIfItDoesNotFollowFromTheName() {
		Jid account = Jid.of("juliet@example.org/balcony");

		assertThat(JULIET.authorizationIdentity()).isNull();
		assertThat(new SaslCredentials(account, "juliet", null).authorizationIdentity()).isNull();
		assertThat(new SaslCredentials(account, "admin", null).authorizationIdentity()).isEqualTo("juliet@example.org");
		assertThat(new SaslCredentials(Jid.of("example.org"), "admin", null).authorizationIdentity()).isNull();
	}

	@Test
	void credentialsDoNotShowThePassword() {
		assertThat(JULIET.toString()).contains("juliet").doesNotContain("r0m30");
	}

	private static String chosen(SaslMechanisms mechanisms, boolean secure, String... offered) {
		SaslMechanism mechanism = mechanisms.choose(Arrays.asList(offered), JULIET, secure);
		return (mechanism != null) ? mechanism.name() : null;
	}

}
