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

package io.github.xmppspring.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.codec.LegacyErrorCodes;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;

/**
 * One negotiated stream, from resource binding to the end of the TCP connection.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmppSession {

	private static final String PRESENCE = "presence";

	private final Channel channel;

	private final OwnAddresses own;

	private final Outbox outbox;

	private final IqRequestHandler requests;

	private volatile boolean available;

	private XmppSession(Channel channel, OwnAddresses own, Handlers handlers) {
		this.channel = channel;
		this.own = own;
		this.outbox = handlers.outbox();
		this.requests = handlers.requests();
	}

	/**
	 * Adds the handlers of a session to a channel whose stream has just been negotiated.
	 * @param channel the channel
	 * @param own the own addresses on the stream
	 * @param reading how stanzas are read
	 * @param handlers the handlers above the codec
	 * @return the session
	 */
	static XmppSession open(Channel channel, OwnAddresses own, StanzaReading reading, Handlers handlers) {
		ChannelPipeline pipeline = channel.pipeline();
		pipeline.addBefore(XmppPipeline.DECODER, XmppPipeline.READS, new Reads(handlers.outbox()));
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.KEEP_ALIVE, handlers.keepAlive());
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.IQ_CODEC, own.newCodec().withReading(reading));
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.OUTBOX, handlers.outbox());
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.IQ_RESPONSE, handlers.responses());
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.IQ_REQUEST, handlers.requests());
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.STANZAS, handlers.rest());
		return new XmppSession(channel, own, handlers);
	}

	/**
	 * Adds numbers to all errors that are sent from now on (XEP-0086).
	 */
	void writeLegacyErrorCodes() {
		this.channel.pipeline().addBefore(XmppPipeline.IQ_CODEC, XmppPipeline.LEGACY_ERRORS, new LegacyErrorCodes());
	}

	OwnAddresses own() {
		return this.own;
	}

	/**
	 * Writes a request. If that fails, so does the request.
	 * @param request the request
	 */
	void write(PendingIq request) {
		this.outbox.add(request.outgoing(), request);
	}

	/**
	 * Writes a message or presence.
	 * @param stanza the stanza
	 * @return completes when it was written
	 * @throws IllegalArgumentException if it lacks an address or has a wrong one
	 */
	CompletionStage<Void> write(Element stanza) {
		CompletableFuture<Void> result = new CompletableFuture<>();
		Element outgoing = this.own.outgoing(stanza);
		if (outgoing.localName().equals(PRESENCE) && outgoing.attribute("to") == null) {
			this.available = outgoing.attribute("type") == null;
		}
		this.outbox.add(outgoing).addListener((written) -> {
			if (written.isSuccess()) {
				result.complete(null);
			}
			else {
				result.completeExceptionally(Outbox.failure(written.cause()));
			}
		});
		return result;
	}

	/**
	 * Refuses new requests of peers, and says that one is not available any more, if one
	 * was (RFC 6121, 4.5.1). To be called on the event loop.
	 * @return completes when the requests before are answered
	 */
	CompletableFuture<Void> drain() {
		if (this.available) {
			write(Element.builder(Namespaces.CLIENT, PRESENCE).attribute("type", "unavailable").build());
		}
		return this.requests.drain();
	}

	/**
	 * Takes new requests of peers again. To be called on the event loop.
	 */
	void resume() {
		this.requests.resume();
	}

	/**
	 * Closes the stream: in order if the server does its part in time.
	 * @param timeout how long to wait for the server
	 */
	void close(Duration timeout) {
		this.outbox.add(StreamFooter.INSTANCE);
		this.channel.eventLoop().schedule(() -> this.channel.close(), timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * The handlers of a session above the codec, each with its job.
	 *
	 * @param keepAlive watches the stream
	 * @param outbox writes stanzas
	 * @param responses takes responses
	 * @param requests takes requests
	 * @param rest takes the rest
	 */
	record Handlers(KeepAliveHandler keepAlive, Outbox outbox, IqResponseHandler responses, IqRequestHandler requests,
			SessionHandler rest) {

	}

}
