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

package io.github.xmppspring.test;

import java.util.function.UnaryOperator;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;

/**
 * How a peer replies: to one request that has come, or to all that will come.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface PeerReply {

	/**
	 * Replies with what a function makes of the request.
	 * @param reply takes the request and returns a result or an error; it must not block
	 * @throws IllegalStateException if the request has its reply already
	 */
	void replyWith(UnaryOperator<Iq> reply);

	/**
	 * Replies with an empty result.
	 * @throws IllegalStateException if the request has its reply already
	 */
	default void reply() {
		replyWith(Iq::result);
	}

	/**
	 * Replies with a result.
	 * @param payload the payload, one element that declares its prefixes
	 * @throws IllegalStateException if the request has its reply already
	 */
	default void reply(String payload) {
		reply(TestXml.parse(payload));
	}

	/**
	 * Replies with a result.
	 * @param payload the payload
	 * @throws IllegalStateException if the request has its reply already
	 */
	default void reply(Element payload) {
		replyWith((request) -> request.result(payload));
	}

	/**
	 * Replies with an error.
	 * @param condition the condition
	 * @throws IllegalStateException if the request has its reply already
	 */
	default void replyError(StanzaErrorCondition condition) {
		replyError(StanzaError.of(condition));
	}

	/**
	 * Replies with an error.
	 * @param error the error
	 * @throws IllegalStateException if the request has its reply already
	 */
	default void replyError(StanzaError error) {
		replyWith((request) -> request.error(error));
	}

}
