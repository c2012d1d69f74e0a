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

package io.github.xmppspring.ejabberd;

import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link EjabberdAccount}.
 *
 * @author XMPP for Spring Boot contributors
 */
class EjabberdAccountTests {

	@ParameterizedTest
	@ValueSource(strings = { "register desk example.test s3;cret", "! register desk example.test s3;cret",
			"stats registeredusers ;  register  desk example.test s3;cret ; register other example.test other",
			"create_room_with_opts a b c d ; ! register desk example.test s3;cret ;" })
	void isFirstOneThatIsCreated(String commands) {
		EjabberdAccount account = EjabberdAccount.of(Map.of("CTL_ON_CREATE", commands), Map.of());

		assertThat(account).isEqualTo(client("desk@example.test", "s3;cret", 5222));
	}

	@ParameterizedTest
	@ValueSource(strings = { "register desk localhost !s3!cret!", "!register desk localhost !s3!cret!",
			" ! register desk localhost !s3!cret! ; help" })
	void passwordMayHoldExclamationMarks(String commands) {
		EjabberdAccount account = EjabberdAccount.of(Map.of("CTL_ON_CREATE", commands), Map.of());

		assertThat(account).isEqualTo(client("desk@localhost", "!s3!cret!", 5222));
	}

	@Test
	void isCreatedAtStart() {
		EjabberdAccount account = EjabberdAccount
			.of(Map.of("CTL_ON_CREATE", "help", "CTL_ON_START", "! register desk localhost secret"), Map.of());

		assertThat(account).isEqualTo(client("desk@localhost", "secret", 5222));
	}

	@Test
	void isAdministrator() {
		EjabberdAccount account = EjabberdAccount.of(Map.of("REGISTER_ADMIN_PASSWORD", "secret"), Map.of());

		assertThat(account).isEqualTo(client("admin@localhost", "secret", 5222));
	}

	@Test
	void isAdministratorOfOtherNameAndHost() {
		Map<String, String> environment = Map.of("REGISTER_ADMIN_PASSWORD", "secret", "EJABBERD_MACRO_HOST",
				"example.test", "EJABBERD_MACRO_ADMIN", "root");

		assertThat(EjabberdAccount.of(environment, Map.of())).isEqualTo(client("root@example.test", "secret", 5222));
	}

	@Test
	void labelChoosesAmongAccounts() {
		EjabberdAccount account = EjabberdAccount.of(
				Map.of("CTL_ON_CREATE", "register first localhost one ; register desk localhost two"),
				Map.of("io.github.xmppspring.jid", "desk@localhost/a", "io.github.xmppspring.port", "5223"));

		assertThat(account).isEqualTo(client("desk@localhost/a", "two", 5223));
	}

	@Test
	void labelsAreEnough() {
		EjabberdAccount account = EjabberdAccount.of(Map.of(),
				Map.of("io.github.xmppspring.jid", "desk@localhost", "io.github.xmppspring.password", "secret"));

		assertThat(account).isEqualTo(client("desk@localhost", "secret", 5222));
	}

	@Test
	void labelsTellOfComponent() {
		EjabberdAccount account = EjabberdAccount.of(Map.of("CTL_ON_CREATE", "register first localhost one"),
				Map.of("io.github.xmppspring.mode", "component", "io.github.xmppspring.jid", "desk.localhost",
						"io.github.xmppspring.password", "secret"));

		assertThat(account)
			.isEqualTo(new EjabberdAccount(XmppMode.COMPONENT, Jid.of("desk.localhost"), "secret", 5347));
	}

	@Test
	void componentWithoutSecretIsRefused() {
		assertThatIllegalStateException()
			.isThrownBy(() -> EjabberdAccount.of(Map.of("CTL_ON_CREATE", "register first localhost one"),
					Map.of("io.github.xmppspring.mode", "component")))
			.withMessageContaining("io.github.xmppspring.password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "register desk localhost", "unregister desk localhost secret" })
	void withoutAccountSaysHowToTellOfOne(String commands) {
		assertThatIllegalStateException()
			.isThrownBy(() -> EjabberdAccount.of(Map.of("CTL_ON_CREATE", commands), Map.of()))
			.withMessageContainingAll("CTL_ON_CREATE", "io.github.xmppspring.jid");
	}

	@Test
	void unknownModeAndPortAreRefused() {
		assertThatIllegalStateException()
			.isThrownBy(() -> EjabberdAccount.of(Map.of(), Map.of("io.github.xmppspring.mode", "server")))
			.withMessageContaining("'server'");
		assertThatIllegalStateException()
			.isThrownBy(() -> EjabberdAccount.of(Map.of(), Map.of("io.github.xmppspring.port", "xmpp")))
			.withMessageContaining("'xmpp'");
	}

	@Test
	void doesNotShowPassword() {
		assertThat(client("desk@localhost", "secret", 5222)).asString()
			.contains("desk@localhost")
			.doesNotContain("secret");
	}

	private static EjabberdAccount client(String jid, String password, int port) {
		return new EjabberdAccount(XmppMode.CLIENT, Jid.of(jid), password, port);
	}

}
