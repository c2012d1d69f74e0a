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

import io.netty.channel.Channel;

/**
 * Is told how the negotiation of a stream that a peer opened ended: exactly one of the
 * methods is called, exactly once, on the event loop.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface StreamReceptionListener {

	/**
	 * Stanzas may flow. Called after the negotiation has left the pipeline and before any
	 * further element is delivered, so that nothing is missed by handlers that are added
	 * here. The peer has been sent the end of the negotiation already. Always called
	 * after a successful {@link ResourceBinder#bind}, even if the connection has failed
	 * in the meantime.
	 * @param channel the channel that carries the stream
	 * @param stream what was negotiated
	 */
	void received(Channel channel, ReceivedStream stream);

	/**
	 * There will be no stream. The channel is being closed.
	 * @param cause mostly a {@link io.github.xmppspring.negotiation.NegotiationException}
	 * or a {@link io.github.xmppspring.stream.StreamException}
	 */
	void failed(Throwable cause);

}
