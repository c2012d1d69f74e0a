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

import io.github.xmppspring.stream.StreamException;
import io.netty.channel.Channel;

/**
 * Learns how the negotiation of a stream ends. Besides {@link #stepEnded}, exactly one
 * method is called, once, on the event loop of the channel; none if the channel never
 * becomes active.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface NegotiationListener {

	/**
	 * Stanzas may flow. Called after the negotiation has left the pipeline and before any
	 * further element is delivered, so that nothing is missed by handlers that are added
	 * here.
	 * @param channel the channel that carries the stream
	 * @param stream what was negotiated
	 */
	void negotiated(Channel channel, NegotiatedStream stream);

	/**
	 * There will be no stream. The channel is being closed.
	 * @param cause mostly a {@link NegotiationException}, or a {@link StreamException} if
	 * one side ended the stream with an error
	 */
	void failed(Throwable cause);

	/**
	 * The server sends the stream to another host, on a connection on which it has proved
	 * who it is. The channel is being closed. By default a failure as any other.
	 * @param cause the stream error {@code see-other-host}
	 */
	default void redirected(StreamException cause) {
		failed(cause);
	}

	/**
	 * A step of the negotiation has ended. By default nothing happens.
	 * @param step the step
	 */
	default void stepEnded(NegotiationStep step) {
	}

}
