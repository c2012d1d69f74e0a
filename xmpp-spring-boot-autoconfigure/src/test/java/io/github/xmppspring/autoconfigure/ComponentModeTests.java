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

package io.github.xmppspring.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletionException;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.XmppHeaders;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.StreamConversation;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.component.ComponentNegotiation;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.messaging.handler.annotation.Header;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the auto-configurations of an application that is a component.
 *
 * @author XMPP for Spring Boot contributors
 */
class ComponentModeTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class))
		.withBean(XmppConnection.class, TestXmppConnection::new)
		.withPropertyValues("xmpp.mode=component", "xmpp.jid=echo.example.org", "xmpp.password=secret");

	@Test
	void opensStreamsOfAComponent() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(StreamInitiation.class).doesNotHaveBean(StreamNegotiation.class);
			StreamInitiation initiation = context.getBean(StreamInitiation.class);
			assertThat(initiation).isInstanceOf(ComponentNegotiation.class);
			assertThat(initiation.account()).isEqualTo(Jid.of("echo.example.org"));
			StreamConversation.with(initiation).expectHeaderWithoutVersion("echo.example.org");
		});
	}

	@Test
	void followsTheConnectionDetails() {
		XmppConnectionDetails details = new XmppConnectionDetails() {

			@Override
			public XmppMode getMode() {
				return XmppMode.COMPONENT;
			}

			@Override
			public Jid getJid() {
				return Jid.of("own.example.org");
			}

			@Override
			public String getPassword() {
				return "secret";
			}

		};

		this.contextRunner.withPropertyValues("xmpp.mode=client")
			.withBean(XmppConnectionDetails.class, () -> details)
			.run((context) -> assertThat(context.getBean(StreamInitiation.class).account())
				.isEqualTo(Jid.of("own.example.org")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bot@example.org", "example.org/home" })
	void jidThatIsMoreThanADomainIsToldWithItsProperty(String jid) {
		assertInvalid("xmpp.jid", "xmpp.jid=" + jid);
	}

	@Test
	void startTlsIsToldWithItsProperty() {
		assertInvalid("xmpp.ssl.mode", "xmpp.ssl.mode=starttls");
	}

	@Test
	void directTlsIsTaken() {
		this.contextRunner.withPropertyValues("xmpp.ssl.mode=direct")
			.run((context) -> assertThat(context.getBean(StreamInitiation.class)).extracting("opening.mode")
				.hasToString("DIRECT"));
	}

	@Test
	void missingSecretFailsTheStart() {
		this.contextRunner.withPropertyValues("xmpp.password=")
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(MissingSecretException.class));
	}

	@Test
	void tellsThatItIsAComponent() {
		this.contextRunner.run((context) -> {
			Iq reply = ask(context.getBean(IqDispatcher.class), DiscoInfo.CODEC.write(DiscoInfo.request(null)),
					"echo.example.org");

			assertThat(DiscoInfo.CODEC.read(reply.payload()).identities())
				.isEqualTo(List.of(DiscoInfo.Identity.of("component", "generic", null)));
		});
	}

	@Test
	void tellsThatItIsAComponentIfConnectionDetailsSaySo() {
		this.contextRunner.withPropertyValues("xmpp.mode=client")
			.withBean(XmppConnectionDetails.class, ComponentModeTests::componentDetails)
			.run((context) -> {
				Iq reply = ask(context.getBean(IqDispatcher.class), DiscoInfo.CODEC.write(DiscoInfo.request(null)),
						"echo.example.org");

				assertThat(DiscoInfo.CODEC.read(reply.payload()).identities())
					.isEqualTo(List.of(DiscoInfo.Identity.of("component", "generic", null)));
			});
	}

	private static XmppConnectionDetails componentDetails() {
		return new XmppConnectionDetails() {

			@Override
			public XmppMode getMode() {
				return XmppMode.COMPONENT;
			}

			@Override
			public Jid getJid() {
				return Jid.of("echo.example.org");
			}

			@Override
			public String getPassword() {
				return "secret";
			}

		};
	}

	@Test
	void handlersSeeWhoWasAsked() {
		this.contextRunner.withBean(WhoHandler.class).run((context) -> {
			Iq reply = ask(context.getBean(IqDispatcher.class), Element.of("urn:example:who", "who"),
					"desk@echo.example.org/a");

			assertThat(reply.payload().text()).isEqualTo("desk@echo.example.org/a");
			assertThat(reply.from()).isEqualTo(Jid.of("desk@echo.example.org/a"));
		});
	}

	private static Iq ask(IqDispatcher dispatcher, Element payload, String to) throws CompletionException {
		Iq request = Iq.get(payload).id("1").from("juliet@example.com/balcony").to(to).build();
		return dispatcher.exchange(request).toCompletableFuture().join();
	}

	private void assertInvalid(String property, String value) {
		this.contextRunner.withPropertyValues(value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(property)));
	}

	static class WhoHandler {

		@IqHandler(namespace = "urn:example:who", type = IqType.GET)
		Element who(@Header(XmppHeaders.TO) Jid asked) {
			return Element.builder("urn:example:who", "you-asked").text(asked.toString()).build();
		}

	}

}
