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

import java.time.Duration;
import java.time.Instant;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.negotiation.NegotiationHandler;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What the streams of clients and of components have in common where they are accepted:
 * each is answered by a header of this side before anything else is said, even if that is
 * an error (RFC 6120, 4.9.1.2).
 *
 * @author XMPP for Spring Boot contributors
 */
abstract class StreamReceptionHandler extends NegotiationHandler {

	private static final String LANGUAGE = "en";

	private final String contentNamespace;

	private final StanzaIds ids;

	private final StreamReceptionListener listener;

	private String streamId = "";

	private boolean handshaking;

	StreamReceptionHandler(String peer, String contentNamespace, StanzaIds ids, Duration timeout,
			StreamReceptionListener listener) {
		super(peer, timeout);
		this.contentNamespace = contentNamespace;
		this.ids = ids;
		this.listener = listener;
	}

	/**
	 * Who this side says it is if the peer has not said whom it wants.
	 * @return a domain, or {@code null} if there is none to name
	 */
	abstract @Nullable Jid defaultDomain();

	/**
	 * The version of the own headers.
	 * @return a version, or {@code null} for none
	 */
	abstract @Nullable String version();

	/**
	 * Open the stream of this side.
	 * @param from who this side is
	 * @param to who the peer is, {@code null} if that is not known
	 */
	final void open(@Nullable Jid from, @Nullable Jid to) {
		this.streamId = this.ids.next();
		openStream(new StreamHeader(this.contentNamespace, (from != null) ? from.toString() : null,
				(to != null) ? to.toString() : null, this.streamId, LANGUAGE, version(),
				StreamHeader.defaultScope(this.contentNamespace)));
	}

	final String streamId() {
		return this.streamId;
	}

	/**
	 * TLS begins or has come to an end. Meanwhile there is no way to say anything.
	 * @param handshaking whether the peers shake hands
	 */
	final void handshaking(boolean handshaking) {
		this.handshaking = handshaking;
	}

	@Override
	protected void openForError() {
		if (!this.handshaking) {
			open(defaultDomain(), null);
		}
	}

	@Override
	protected @Nullable StreamError errorToSend(Throwable cause) {
		return (cause instanceof XmppException) ? super.errorToSend(cause) : ownFault(cause);
	}

	private static @Nullable StreamError ownFault(Throwable cause) {
		return (cause instanceof RuntimeException) ? StreamError.of(StreamErrorCondition.INTERNAL_SERVER_ERROR) : null;
	}

	/**
	 * Leave the pipeline with success.
	 * @param jid the address of the peer
	 * @param answer what the peer has to be sent before all that follows
	 * @param resumedId the session that goes on, or {@code null}
	 */
	final void succeed(Jid jid, Element answer, @Nullable String resumedId) {
		Channel channel = channel();
		end();
		context().writeAndFlush(answer);
		channel.pipeline().remove(this);
		try {
			this.listener.received(channel,
					new ReceivedStream(jid, this.contentNamespace, this.streamId, progress().tlsProtocol(),
							progress().tlsCipher(), progress().mechanism(), resumedId, Instant.now()));
		}
		catch (RuntimeException ex) {
			channel.pipeline().fireExceptionCaught(ex);
		}
	}

	@Override
	protected void failed(Throwable cause) {
		this.listener.failed(cause);
	}

	/**
	 * What the peer says it is or wants to reach.
	 * @param value an address in a header
	 * @return the JID, or {@code null} if it is none
	 */
	static @Nullable Jid jid(@Nullable String value) {
		try {
			return (value != null) ? Jid.of(value) : null;
		}
		catch (JidFormatException ex) {
			return null;
		}
	}

	static StreamException refusal(StreamErrorCondition condition, String message) {
		return new StreamException(StreamError.of(condition), message);
	}

}
