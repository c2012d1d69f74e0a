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

package io.github.xmppspring.negotiation.server;

import java.util.Base64;
import java.util.List;

import io.github.xmppspring.negotiation.BackgroundTask;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.sasl.SaslErrorCondition;
import io.github.xmppspring.sasl.SaslOutcome;
import io.github.xmppspring.sasl.SaslRefusedException;
import io.github.xmppspring.sasl.SaslServerMechanism;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the client (RFC 6120, 6). Mechanisms run outside of the event loop. After
 * a few failures the stream ends (RFC 6120, 6.4.5).
 *
 * @author XMPP for Spring Boot contributors
 */
final class SaslReception implements ReceptionStep {

	private static final Log logger = LogFactory.getLog(SaslReception.class);

	static final int MAX_FAILURES = 3;

	private static final String EMPTY = "=";

	private final ClientReceptionHandler stream;

	private final ClientStreamReception settings;

	private @Nullable Exchange exchange;

	private int failures;

	SaslReception(ClientReceptionHandler stream, ClientStreamReception settings) {
		this.stream = stream;
		this.settings = settings;
	}

	@Override
	public @Nullable Element offer() {
		List<String> names = isTime() ? this.settings.mechanisms().offered(passwordsMayShow()) : List.of();
		if (names.isEmpty()) {
			return null;
		}
		Element.Builder offer = Element.builder(Namespaces.SASL, "mechanisms");
		names.forEach((name) -> offer.textChild("mechanism", name));
		return offer.build();
	}

	private boolean isTime() {
		return !this.stream.progress().has(StreamMilestone.AUTHENTICATED)
				&& (isSecure() || !this.settings.isTlsRequired());
	}

	private boolean isSecure() {
		return this.stream.progress().has(StreamMilestone.SECURE);
	}

	private boolean passwordsMayShow() {
		return isSecure() || this.settings.hasPlaintextPasswords();
	}

	@Override
	public boolean takes(Element element) {
		return element.namespace().equals(Namespaces.SASL)
				&& !this.stream.progress().has(StreamMilestone.AUTHENTICATED);
	}

	@Override
	public boolean isRunning() {
		return this.exchange != null;
	}

	@Override
	public void receive(Element element) {
		try {
			switch (element.localName()) {
				case "auth" -> begin(element);
				case "response" -> evaluate(this.exchange, element.text());
				case "abort" -> throw new SaslRefusedException(SaslErrorCondition.ABORTED);
				default -> throw this.stream.unexpected(element);
			}
		}
		catch (SaslRefusedException ex) {
			refuse(ex.condition());
		}
	}

	private void begin(Element auth) {
		if (this.exchange != null) {
			throw new SaslRefusedException(SaslErrorCondition.MALFORMED_REQUEST);
		}
		if (!isTime()) {
			throw new SaslRefusedException(SaslErrorCondition.ENCRYPTION_REQUIRED);
		}
		String name = auth.attribute("mechanism");
		SaslServerMechanism mechanism = this.settings.mechanisms()
			.create((name != null) ? name : "", this.stream.domain(), passwordsMayShow());
		this.exchange = new Exchange(mechanism, new BackgroundTask(this.stream, this.settings.executor()));
		if (auth.text().isEmpty()) {
			// without an initial response the client is asked for it (RFC 4422, 3)
			challenge(new byte[0]);
		}
		else {
			evaluate(this.exchange, auth.text());
		}
	}

	private void evaluate(@Nullable Exchange exchange, String text) {
		if (exchange == null || exchange.task().isRunning()) {
			throw new SaslRefusedException(SaslErrorCondition.MALFORMED_REQUEST);
		}
		byte[] data = decode(text);
		exchange.task().start(() -> Evaluation.of(exchange.mechanism(), data), (result) -> proceed(exchange, result));
	}

	private void proceed(Exchange exchange, Evaluation evaluation) {
		if (!exchange.equals(this.exchange)) {
			// the client has given up in the meantime
			return;
		}
		if (evaluation.refusal() != null) {
			refuse(evaluation.refusal());
		}
		else if (evaluation.outcome() instanceof SaslOutcome.Challenge challenge) {
			challenge(challenge.data());
		}
		else if (evaluation.outcome() instanceof SaslOutcome.Success success) {
			succeed(exchange.mechanism().name(), success);
		}
	}

	private void challenge(byte[] data) {
		this.stream.send(Element.builder(Namespaces.SASL, "challenge").text(encode(data)).build());
	}

	private void succeed(String mechanism, SaslOutcome.Success success) {
		SaslErrorCondition refusal = this.settings.refusal(success.account());
		if (refusal != null) {
			refuse(refusal);
			return;
		}
		this.exchange = null;
		byte[] data = success.additionalData();
		Element.Builder element = Element.builder(Namespaces.SASL, "success");
		this.stream
			.send((data != null) ? element.text((data.length > 0) ? encode(data) : EMPTY).build() : element.build());
		this.stream.authenticated(success.account(), mechanism);
		this.stream.endStream();
		this.stream.finished();
	}

	private void refuse(SaslErrorCondition condition) {
		this.exchange = null;
		this.failures++;
		this.stream.send(Element.builder(Namespaces.SASL, "failure")
			.child(Element.of(Namespaces.SASL, condition.value()))
			.build());
		if (this.failures == MAX_FAILURES) {
			throw StreamReceptionHandler.refusal(StreamErrorCondition.POLICY_VIOLATION,
					"The client failed to authenticate " + this.failures + " times");
		}
	}

	private static String encode(byte[] data) {
		return Base64.getEncoder().encodeToString(data);
	}

	private static byte[] decode(String text) {
		if (text.isEmpty() || text.equals(EMPTY)) {
			return new byte[0];
		}
		try {
			if (text.length() % 4 == 0) {
				return Base64.getDecoder().decode(text);
			}
		}
		catch (IllegalArgumentException ex) {
			logger.trace("Not Base64", ex);
		}
		throw new SaslRefusedException(SaslErrorCondition.INCORRECT_ENCODING);
	}

	/**
	 * One attempt.
	 */
	private record Exchange(SaslServerMechanism mechanism, BackgroundTask task) {
	}

	/**
	 * What a mechanism said.
	 */
	private record Evaluation(@Nullable SaslOutcome outcome, @Nullable SaslErrorCondition refusal) {

		static Evaluation of(SaslServerMechanism mechanism, byte[] data) {
			try {
				return new Evaluation(mechanism.evaluate(data), null);
			}
			catch (SaslRefusedException ex) {
				return new Evaluation(null, ex.condition());
			}
			catch (RuntimeException ex) {
				logger.error("An authentication failed by a fault of this side", ex);
				return new Evaluation(null, SaslErrorCondition.TEMPORARY_AUTH_FAILURE);
			}
		}

	}

}
