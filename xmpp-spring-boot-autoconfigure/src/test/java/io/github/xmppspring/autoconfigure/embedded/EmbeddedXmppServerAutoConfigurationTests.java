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

package io.github.xmppspring.autoconfigure.embedded;

import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.test.XmppAssertions;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EmbeddedXmppServerAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedXmppServerAutoConfigurationTests {

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EmbeddedXmppServerAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.emptyRunner
		.withPropertyValues("xmpp.embedded.enabled=true", "xmpp.connect-mode=fail-fast");

	@Test
	void withoutPropertyThereIsNoServer() {
		this.emptyRunner.withPropertyValues("xmpp.jid=bot@example.org")
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedXmppServer.class)
				.doesNotHaveBean(EmbeddedXmppConnectionDetails.class)
				.hasSingleBean(XmppConnectionDetails.class));
	}

	@Test
	void applicationIsConnectedToServerWithoutFurtherProperties() {
		this.contextRunner.run((context) -> {
			EmbeddedXmppServer server = context.getBean(EmbeddedXmppServer.class);
			NegotiatedStream stream = stream(context);
			assertThat(server.isRunning()).isTrue();
			assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
			assertThat(stream.jid().bare()).isEqualTo(Jid.of("application@localhost"));
			assertThat(stream.tlsProtocol()).isNotNull();
			assertThat(server.sessions()).containsExactly(stream.jid());
		});
	}

	@Test
	void portIsPublished() {
		this.contextRunner.run((context) -> {
			EmbeddedXmppServer server = context.getBean(EmbeddedXmppServer.class);
			assertThat(context.getEnvironment().getProperty("local.xmpp.port", Integer.class)).isEqualTo(server.port());
			assertThat(context.getEnvironment().containsProperty("local.xmpp.component-port")).isFalse();
		});
	}

	@Test
	void serverEndsWithContext() {
		EmbeddedXmppServer[] server = new EmbeddedXmppServer[1];

		this.contextRunner.run((context) -> server[0] = context.getBean(EmbeddedXmppServer.class));

		assertThat(server[0].isRunning()).isFalse();
	}

	@Test
	void serverEndsWithContextThatFails() {
		EmbeddedXmppServer server = EmbeddedXmppServer.builder().build();

		this.contextRunner.withPropertyValues("xmpp.sasl.mechanisms=EXTERNAL")
			.withBean(EmbeddedXmppServer.class, () -> server)
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(server.isRunning()).isFalse();
				assertThat(server.port()).isPositive();
			});
	}

	@Test
	void domainAndAccountAreThoseOfApplication() {
		this.contextRunner.withPropertyValues("xmpp.jid=bot@example.org/home", "xmpp.password=secret")
			.run((context) -> {
				EmbeddedXmppServer server = context.getBean(EmbeddedXmppServer.class);
				assertThat(server.domain()).isEqualTo("example.org");
				assertThat(server.accounts().password("bot")).isEqualTo("secret");
				assertThat(stream(context).jid()).isEqualTo(Jid.of("bot@example.org/home"));
			});
	}

	@Test
	void temporaryAccountIsAnUsualOne() {
		this.contextRunner.withPropertyValues("xmpp.jid=example.org")
			.run((context) -> assertThat(stream(context).jid().bare()).isEqualTo(Jid.of("application@example.org")));
	}

	@Test
	void hostPortAndNameOfApplicationAreNotUsed() {
		this.contextRunner
			.withPropertyValues("xmpp.host=xmpp.example.org", "xmpp.port=1", "xmpp.username=other",
					"xmpp.jid=bot@example.org")
			.run((context) -> assertThat(context.getBean(XmppConnection.class).status().state())
				.isEqualTo(ConnectionState.ONLINE));
	}

	@Test
	void limitsAreThoseOfApplication() {
		Element large = Element.builder("urn:example:large", "large").text("x".repeat(700_000)).build();

		this.contextRunner.withPropertyValues("xmpp.limits.stanza-size=2MB", "xmpp.limits.text-length=1000000")
			.run((context) -> assertThatExceptionOfType(IqErrorException.class).isThrownBy(
					() -> context.getBean(IqOperations.class).exchange(Iq.get(large).to(stream(context).jid()).build()))
				.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE)));
	}

	@Test
	void settingsAreThoseOfProperties() {
		this.contextRunner
			.withPropertyValues("xmpp.embedded.domain=example.net", "xmpp.embedded.accounts.juliet=pw",
					"xmpp.embedded.accounts.application=known", "xmpp.embedded.component.domains.echo.example.net=s",
					"xmpp.embedded.new-accounts.enabled=true", "xmpp.embedded.new-accounts.password=new")
			.run((context) -> {
				EmbeddedXmppServer server = context.getBean(EmbeddedXmppServer.class);
				assertThat(server.domain()).isEqualTo("example.net");
				assertThat(server.accounts().names()).containsExactly("application", "juliet");
				assertThat(context.getBean(XmppConnectionDetails.class).getPassword()).isEqualTo("known");
				assertThat(server.componentPort()).isPositive();
				assertThat(context.getEnvironment().getProperty("local.xmpp.component-port", Integer.class))
					.isEqualTo(server.componentPort());
				loginOfNewAccount(server);
			});
	}

	private static void loginOfNewAccount(EmbeddedXmppServer server) {
		XmppConnectionDetails details = EmbeddedXmppConnectionDetails.client(server, Jid.of("application@example.net"),
				null);
		try (XmppPeer peer = XmppPeer.builder(Jid.of("romeo@example.net"))
			.password("new")
			.server("127.0.0.1", server.port())
			.sslBundle(details.getSslBundle())
			.login()) {
			assertThat(server.sessions()).contains(peer.jid());
		}
	}

	@Test
	void nothingThatCouldBeLoggedHoldsSecrets() {
		this.contextRunner
			.withPropertyValues("xmpp.password=s3cret", "xmpp.embedded.component.domains.echo.localhost=s3cret",
					"xmpp.embedded.accounts.juliet=s3cret", "xmpp.embedded.new-accounts.password=s3cret")
			.run((context) -> {
				assertThat(context.getBean(EmbeddedXmppAccount.class).toString()).doesNotContain("s3cret");
				assertThat(context.getBean(EmbeddedXmppServer.class)).asString().doesNotContain("s3cret");
				assertThat(context.getBean(EmbeddedXmppServer.class)).extracting("settings")
					.asString()
					.doesNotContain("s3cret");
			});
	}

	@Test
	void applicationWithoutTlsIsLetIn() {
		this.contextRunner.withPropertyValues("xmpp.ssl.mode=disabled")
			.run((context) -> assertThat(stream(context).tlsProtocol()).isNull());
	}

	@Test
	void componentIsConnectedWithoutFurtherProperties() {
		this.contextRunner.withPropertyValues("xmpp.mode=component").run((context) -> {
			EmbeddedXmppServer server = context.getBean(EmbeddedXmppServer.class);
			assertThat(context.getBean(XmppConnectionDetails.class).getMode()).isEqualTo(XmppMode.COMPONENT);
			assertThat(stream(context).jid()).isEqualTo(Jid.of("application.localhost"));
			assertThat(server.sessions()).containsExactly(Jid.of("application.localhost"));
			assertThat(context.getEnvironment().getProperty("local.xmpp.component-port", Integer.class))
				.isEqualTo(server.componentPort());
		});
	}

	@Test
	void componentAnswersPeer() {
		this.contextRunner.withPropertyValues("xmpp.mode=component", "xmpp.jid=echo.example.org", "xmpp.password=s")
			.run((context) -> {
				EmbeddedXmppServer server = context.getBean(EmbeddedXmppServer.class);
				try (XmppPeer juliet = XmppPeer.builder(server, "juliet")
					.application(Jid.of("echo.example.org"))
					.login()) {
					Iq reply = juliet.get("<ping xmlns='urn:xmpp:ping'/>");
					XmppAssertions.assertThat(reply).isResult().isFrom("echo.example.org");
				}
			});
	}

	@Test
	void otherConnectionDetailsWin(CapturedOutput output) {
		XmppConnectionDetails details = () -> Jid.of("bot@example.org");

		this.emptyRunner.withPropertyValues("xmpp.embedded.enabled=true")
			.withBean("container", XmppConnectionDetails.class, () -> details)
			.run((context) -> {
				assertThat(context).doesNotHaveBean(EmbeddedXmppServer.class)
					.hasSingleBean(XmppConnectionDetails.class);
				assertThat(context.getBean(XmppConnectionDetails.class)).isSameAs(details);
				assertThat(output).contains("No embedded XMPP server is started, as there are connection details for "
						+ "another one: [container]");
			});
	}

	@Test
	void ownServerIsUsed(CapturedOutput output) {
		EmbeddedXmppServer server = EmbeddedXmppServer.builder().domain("example.com").build();

		this.contextRunner.withBean(EmbeddedXmppServer.class, () -> server).run((context) -> {
			assertThat(stream(context).jid().bare()).isEqualTo(Jid.of("application@example.com"));
			assertThat(context.getEnvironment().getProperty("local.xmpp.port", Integer.class)).isEqualTo(server.port());
			assertThat(output).doesNotContain("No embedded XMPP server is started");
		});
	}

	@Test
	void customizerHasTheLastWord() {
		this.contextRunner.withPropertyValues("xmpp.embedded.domain=example.net")
			.withBean(EmbeddedXmppServerBuilderCustomizer.class, () -> (builder) -> builder.domain("example.com"))
			.run((context) -> assertThat(stream(context).jid().bare()).isEqualTo(Jid.of("application@example.com")));
	}

	@Test
	void withoutXmppThereIsStillTheServer() {
		this.contextRunner.withPropertyValues("xmpp.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(EmbeddedXmppServer.class)
				.doesNotHaveBean(XmppConnection.class));
	}

	@Test
	void lazyInitializationStartsServerWithConnection() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(stream(context).jid().bare()).isEqualTo(Jid.of("application@localhost"));
				assertThat(context.getEnvironment().containsProperty("local.xmpp.port")).isTrue();
			});
	}

	@Test
	void applicationLogsOffAndOnWhenContextIsStoppedAndStarted() {
		this.contextRunner.run((context) -> {
			EmbeddedXmppServer server = context.getBean(EmbeddedXmppServer.class);
			GenericApplicationContext source = (GenericApplicationContext) context.getSourceApplicationContext();

			source.stop();
			assertThat(server.sessions()).isEmpty();
			source.start();

			assertThat(server.sessions()).containsExactly(stream(context).jid());
		});
	}

	@Test
	void severalContextsHaveServersOfTheirOwn() {
		this.contextRunner.run((one) -> this.contextRunner.run((other) -> {
			assertThat(one.getBean(EmbeddedXmppServer.class).port())
				.isNotEqualTo(other.getBean(EmbeddedXmppServer.class).port());
			assertThat(one.getBean(EmbeddedXmppServer.class).sessions()).containsExactly(stream(one).jid());
			assertThat(other.getBean(EmbeddedXmppServer.class).sessions()).containsExactly(stream(other).jid());
		}));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			xmpp.embedded.port=70000                                    | xmpp.embedded.port
			xmpp.embedded.domain=a b                                    | xmpp.embedded.domain
			xmpp.embedded.domain=example.net;xmpp.jid=bot@example.org   | xmpp.jid
			xmpp.ssl.mode=direct                                        | xmpp.ssl.mode
			xmpp.embedded.component.domains[localhost]=s                | xmpp.embedded.component.domains
			xmpp.embedded.component.domains[a@b]=s                      | xmpp.embedded.component.domains
			xmpp.embedded.component.domains[a.b]=                       | xmpp.embedded.component.domains
			xmpp.embedded.component.port=70000                          | xmpp.embedded.component.port
			xmpp.mode=component;xmpp.embedded.component.port=-1         | xmpp.embedded.component.port
			xmpp.mode=component;xmpp.jid=bot@example.org                | xmpp.jid
			xmpp.mode=component;xmpp.jid=localhost                      | xmpp.jid
			xmpp.embedded.accounts[a@b]=s                               | xmpp.embedded.accounts
			xmpp.embedded.accounts.juliet=                              | xmpp.embedded.accounts
			""")
	void valueThatCannotBeIsToldWithItsProperty(String properties, String name) {
		this.contextRunner.withPropertyValues(properties.split(";"))
			.run(failure((ex) -> assertThat(ex.getName()).isEqualTo(name)));
	}

	private static ContextConsumer<AssertableApplicationContext> failure(
			Consumer<InvalidConfigurationPropertyValueException> assertions) {
		return (context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, assertions::accept);
	}

	private static NegotiatedStream stream(AssertableApplicationContext context) {
		NegotiatedStream stream = context.getBean(XmppConnection.class).status().stream();
		assertThat(stream).isNotNull();
		return stream;
	}

}
