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

import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.NoCommonMechanismException.Obstacle;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.record.RecordPayloadCodec;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for the failure analyzers: what an application prints that does not start.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalyzersTests {

	@Test
	void missingJid(CapturedOutput output) {
		fail((context) -> {
		});

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("There is no XMPP account to log in to: the property 'xmpp.jid' is not set.")
			.contains("Set 'xmpp.jid' to the JID of an account")
			.contains("'xmpp.enabled'");
	}

	@Test
	void malformedJid(CapturedOutput output) {
		fail((context) -> {
		}, "--xmpp.jid=a b@example.org");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The property 'xmpp.jid' from \"xmpp.jid\" from property source \"commandLineArgs\" is "
					+ "'a b@example.org', which is not a JID of the form 'localpart@domain', "
					+ "'localpart@domain/resource' or 'domain': Invalid localpart 'a b' in JID:")
			.contains("Set 'xmpp.jid' to a JID of the form 'localpart@domain'");
	}

	@Test
	void handlersOfSameRequests(CapturedOutput output) {
		fail((context) -> {
			context.registerBean("one", OneHandler.class);
			context.registerBean("two", OtherHandler.class);
		}, "--xmpp.jid=bot@example.org");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("OneHandler.one()", "OtherHandler.other()", "urn:a")
			.contains("Remove one of them");
	}

	@Test
	void handlerWithoutMethods(CapturedOutput output) {
		fail((context) -> context.registerBean(HandlerWithoutMethods.class), "--xmpp.jid=bot@example.org");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("HandlerWithoutMethods", "on no method")
			.contains("@IqHandler");
	}

	@Test
	void codecsForSamePayloads(CapturedOutput output) {
		fail((context) -> {
			context.registerBean("one", PayloadCodec.class, () -> RecordPayloadCodec.of(Question.class));
			context.registerBean("two", PayloadCodec.class, () -> RecordPayloadCodec.of(Answer.class));
		}, "--xmpp.jid=bot@example.org");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("{urn:a}question", Question.class.getName(), Answer.class.getName())
			.contains("Remove one of them", "@Order");
	}

	@Test
	void payloadWithMistake(CapturedOutput output) {
		fail((context) -> context.registerBean(PayloadCodec.class, () -> RecordPayloadCodec.of(Wrong.class)),
				"--xmpp.jid=bot@example.org");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(Wrong.class.getName(), "'anything'")
			.contains("Change the record");
	}

	@Test
	void requestFromConstructor(CapturedOutput output) {
		fail((context) -> context.registerBean(AskingBean.class), "--xmpp.jid=bot@example.org");

		assertThat(output).contains("send the first request from an ApplicationRunner or later");
	}

	@Test
	void bundleThatDoesNotExist(CapturedOutput output) {
		fail((context) -> {
		}, "--xmpp.jid=bot@example.org", "--xmpp.ssl.bundle=other");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("xmpp.ssl.bundle", "other", "spring.ssl.bundle");
	}

	@Test
	void valueThatMakesNoSense(CapturedOutput output) {
		fail((context) -> {
		}, "--xmpp.jid=bot@example.org", "--xmpp.sasl.mechanisms=DIGEST-MD5");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("xmpp.sasl.mechanisms", "DIGEST-MD5", "SCRAM-SHA-512");
	}

	@Test
	void componentThatIsNoDomain(CapturedOutput output) {
		fail((context) -> {
		}, "--xmpp.mode=component", "--xmpp.jid=bot@example.org", "--xmpp.password=secret");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("xmpp.jid", "bot@example.org", "A component is a domain", "'example.org'");
	}

	@Test
	void componentWithoutSecret(CapturedOutput output) {
		fail((context) -> {
		}, "--xmpp.mode=component", "--xmpp.jid=echo.example.org");

		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("There is no secret for the component 'echo.example.org'.", "Set 'xmpp.password'");
	}

	@Test
	void componentWithStartTls(CapturedOutput output) {
		fail((context) -> {
		}, "--xmpp.mode=component", "--xmpp.jid=echo.example.org", "--xmpp.password=secret",
				"--xmpp.ssl.mode=starttls");

		assertThat(output).contains("APPLICATION FAILED TO START").contains("xmpp.ssl.mode", "'direct'");
	}

	static Stream<XmppException> failures() {
		return Stream.of(new ComponentRefusedException("echo.example.org", StreamErrorCondition.NOT_AUTHORIZED),
				new ComponentRefusedException("echo.example.org", StreamErrorCondition.HOST_UNKNOWN),
				new ComponentRefusedException("echo.example.org", StreamErrorCondition.CONFLICT),
				new AuthenticationFailedException("SCRAM-SHA-512", "not-authorized", null),
				new CertificateNotTrustedException("example.org", "no path", new CertificateException("no path")),
				new CertificateNameException("example.org", List.of("dNSName example.com")),
				new HostNotFoundException("example.org", null),
				new NoCommonMechanismException(List.of("DIGEST-MD5"), List.of("SCRAM-SHA-512"), Obstacle.NONE),
				new PlaintextRefusedException("192.0.2.1"),
				new XmppConnectionException("No connection", new ConnectException("Connection refused")));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failedConnectionIsDescribedAsInHealth(XmppException failure, CapturedOutput output) {
		fail((context) -> context.registerBean(XmppConnection.class, () -> new TestXmppConnection().failing(failure)),
				"--xmpp.jid=bot@example.org", "--xmpp.connect-mode=fail-fast");

		FailureDescription description = FailureDescription.of(failure);
		assertThat(description.remedy()).isNotNull();
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(description.problem() + ".", description.remedy());
	}

	@Test
	void passwordIsNotPrinted(CapturedOutput output) {
		AuthenticationFailedException failure = new AuthenticationFailedException("PLAIN", "not-authorized", null);

		fail((context) -> context.registerBean(XmppConnection.class, () -> new TestXmppConnection().failing(failure)),
				"--xmpp.jid=bot@example.org", "--xmpp.password=s3cr3t", "--xmpp.connect-mode=fail-fast");

		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("s3cr3t");
	}

	private static void fail(ApplicationContextInitializer<GenericApplicationContext> beans, String... arguments) {
		SpringApplication application = new SpringApplication(ApplicationConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addInitializers(beans);

		assertThatException().isThrownBy(() -> application.run(arguments));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SslAutoConfiguration.class, XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
			IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class })
	static class ApplicationConfiguration {

	}

	@XmppPayload(namespace = "urn:a")
	record Question() {

	}

	@XmppPayload(namespace = "urn:a", name = "question")
	record Answer() {

	}

	@XmppPayload(namespace = "urn:a")
	record Wrong(Object anything) {

	}

	static class AskingBean {

		AskingBean(IqOperations iq) {
			iq.get(Element.of("urn:a", "question")).to(Jid.of("example.org")).retrieve(Element.class);
		}

	}

	static class OneHandler {

		@IqHandler(namespace = "urn:a", type = IqType.GET)
		void one() {
		}

	}

	static class OtherHandler {

		@IqHandler(namespace = "urn:a", type = IqType.GET)
		void other() {
		}

	}

	@IqHandler(namespace = "urn:a")
	static class HandlerWithoutMethods {

	}

}
