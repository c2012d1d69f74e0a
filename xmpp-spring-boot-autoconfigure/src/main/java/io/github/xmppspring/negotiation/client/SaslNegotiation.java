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

import java.util.Base64;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.xmppspring.negotiation.AuthenticationFailedException;
import io.github.xmppspring.negotiation.BackgroundTask;
import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.sasl.SaslException;
import io.github.xmppspring.sasl.SaslMechanism;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The authentication on one stream: carries the messages of a mechanism in Base64 (RFC
 * 6120, 6.4).
 *
 * @author XMPP for Spring Boot contributors
 */
final class SaslNegotiation implements Negotiation {

	private static final String EMPTY = "=";

	private final StreamContext stream;

	private final BackgroundTask computation;

	private final Supplier<SaslMechanism> choice;

	private @Nullable SaslMechanism mechanism;

	SaslNegotiation(StreamContext stream, Executor executor, Supplier<SaslMechanism> choice) {
		this.stream = stream;
		this.computation = new BackgroundTask(stream, executor);
		this.choice = choice;
	}

	@Override
	public void start() {
		this.computation.start(() -> Initial.of(this.choice.get()), this::begin);
	}

	private void begin(Initial initial) {
		this.mechanism = initial.mechanism();
		if (initial.failure() != null) {
			throw failed(initial.mechanism(), initial.failure());
		}
		Element.Builder auth = Element.builder(Namespaces.SASL, "auth")
			.attribute("mechanism", initial.mechanism().name());
		this.stream.send((initial.response() != null) ? auth.text(encode(initial.response())).build() : auth.build());
	}

	@Override
	public void receive(Element element) {
		SaslMechanism mechanism = this.mechanism;
		if (mechanism == null || !element.namespace().equals(Namespaces.SASL)) {
			throw StreamContext.unexpected(element);
		}
		if (element.localName().equals("failure")) {
			throw refused(mechanism, element);
		}
		if (this.computation.isRunning()) {
			throw StreamContext.unexpected(element);
		}
		switch (element.localName()) {
			case "challenge" -> respond(mechanism, element.text());
			case "success" -> succeed(mechanism, element.text());
			default -> throw StreamContext.unexpected(element);
		}
	}

	private void respond(SaslMechanism mechanism, String challenge) {
		this.computation.start(() -> {
			try {
				return mechanism.respond(decode(challenge));
			}
			catch (SaslException ex) {
				throw failed(mechanism, ex);
			}
		}, (response) -> this.stream.send(Element.builder(Namespaces.SASL, "response")
			.text((response.length > 0) ? encode(response) : "")
			.build()));
	}

	private void succeed(SaslMechanism mechanism, String additionalData) {
		try {
			mechanism.checkSuccess(additionalData.isBlank() ? null : decode(additionalData));
		}
		catch (SaslException ex) {
			throw failed(mechanism, ex);
		}
		this.stream.progress().authenticated(mechanism.name());
		this.stream.endStream();
		this.stream.finished();
	}

	private static AuthenticationFailedException failed(SaslMechanism mechanism, SaslException cause) {
		return new AuthenticationFailedException(mechanism.name(), cause);
	}

	private static AuthenticationFailedException refused(SaslMechanism mechanism, Element failure) {
		String condition = "undefined-condition";
		String text = null;
		for (Element child : failure.children()) {
			if (child.is(Namespaces.SASL, "text")) {
				text = child.text();
			}
			else if (child.namespace().equals(Namespaces.SASL)) {
				condition = child.localName();
			}
		}
		return new AuthenticationFailedException(mechanism.name(), condition, text);
	}

	private static String encode(byte[] data) {
		return (data.length > 0) ? Base64.getEncoder().encodeToString(data) : EMPTY;
	}

	private static byte[] decode(String text) {
		String trimmed = text.trim();
		try {
			return trimmed.equals(EMPTY) ? new byte[0] : Base64.getDecoder().decode(trimmed);
		}
		catch (IllegalArgumentException ex) {
			throw new SaslException("The server sent data that are not Base64");
		}
	}

	/**
	 * The mechanism that was chosen, with what it wants to send first.
	 */
	private record Initial(SaslMechanism mechanism, byte @Nullable [] response, @Nullable SaslException failure) {

		static Initial of(SaslMechanism mechanism) {
			try {
				return new Initial(mechanism, mechanism.initialResponse(), null);
			}
			catch (SaslException ex) {
				return new Initial(mechanism, null, ex);
			}
		}

	}

}
