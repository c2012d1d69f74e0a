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

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.negotiation.component.ComponentNegotiation;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.StringUtils;

/**
 * Makes a {@link StreamNegotiation} or a {@link ComponentNegotiation} of the connection
 * details and properties.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamNegotiationMapper {

	private final XmppProperties properties;

	StreamNegotiationMapper(XmppProperties properties) {
		this.properties = properties;
	}

	StreamNegotiation.Builder forClient(XmppConnectionDetails details) {
		StreamNegotiation.Builder builder = StreamNegotiation.builder(details.getJid())
			.authenticationIdentity(details.getUsername())
			.password(details::getPassword)
			.tls(tls(TlsMode.STARTTLS, details.getSslBundle()))
			.plaintextOffLoopback(this.properties.getSsl().isAllowRemotePlaintext())
			.limits(XmlLimits.BEFORE_AUTHENTICATION, this.properties.getLimits().toXmlLimits())
			.timeout(timeout());
		addMechanisms(builder);
		return builder;
	}

	ComponentNegotiation forComponent(XmppConnectionDetails details) {
		Jid component = details.getJid();
		PropertyChecks.require(component.isDomain(), "xmpp.jid", component,
				"A component is a domain, without localpart and resourcepart, such as '" + component.domain() + "'",
				"Set 'xmpp.jid' to the domain that the server has for the component, or 'xmpp.mode' to 'client'.");
		TlsSettings tls = tls(TlsMode.DISABLED, details.getSslBundle());
		PropertyChecks.require(tls.mode() != TlsMode.STARTTLS, "xmpp.ssl.mode", tls.mode(),
				"Components have no STARTTLS (XEP-0114), only 'direct' or 'disabled'",
				"Set 'xmpp.ssl.mode' to 'direct', with the port on which the server takes TLS from components, or to 'disabled'.");
		if (!StringUtils.hasLength(details.getPassword())) {
			throw new MissingSecretException(component.toString());
		}
		return ComponentNegotiation.builder(component)
			.secret(details::getPassword)
			.tls(tls)
			.plaintextOffLoopback(this.properties.getSsl().isAllowRemotePlaintext())
			.limits(this.properties.getLimits().toXmlLimits())
			.timeout(timeout())
			.build();
	}

	private Duration timeout() {
		return PropertyChecks.positive("xmpp.negotiation-timeout", this.properties.getNegotiationTimeout());
	}

	private void addMechanisms(StreamNegotiation.Builder builder) {
		List<String> mechanisms = this.properties.getSasl().getMechanisms();
		try {
			builder.mechanisms(mechanisms);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidXmppPropertyException("xmpp.sasl.mechanisms", mechanisms, String.valueOf(ex.getMessage()),
					"Remove from 'xmpp.sasl.mechanisms' what is not known, or all of it, to take what the server offers.");
		}
	}

	private TlsSettings tls(TlsMode usual, @Nullable SslBundle bundle) {
		TlsMode mode = Objects.requireNonNullElse(this.properties.getSsl().getMode(), usual);
		if (bundle == null) {
			return TlsSettings.of(mode);
		}
		SslOptions options = bundle.getOptions();
		try {
			SslManagerBundle managers = bundle.getManagers();
			return new TlsSettings(mode, managers.getKeyManagerFactory(), managers.getTrustManagerFactory(),
					known(options.getEnabledProtocols(), SSLParameters::getProtocols),
					known(options.getCiphers(), SSLParameters::getCipherSuites));
		}
		catch (IllegalStateException ex) {
			throw unusable(ex);
		}
	}

	private InvalidXmppPropertyException unusable(IllegalStateException cause) {
		String bundle = String.valueOf(this.properties.getSsl().getBundle());
		return new InvalidXmppPropertyException("xmpp.ssl.bundle", bundle,
				"The bundle cannot be used: " + NestedExceptionUtils.getMostSpecificCause(cause).getMessage(),
				"Check the locations, types and passwords of the stores under 'spring.ssl.bundle'.");
	}

	private List<String> known(String @Nullable [] values, Function<SSLParameters, String[]> kind) {
		if (values == null) {
			return List.of();
		}
		List<String> wanted = Arrays.asList(values);
		List<String> supported = Arrays.asList(kind.apply(supported()));
		for (String value : wanted) {
			PropertyChecks.require(supported.contains(value), "xmpp.ssl.bundle",
					String.valueOf(this.properties.getSsl().getBundle()),
					"The bundle has '%s' among its options, which this Java does not support".formatted(value),
					"Change the protocols or ciphers in the options of the bundle, under 'spring.ssl.bundle'.");
		}
		return wanted;
	}

	private static SSLParameters supported() {
		try {
			return SSLContext.getDefault().getSupportedSSLParameters();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("There is no TLS", ex);
		}
	}

}
