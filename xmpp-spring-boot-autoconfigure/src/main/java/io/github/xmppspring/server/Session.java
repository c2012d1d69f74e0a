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

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A connected entity. The session owns the address and everything that is known about the
 * entity; the channel is just the way to it at the moment. Belongs to the event loop.
 * <p>
 * A peer that does not read what it is sent does not fill the memory: when too much waits
 * to be written its stream ends.
 *
 * @author XMPP for Spring Boot contributors
 */
class Session implements Recipient {

	/** The most bytes that may wait to be written. */
	static final long MAX_UNWRITTEN_BYTES = 8 * 1024 * 1024;

	private final Jid address;

	private final String contentNamespace;

	private final StanzaRouter router;

	private final UnansweredRequests unanswered = new UnansweredRequests();

	private @Nullable Channel channel;

	Session(Jid address, String contentNamespace, StanzaRouter router) {
		this.address = address;
		this.contentNamespace = contentNamespace;
		this.router = router;
	}

	/**
	 * The address of the entity.
	 * @return a full JID, or the domain of a component
	 */
	final Jid address() {
		return this.address;
	}

	final String contentNamespace() {
		return this.contentNamespace;
	}

	final @Nullable Channel channel() {
		return this.channel;
	}

	/**
	 * Gives the session its channel.
	 * @param channel the channel, its handlers in place
	 */
	final void attach(Channel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the channel away. What is delivered then does not arrive.
	 */
	final void detach() {
		this.channel = null;
	}

	@Override
	public void deliver(Iq iq) {
		if (iq.isRequest() && iq.from() != null && !this.unanswered.add(iq)) {
			this.router.route(iq.error(StanzaErrorCondition.RESOURCE_CONSTRAINT));
		}
		else {
			write(iq, iq);
		}
	}

	@Override
	public void deliver(Element stanza) {
		write(stanza.moved(Namespaces.CLIENT, this.contentNamespace), null);
	}

	private void write(Object stanza, @Nullable Iq iq) {
		Channel channel = this.channel;
		if (channel == null || !channel.isActive()) {
			keep(stanza);
			return;
		}
		channel.writeAndFlush(stanza).addListener((written) -> {
			if (written.cause() instanceof IllegalArgumentException && iq != null) {
				replace(iq);
			}
		});
		if (!channel.isWritable() && channel.bytesBeforeWritable() > MAX_UNWRITTEN_BYTES) {
			end(StreamError.of(StreamErrorCondition.RESOURCE_CONSTRAINT), "The peer does not read what it is sent");
		}
	}

	/**
	 * There is no way to the entity. By default the stanza is gone.
	 * @param stanza the stanza, an {@link Iq} or an {@link Element}
	 */
	void keep(Object stanza) {
		// whoever waits for an answer gets one when the session ends
	}

	/**
	 * A stanza made here held what XML cannot hold: whoever waits for a response gets
	 * another one.
	 * @param iq the stanza that was not written
	 */
	private void replace(Iq iq) {
		if (iq.isRequest()) {
			this.unanswered.remove(iq.id(), iq.from(), iq.to());
			this.router.route(iq.error(StanzaErrorCondition.NOT_ACCEPTABLE));
		}
		else if (iq.payload() != null) {
			Iq request = Iq.get(Element.of(Namespaces.PING, "ping")).id(iq.id()).from(iq.to()).to(iq.from()).build();
			write(request.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR), null);
		}
	}

	/**
	 * Takes note that the entity has answered.
	 * @param id the id of its response
	 * @param to who gets the response
	 * @param from the sender that the response names
	 */
	final void answered(@Nullable String id, @Nullable Jid to, @Nullable Jid from) {
		this.unanswered.remove(id, to, from);
	}

	/**
	 * Gives up the requests that the entity has not answered.
	 * @return the answers to them
	 */
	final List<Iq> failUnanswered() {
		return this.unanswered.fail(StanzaErrorCondition.RECIPIENT_UNAVAILABLE);
	}

	/**
	 * Ends the stream with an error.
	 * @param error the error
	 * @param message what is wrong, for the log
	 */
	final void end(StreamError error, String message) {
		if (this.channel != null) {
			this.channel.pipeline().fireExceptionCaught(new StreamException(error, message));
		}
	}

	@Override
	public final String toString() {
		return this.address.toString();
	}

}
