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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import com.ongres.scram.common.ClientFirstMessage;
import com.ongres.scram.common.Gs2CbindFlag;
import com.ongres.scram.common.Gs2Header;
import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ServerFinalMessage;
import com.ongres.scram.common.ServerFirstMessage;
import com.ongres.scram.common.exception.ScramParseException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Proves the knowledge of the password without showing it, and has the server prove the
 * same (RFC 5802, RFC 7677). Without channel binding: the GS2 flag is {@code n}.
 * <p>
 * Both proofs cover the messages exactly as they were exchanged, with extensions that
 * only the server knows (RFC 5802, 5.1); hence the message of the server is kept as it
 * came.
 * <p>
 * The server decides on the number of iterations, which is how much work one guess costs
 * a thief of the exchange. Too few are refused (RFC 7677, 4 asks for 4096), and so are so
 * many that they only serve to keep this side busy.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScramMechanism implements SaslMechanism {

	static final int MIN_ITERATIONS = 4096;

	static final int MAX_ITERATIONS = 10_000_000;

	private static final int NONCE_LENGTH = 32;

	private enum State {

		FIRST, CHALLENGED, PROVED, VERIFIED

	}

	private final com.ongres.scram.common.ScramMechanism mechanism;

	private final String username;

	private final String password;

	private final @Nullable String authorizationIdentity;

	private final String nonce;

	private final ScramKeyCache cache;

	private State state = State.FIRST;

	private String clientFirst = "";

	private @Nullable ScramKeys keys;

	private String authMessage = "";

	ScramMechanism(String name, String username, String password, @Nullable String authorizationIdentity,
			ScramKeyCache cache) {
		this(name, username, password, authorizationIdentity, ScramFunctions.nonce(NONCE_LENGTH, new SecureRandom()),
				cache);
	}

	ScramMechanism(String name, String username, String password, @Nullable String authorizationIdentity, String nonce,
			ScramKeyCache cache) {
		com.ongres.scram.common.ScramMechanism mechanism = com.ongres.scram.common.ScramMechanism.byName(name);
		Assert.notNull(mechanism, () -> "There is no mechanism '" + name + "'");
		this.mechanism = mechanism;
		this.username = username;
		this.password = password;
		this.authorizationIdentity = authorizationIdentity;
		this.nonce = nonce;
		this.cache = cache;
	}

	@Override
	public String name() {
		return this.mechanism.getName();
	}

	@Override
	public byte[] initialResponse() {
		Gs2Header header = new Gs2Header(Gs2CbindFlag.CLIENT_NOT, null, this.authorizationIdentity);
		String name = SaslPreparation.prepare(this.username, "name");
		this.clientFirst = new ClientFirstMessage(header, name, this.nonce).toString();
		this.state = State.CHALLENGED;
		return bytes(this.clientFirst);
	}

	@Override
	public byte[] respond(byte[] challenge) {
		switch (this.state) {
			case CHALLENGED -> {
				this.state = State.PROVED;
				return bytes(prove(text(challenge)));
			}
			case PROVED -> {
				verify(text(challenge));
				return new byte[0];
			}
			default -> throw new SaslException("The server sent a challenge where " + name() + " has none");
		}
	}

	@Override
	public void checkSuccess(byte @Nullable [] additionalData) {
		if (this.state == State.PROVED && additionalData != null) {
			verify(text(additionalData));
		}
		else if (this.state != State.VERIFIED || additionalData != null) {
			throw new SaslException("The server announced success without proving that it knows the password");
		}
	}

	private String prove(String serverFirst) {
		ServerFirstMessage challenge = parse(serverFirst);
		checkIterations(challenge.getIterationCount());
		int bare = this.clientFirst.indexOf(',', this.clientFirst.indexOf(',') + 1) + 1;
		String clientFinal = "c=" + Base64.getEncoder().encodeToString(bytes(this.clientFirst.substring(0, bare)))
				+ ",r=" + challenge.getNonce();
		this.authMessage = this.clientFirst.substring(bare) + ',' + serverFirst + ',' + clientFinal;
		ScramKeys keys = this.cache.keys(this.mechanism, this.password, salt(challenge), challenge.getIterationCount());
		this.keys = keys;
		return clientFinal + ",p=" + Base64.getEncoder().encodeToString(keys.prove(this.authMessage));
	}

	private ServerFirstMessage parse(String message) {
		try {
			return ServerFirstMessage.parseFrom(message, this.nonce);
		}
		catch (ScramParseException | IllegalArgumentException ex) {
			throw malformed(ex);
		}
	}

	private byte[] salt(ServerFirstMessage message) {
		try {
			return Base64.getDecoder().decode(message.getSalt());
		}
		catch (IllegalArgumentException ex) {
			throw malformed(ex);
		}
	}

	private void checkIterations(int iterations) {
		if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
			throw new SaslException("The server asks for %d iterations of %s; accepted are %d to %d"
				.formatted(iterations, name(), MIN_ITERATIONS, MAX_ITERATIONS));
		}
	}

	private void verify(String message) {
		ScramKeys keys = this.keys;
		if (keys == null || !isGenuine(message, keys)) {
			throw new SaslException("The server did not prove that it knows the password");
		}
		this.state = State.VERIFIED;
		this.cache.keep(keys);
	}

	private boolean isGenuine(String message, ScramKeys keys) {
		try {
			ServerFinalMessage proof = ServerFinalMessage.parseFrom(message);
			byte[] verifier = proof.getVerifier();
			return !proof.isError() && verifier != null && keys.verify(this.authMessage, verifier);
		}
		catch (ScramParseException | IllegalArgumentException ex) {
			throw malformed(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw malformed(ex);
		}
	}

	private SaslException malformed(Exception cause) {
		return new SaslException("The server sent a " + name() + " message that is malformed", cause);
	}

}
