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

package io.github.xmppspring.negotiation;

import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;

/**
 * The stream that a {@link Negotiation} works on. To be used on the event loop of the
 * channel only. After the negotiation of the stream has ended, nothing here has any
 * effect.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface StreamContext {

	/**
	 * The channel that carries the stream.
	 * @return the channel
	 */
	Channel channel();

	/**
	 * What the stream has reached.
	 * @return the progress, to which negotiations add
	 */
	StreamProgress progress();

	/**
	 * Sends an element.
	 * @param element the element
	 */
	void send(Element element);

	/**
	 * The stream ends here without a footer, and what comes next is a new one (RFC 6120,
	 * 4.3.3). The new header is sent after {@link #finished()}.
	 */
	void endStream();

	/**
	 * The step was successful. Goes on with a new stream, the next feature, or to the end
	 * of the negotiation.
	 */
	void finished();

	/**
	 * The step failed, and with it the negotiation of the stream.
	 * @param cause what is wrong, if possible a {@link NegotiationException}
	 */
	void fail(Throwable cause);

	/**
	 * What to throw if the server sends something that has no place in a step.
	 * @param element what the server sent
	 * @return a new exception
	 */
	static StreamException unexpected(Element element) {
		return new StreamException(StreamError.of(StreamErrorCondition.UNSUPPORTED_STANZA_TYPE),
				"The server sent an unexpected element in the negotiation: " + element.name());
	}

}
