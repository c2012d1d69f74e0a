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

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import io.netty.util.ReferenceCountUtil;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What both sides of a stream have in common while they negotiate it: the time that it
 * may take as a whole, and the one way in which it fails. Subclasses know what to say.
 * <p>
 * Used on the event loop of its channel only.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public abstract class NegotiationHandler extends ChannelInboundHandlerAdapter implements StreamContext {

	private static final Log logger = LogFactory.getLog(NegotiationHandler.class);

	private final String peer;

	private final Duration time;

	private final StreamProgress progress = new StreamProgress();

	private boolean begun;

	private boolean ended;

	private boolean streamOpen;

	private @Nullable ChannelHandlerContext context;

	private @Nullable Future<?> timeout;

	/**
	 * A handler for one channel.
	 * @param peer what to call the other side in messages, for example {@code server}
	 * @param time how long the negotiation may take
	 */
	protected NegotiationHandler(String peer, Duration time) {
		this.peer = peer;
		this.time = time;
	}

	/**
	 * The connection is open.
	 */
	protected abstract void begin();

	/**
	 * What the negotiation is doing, for messages. By default, nobody can tell.
	 * @return the name of the step that is under way, or {@code null}
	 */
	protected @Nullable String step() {
		return null;
	}

	/**
	 * The peer opened a stream.
	 * @param received the header
	 */
	protected abstract void receive(StreamHeader received);

	/**
	 * The peer sent a first-level child of the stream.
	 * @param element the element, which may be a stream error
	 */
	protected abstract void receive(Element element);

	/**
	 * How much to take from the peer from now on.
	 * @return the limits that go with the progress
	 */
	protected abstract XmlLimits limits();

	/**
	 * The negotiation failed before a stream error could be said: this side has to open
	 * its stream first, if it can (RFC 6120, 4.9.1.2). By default, nothing is said.
	 */
	protected void openForError() {
		// the initiating entity opens its stream before it does anything
	}

	/**
	 * The negotiation failed; the channel is being closed.
	 * @param cause what is wrong
	 */
	protected abstract void failed(Throwable cause);

	@Override
	public final void handlerAdded(ChannelHandlerContext context) {
		this.context = context;
		if (context.channel().isActive()) {
			beginOnce();
		}
	}

	@Override
	public final void channelActive(ChannelHandlerContext context) {
		beginOnce();
		context.fireChannelActive();
	}

	private void beginOnce() {
		if (!this.begun) {
			this.begun = true;
			this.timeout = context().executor()
				.schedule(() -> fail(new NegotiationTimeoutException(this.time, step())), this.time.toNanos(),
						TimeUnit.NANOSECONDS);
			begin();
		}
	}

	/**
	 * Runs a step, of which any exception fails the negotiation.
	 * @param step the step
	 */
	protected final void guarded(Runnable step) {
		try {
			step.run();
		}
		catch (RuntimeException ex) {
			if (this.ended) {
				throw ex;
			}
			fail(ex);
		}
	}

	@Override
	public final void channelRead(ChannelHandlerContext context, Object message) {
		if (this.ended) {
			ReferenceCountUtil.release(message);
		}
		else if (message instanceof Element element) {
			guarded(() -> receive(element));
		}
		else if (message instanceof StreamHeader received) {
			guarded(() -> receive(received));
		}
		else if (message instanceof StreamFooter) {
			fail(closed("ended the stream"));
		}
		else {
			context.fireChannelRead(message);
		}
	}

	private ConnectionClosedException closed(String what) {
		return new ConnectionClosedException("The %s %s before it was negotiated".formatted(this.peer, what), null);
	}

	@Override
	public final Channel channel() {
		return context().channel();
	}

	@Override
	public final StreamProgress progress() {
		return this.progress;
	}

	@Override
	public final void send(Element element) {
		write(element);
	}

	/**
	 * Opens the stream of this side.
	 * @param header the header
	 */
	protected final void openStream(StreamHeader header) {
		this.streamOpen = true;
		write(header);
	}

	/**
	 * Whether this side has opened its stream.
	 * @return whether there is a stream on which to say something
	 */
	protected final boolean isStreamOpen() {
		return this.streamOpen;
	}

	private void write(Object message) {
		if (!this.ended) {
			context().writeAndFlush(message).addListener((written) -> {
				if (!written.isSuccess()) {
					fail(ConnectionClosedException.orOther(written.cause()));
				}
			});
		}
	}

	@Override
	public final void endStream() {
		if (!this.ended) {
			this.streamOpen = false;
			XmppPipeline.restart(context().pipeline(), limits());
		}
	}

	@Override
	public final void fail(Throwable cause) {
		if (this.ended) {
			return;
		}
		logger.debug("The negotiation failed", cause);
		StreamError error = errorToSend(cause);
		if (error != null && !this.streamOpen && channel().isActive()) {
			openForError();
			if (this.ended) {
				return;
			}
		}
		end();
		close(error);
		failed(cause);
	}

	/**
	 * The negotiation is over: nothing is received, sent or failed from here on.
	 */
	protected final void end() {
		this.ended = true;
		if (this.timeout != null) {
			this.timeout.cancel(false);
		}
	}

	/**
	 * Whether the negotiation is over.
	 * @return whether it was successful or has failed
	 */
	protected final boolean hasEnded() {
		return this.ended;
	}

	/**
	 * What to tell the peer before the stream ends.
	 * @param cause what is wrong
	 * @return the error, or {@code null} for none
	 */
	protected @Nullable StreamError errorToSend(Throwable cause) {
		if (cause instanceof StreamException ex) {
			return ex.isRemote() ? null : ex.error();
		}
		return (cause instanceof NegotiationException ex) ? ex.streamError() : null;
	}

	private void close(@Nullable StreamError error) {
		if (this.streamOpen && channel().isActive()) {
			if (error != null) {
				context().write(error.toElement());
			}
			context().writeAndFlush(StreamFooter.INSTANCE);
		}
		context().close();
	}

	@Override
	public final void channelInactive(ChannelHandlerContext context) {
		fail(new ConnectionClosedException(
				"The %s closed the connection before the stream was negotiated".formatted(this.peer), null));
		context.fireChannelInactive();
	}

	@Override
	public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		Throwable root = (cause instanceof CodecException && cause.getCause() != null) ? cause.getCause() : cause;
		// a TLS handshake that fails reports it to the step that waits for it
		if (root instanceof SSLException && !this.streamOpen) {
			logger.debug("TLS failed", root);
		}
		else {
			fail(ConnectionClosedException.orOther(root));
		}
	}

	/**
	 * The place of this handler in its pipeline.
	 * @return the context
	 */
	protected final ChannelHandlerContext context() {
		Assert.state(this.context != null, "The handler is in no pipeline");
		return this.context;
	}

}
