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

package io.github.xmppspring.server;

import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;

/**
 * Something that the server does itself when it is asked. Belongs to the event loop and
 * answers at once.
 *
 * @author XMPP for Spring Boot contributors
 */
interface Service {

	/**
	 * The payload that it understands.
	 * @return the qualified name
	 */
	QName payload();

	/**
	 * On whose behalf it answers.
	 * @return the scopes
	 */
	Set<Scope> scopes();

	/**
	 * Answers a request.
	 * @param request a request with this payload, its sender checked
	 * @param scope on whose behalf, one of {@link #scopes()}
	 * @return the response
	 * @throws StanzaErrorException to answer with an error
	 */
	Iq answer(Iq request, Scope scope);

	/**
	 * Refuses requests of another type.
	 * @param request the request
	 * @param type the only type that has a meaning
	 * @throws StanzaErrorException with {@code feature-not-implemented}
	 */
	static void require(Iq request, IqType type) {
		if (request.type() != type) {
			throw new StanzaErrorException(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED);
		}
	}

	/**
	 * On whose behalf the server answers.
	 */
	enum Scope {

		/** For itself. */
		SERVER,

		/** For the account of the sender. */
		OWN_ACCOUNT,

		/** For the account of somebody else. */
		OTHER_ACCOUNT;

		/**
		 * Refuses others.
		 * @throws StanzaErrorException with {@code forbidden}
		 */
		void requireOwn() {
			if (this != OWN_ACCOUNT) {
				throw new StanzaErrorException(StanzaErrorCondition.FORBIDDEN);
			}
		}

	}

}
