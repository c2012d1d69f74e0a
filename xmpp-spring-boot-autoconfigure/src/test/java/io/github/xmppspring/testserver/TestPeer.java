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

package io.github.xmppspring.testserver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A client of another implementation.
 *
 * <p>
 * It answers {@code jabber:iq:version} with its {@linkplain #name() name} and 1.0, a get
 * of any payload of {@value #ECHO} with the same payload, any payload of {@value #FAIL}
 * with the stanza error {@code item-not-found}, and any of {@value #SILENT} never. The
 * payloads are called {@code a}. It sends no presence.
 *
 * @author XMPP for Spring Boot contributors
 */
public interface TestPeer extends AutoCloseable {

	/**
	 * The namespace of payloads that come back.
	 */
	String ECHO = "urn:example:echo";

	/**
	 * The namespace of payloads that are answered with a stanza error.
	 */
	String FAIL = "urn:example:fail";

	/**
	 * The namespace of payloads that are never answered.
	 */
	String SILENT = "urn:example:silent";

	/**
	 * A namespace of payloads that the client does not know.
	 */
	String UNKNOWN = "urn:example:unknown";

	/**
	 * The name in its software version.
	 * @return the name
	 */
	String name();

	/**
	 * The full JID the server bound.
	 * @return a full JID
	 */
	String jid();

	/**
	 * Send an IQ request and wait for the response, ten seconds at most.
	 * @param to the JID to send it to
	 * @param type either {@code get} or {@code set}
	 * @param payload the payload element, empty for none
	 * @return the response
	 */
	default Reply request(String to, String type, String payload) {
		return request(to, type, payload, Duration.ofSeconds(10)).join();
	}

	/**
	 * Send an IQ request.
	 * @param to the JID to send it to
	 * @param type either {@code get} or {@code set}
	 * @param payload the payload element, empty for none
	 * @param timeout how long to wait for the response
	 * @return the response once it is there; fails if the client ends before
	 */
	CompletableFuture<Reply> request(String to, String type, String payload, Duration timeout);

	/**
	 * Write to the stream, whatever it is.
	 * @param xml what to write
	 */
	void send(String xml);

	/**
	 * Write an IQ stanza to the stream, however wrong it is, and wait for the response
	 * with the same id, from whomever, ten seconds at most.
	 * @param xml what to write; has an id
	 * @return the response
	 */
	Reply exchange(String xml);

	/**
	 * Completes when the stream has ended.
	 * @return done when the stream has ended
	 */
	CompletableFuture<Void> disconnected();

	/**
	 * Close the stream.
	 */
	@Override
	void close();

	/**
	 * The response to an IQ request, or that there was none.
	 *
	 * @param type either {@code result} or {@code error}, none if the request timed out
	 * @param xml the whole stanza, none if the request timed out
	 */
	record Reply(@Nullable String type, @Nullable String xml) {

		/**
		 * Whether no response came in time.
		 * @return whether the request timed out
		 */
		public boolean timedOut() {
			return this.type == null;
		}

	}

}
