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

import io.github.xmppspring.address.Jid;
import io.netty.channel.ChannelPipeline;

/**
 * How one entity opens its streams to a server, as often as it takes. Immutable, so it
 * serves for all connections of the entity.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface StreamInitiation {

	/**
	 * Who opens the streams.
	 * @return the JID of the entity
	 */
	Jid account();

	/**
	 * The namespace of stanzas on the streams.
	 * @return the content namespace
	 */
	String contentNamespace();

	/**
	 * Where servers take such streams.
	 * @return how to find the port
	 */
	ServerService service();

	/**
	 * Puts everything into the pipeline of a new channel that it takes to negotiate a
	 * stream. The negotiation begins as soon as the channel is active.
	 * @param pipeline an empty pipeline
	 * @param listener who is told about the end of the negotiation
	 */
	void initialize(ChannelPipeline pipeline, NegotiationListener listener);

}
