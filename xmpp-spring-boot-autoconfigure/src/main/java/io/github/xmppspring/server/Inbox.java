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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;

/**
 * Takes what a connected entity sends. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
interface Inbox {

	/**
	 * Takes an IQ stanza.
	 * @param iq the stanza as it was sent
	 * @throws StreamException if it must end the stream
	 */
	void received(Iq iq);

	/**
	 * Takes any other element, and responses that break the rules of IQ stanzas.
	 * @param element the element as it was sent
	 * @throws StreamException if it must end the stream
	 */
	void received(Element element);

	/**
	 * The connection is lost, with which the session may be over or not. Called once, and
	 * not if {@link #ended()} is.
	 * @param channel the channel that is lost
	 */
	default void lost(Channel channel) {
		ended();
	}

	/**
	 * The stream has ended, and {@link #ended()} is going to be called.
	 * @param closed whether the peer has closed it, and not an error
	 */
	default void ending(boolean closed) {
	}

	/**
	 * The session is over. Called once.
	 */
	void ended();

	/**
	 * What to throw if a sender is not who it says.
	 * @param address the address of the session
	 * @return a new exception
	 */
	static StreamException invalidFrom(Jid address) {
		return new StreamException(StreamError.of(StreamErrorCondition.INVALID_FROM),
				"A stanza of '" + address + "' names another sender");
	}

	/**
	 * What to throw if an element is no stanza.
	 * @param element the element
	 * @return a new exception
	 */
	static StreamException unsupported(Element element) {
		return new StreamException(StreamError.of(StreamErrorCondition.UNSUPPORTED_STANZA_TYPE),
				"There is no stanza '" + element.localName() + "'");
	}

}
