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

import org.jspecify.annotations.Nullable;

/**
 * One authentication exchange by one mechanism, seen from the client (RFC 4422, 3). Holds
 * the state of the exchange, so it serves for one attempt only. Methods may take long and
 * are called one after another, possibly by different threads.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface SaslMechanism {

	/**
	 * The registered name of the mechanism.
	 * @return for example {@code SCRAM-SHA-256}
	 */
	String name();

	/**
	 * What the client sends first.
	 * @return the initial response, possibly empty, or {@code null} if the server begins
	 * @throws SaslException if the credentials cannot be used with this mechanism
	 */
	byte @Nullable [] initialResponse();

	/**
	 * Answers a challenge.
	 * @param challenge the data of the server, possibly empty
	 * @return the response, possibly empty
	 * @throws SaslException if the challenge is not acceptable, which ends the exchange
	 */
	byte[] respond(byte[] challenge);

	/**
	 * Checks a success that the server announced, which may have to prove that it knows
	 * the credentials.
	 * @param additionalData the additional data with success (RFC 4422, 3.6), or
	 * {@code null} if there are none
	 * @throws SaslException if the success must not be believed
	 */
	void checkSuccess(byte @Nullable [] additionalData);

}
