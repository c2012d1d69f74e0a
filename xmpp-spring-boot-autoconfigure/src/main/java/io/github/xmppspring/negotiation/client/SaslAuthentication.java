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

package io.github.xmppspring.negotiation.client;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import javax.xml.namespace.QName;

import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.github.xmppspring.negotiation.NoCommonMechanismException;
import io.github.xmppspring.negotiation.NoCommonMechanismException.Obstacle;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.sasl.SaslCredentials;
import io.github.xmppspring.sasl.SaslMechanism;
import io.github.xmppspring.sasl.SaslMechanisms;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;

/**
 * Authenticates the client by SASL (RFC 6120, 6). Credentials are asked for, and used, on
 * an executor: both may take long.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SaslAuthentication implements StreamFeature {

	private static final QName NAME = new QName(Namespaces.SASL, "mechanisms");

	private final Set<StreamMilestone> needs;

	private final SaslMechanisms mechanisms;

	private final Supplier<SaslCredentials> credentials;

	private final Executor executor;

	SaslAuthentication(Set<StreamMilestone> needs, SaslMechanisms mechanisms, Supplier<SaslCredentials> credentials,
			Executor executor) {
		this.needs = needs;
		this.mechanisms = mechanisms;
		this.credentials = credentials;
		this.executor = executor;
	}

	@Override
	public QName name() {
		return NAME;
	}

	@Override
	public String step() {
		return NegotiationStep.SASL;
	}

	@Override
	public Set<StreamMilestone> needs() {
		return this.needs;
	}

	@Override
	public Set<StreamMilestone> forbids() {
		return Set.of(StreamMilestone.AUTHENTICATED);
	}

	@Override
	public NegotiationException missing() {
		return new NoCommonMechanismException(List.of(), this.mechanisms.allowed(), Obstacle.NONE);
	}

	@Override
	public Negotiation negotiate(StreamContext stream, Element offer) {
		List<String> offered = offer.children(Namespaces.SASL, "mechanism")
			.stream()
			.map((mechanism) -> mechanism.text().trim())
			.toList();
		boolean secure = stream.progress().has(StreamMilestone.SECURE);
		return new SaslNegotiation(stream, this.executor, () -> choose(offered, secure));
	}

	private SaslMechanism choose(List<String> offered, boolean secure) {
		SaslCredentials credentials = this.credentials.get();
		SaslMechanism mechanism = this.mechanisms.choose(offered, credentials, secure);
		if (mechanism == null) {
			throw new NoCommonMechanismException(offered, this.mechanisms.allowed(), obstacle(credentials, secure));
		}
		return mechanism;
	}

	private static Obstacle obstacle(SaslCredentials credentials, boolean secure) {
		if (credentials.username() == null) {
			return Obstacle.NO_NAME;
		}
		if (credentials.password() == null) {
			return Obstacle.NO_PASSWORD;
		}
		return secure ? Obstacle.NONE : Obstacle.NO_TLS;
	}

}
