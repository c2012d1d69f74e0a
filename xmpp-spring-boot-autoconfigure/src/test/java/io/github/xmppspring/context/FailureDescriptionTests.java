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

package io.github.xmppspring.context;

import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.namespace.QName;

import io.github.xmppspring.connection.HostNotFoundException;
import io.github.xmppspring.connection.NotConnectedException;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.github.xmppspring.negotiation.CertificateNotTrustedException;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.ConnectionClosedException;
import io.github.xmppspring.negotiation.HostUnknownException;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.NegotiationTimeoutException;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.NoCommonMechanismException.Obstacle;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.ResourceBindingException;
import io.github.xmppspring.negotiation.TlsNegotiationException;
import io.github.xmppspring.negotiation.TlsNegotiationException.Reason;
import io.github.xmppspring.negotiation.UnsupportedFeatureException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailureDescription}.
 *
 * @author XMPP for Spring Boot contributors
 */
class FailureDescriptionTests {

	static Stream<Arguments> failures() {
		return Stream.of(
				Arguments.of(new AuthenticationFailedException("SCRAM-SHA-1", "not-authorized", null), "not-authorized",
						"'xmpp.password'"),
				Arguments.of(new AuthenticationFailedException("SCRAM-SHA-1", "temporary-auth-failure", null),
						"temporary-auth-failure", "later"),
				Arguments.of(new NoCommonMechanismException(List.of("PLAIN"), List.of("SCRAM-SHA-1"), Obstacle.NONE),
						"[PLAIN]", "'xmpp.sasl.mechanisms'"),
				Arguments.of(new NoCommonMechanismException(List.of("SCRAM-SHA-1"), List.of("SCRAM-SHA-1"),
						Obstacle.NO_PASSWORD), "[SCRAM-SHA-1]", "Set 'xmpp.password'"),
				Arguments.of(new NoCommonMechanismException(List.of("PLAIN"), List.of("ANONYMOUS"), Obstacle.NO_NAME),
						"[PLAIN]", "name of the account before the domain in 'xmpp.jid'"),
				Arguments.of(
						new CertificateNotTrustedException("example.org", "no path",
								new CertificateException("no path")),
						"'example.org' is not trusted: no path", "'xmpp.ssl.bundle'"),
				Arguments.of(new CertificateNameException("example.org", List.of("dNSName example.com")),
						"dNSName example.com", "'xmpp.jid'"),
				Arguments.of(new TlsNegotiationException(Reason.NOT_OFFERED, "No STARTTLS", null), "No STARTTLS",
						"'xmpp.ssl.mode' to 'direct'"),
				Arguments.of(new TlsNegotiationException(Reason.HANDSHAKE_FAILED, "No TLS", null), "No TLS",
						"'xmpp.ssl.bundle'"),
				Arguments.of(new PlaintextRefusedException("192.0.2.1"), "192.0.2.1",
						"'xmpp.ssl.allow-remote-plaintext'"),
				Arguments.of(new HostUnknownException("example.org"), "'example.org'", "'xmpp.jid'"),
				Arguments.of(new ComponentRefusedException("echo.example.org", StreamErrorCondition.NOT_AUTHORIZED),
						"not-authorized", "'xmpp.password' is its secret"),
				Arguments.of(new ComponentRefusedException("echo.example.org", StreamErrorCondition.HOST_UNKNOWN),
						"host-unknown", "component 'echo.example.org'"),
				Arguments.of(new ComponentRefusedException("echo.example.org", StreamErrorCondition.CONFLICT),
						"conflict", "other instance"),
				Arguments.of(new MissingSecretException("echo.example.org"), "'echo.example.org'", "'xmpp.password'"),
				Arguments.of(StreamException.received(StreamError.of(StreamErrorCondition.INVALID_NAMESPACE)),
						"invalid-namespace", "'xmpp.mode'"),
				Arguments.of(new StreamException(StreamError.of(StreamErrorCondition.INVALID_NAMESPACE), "Wrong"),
						"Wrong", "'xmpp.mode'"),
				Arguments.of(new ResourceBindingException(StanzaError.of(StanzaErrorCondition.CONFLICT)), "conflict",
						"resource"),
				Arguments.of(new NegotiationTimeoutException(Duration.ofSeconds(1)), "1000 ms", "'xmpp.port'"),
				Arguments.of(new ConnectionClosedException("Closed", null), "Closed", "'xmpp.ssl.mode'"),
				Arguments.of(new UnsupportedFeatureException(new QName("urn:a", "b")), "{urn:a}b", "StreamFeature"),
				Arguments.of(new HostNotFoundException("example.org", null), "'example.org'", "'xmpp.host'"),
				Arguments.of(new XmppConnectionException("No connection", new ConnectException("Connection refused")),
						"Connection refused", "'xmpp.port'"),
				Arguments.of(new NotConnectedException("There is none", new HostNotFoundException("example.org", null)),
						"There is none", "'xmpp.host'"),
				Arguments.of(StreamException.received(StreamError.of(StreamErrorCondition.CONFLICT)), "conflict",
						"resource"),
				Arguments.of(new StreamException(StreamError.of(StreamErrorCondition.POLICY_VIOLATION), "Too much"),
						"Too much", "'xmpp.limits'"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void saysWhatIsWrongAndWhatToChange(Throwable failure, String problem, String remedy) {
		FailureDescription description = FailureDescription.of(failure);

		assertThat(description.problem()).contains(problem).doesNotEndWith(".");
		assertThat(description.remedy()).contains(remedy).endsWith(".");
		assertThat(description.text()).isEqualTo(description.problem() + ". " + description.remedy());
	}

	@ParameterizedTest
	@EnumSource
	void knowsRemedyForEachReasonWithoutTls(Reason reason) {
		FailureDescription description = FailureDescription.of(new TlsNegotiationException(reason, "test", null));

		assertThat(description.remedy()).contains("'xmpp.ssl.mode'");
	}

	@ParameterizedTest
	@EnumSource
	void knowsRemedyForEachErrorOfServer(StreamErrorCondition condition) {
		FailureDescription description = FailureDescription.of(StreamException.received(StreamError.of(condition)));

		assertThat(description.problem()).contains(condition.toString());
		assertThat(description.remedy()).endsWith(".");
	}

	@ParameterizedTest
	@EnumSource
	void knowsRemedyForEachErrorOfThisSide(StreamErrorCondition condition) {
		FailureDescription description = FailureDescription.of(new StreamException(StreamError.of(condition), "test"));

		assertThat(description.remedy()).endsWith(".");
	}

	@ParameterizedTest
	@EnumSource
	void knowsRemedyForEachObstacleToMechanisms(Obstacle obstacle) {
		List<String> mechanisms = List.of("PLAIN");

		FailureDescription description = FailureDescription
			.of(new NoCommonMechanismException(mechanisms, mechanisms, obstacle));

		assertThat(description.remedy()).contains("xmpp.");
	}

	@ParameterizedTest
	@CsvSource({ "account-disabled, enable the account", "credentials-expired, a new password",
			"encryption-required, 'xmpp.ssl.mode'", "mechanism-too-weak, 'xmpp.sasl.mechanisms'",
			"not-authorized, 'xmpp.ssl.bundle'" })
	void knowsWhyLoginByCertificateIsRefused(String condition, String remedy) {
		FailureDescription description = FailureDescription
			.of(new AuthenticationFailedException("EXTERNAL", condition, null));

		assertThat(description.remedy()).contains(remedy);
	}

	@Test
	void tellsExpiredCertificateFromUnknownOne() {
		CertificateException expired = new CertificateExpiredException("NotAfter: yesterday");

		FailureDescription description = FailureDescription.of(new CertificateNotTrustedException("example.org",
				"NotAfter: yesterday", new CertificateException("no path", expired)));

		assertThat(description.remedy()).contains("a new certificate").doesNotContain("xmpp.ssl.bundle");
	}

	@Test
	void otherFailureHasNoRemedy() {
		FailureDescription description = FailureDescription.of(new IllegalStateException("test"));

		assertThat(description.remedy()).isNull();
		assertThat(description.text()).isEqualTo("test.");
	}

	@Test
	void failureWithoutMessageIsNamedByItsType() {
		assertThat(FailureDescription.of(new IllegalStateException()).text()).isEqualTo("IllegalStateException.");
	}

}
