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

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
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
 * Negotiates a stream as soon as its channel is active: opens it, picks the first feature
 * that fits, leads the elements of the server to it, restarts the stream where that is
 * due (RFC 6120, 4.3), and leaves the pipeline in the end. A stream without features has
 * a handshake in their place.
 * <p>
 * If anything goes wrong the stream is ended as politely as its state allows, the channel
 * closed, and the listener told why. From then on the handler lets nothing pass.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamNegotiationHandler extends ChannelInboundHandlerAdapter implements StreamContext {

	private static final Log logger = LogFactory.getLog(StreamNegotiationHandler.class);

	private enum State {

		INACTIVE, OPENING, AWAITING_HEADER, AWAITING_FEATURES, NEGOTIATING, ENDED

	}

	private final NegotiationPlan plan;

	private final NegotiationListener listener;

	private final StreamProgress progress = new StreamProgress();

	private final FeatureSelection selection;

	private State state = State.INACTIVE;

	private boolean streamOpen;

	private @Nullable ChannelHandlerContext context;

	private @Nullable Future<?> timeout;

	private @Nullable Negotiation negotiation;

	private @Nullable StreamHeader header;

	private StreamFeatures features = new StreamFeatures(List.of());

	/**
	 * A handler for one channel.
	 * @param plan what to negotiate
	 * @param listener who is told about the end
	 */
	public StreamNegotiationHandler(NegotiationPlan plan, NegotiationListener listener) {
		this.plan = plan;
		this.selection = new FeatureSelection(plan.features());
		this.listener = listener;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.context = context;
		if (context.channel().isActive()) {
			begin();
		}
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		begin();
		context.fireChannelActive();
	}

	private void begin() {
		if (this.state == State.INACTIVE) {
			this.state = State.OPENING;
			this.timeout = context().executor()
				.schedule(() -> fail(new NegotiationTimeoutException(this.plan.timeout())),
						this.plan.timeout().toNanos(), TimeUnit.NANOSECONDS);
			start(this.plan.opening().apply(this));
		}
	}

	private void start(Negotiation negotiation) {
		this.negotiation = negotiation;
		guarded(negotiation::start);
	}

	private void guarded(Runnable step) {
		try {
			step.run();
		}
		catch (RuntimeException ex) {
			if (this.state == State.ENDED) {
				throw ex;
			}
			fail(ex);
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.state == State.ENDED) {
			ReferenceCountUtil.release(message);
		}
		else if (message instanceof Element element) {
			guarded(() -> receive(element));
		}
		else if (message instanceof StreamHeader received) {
			guarded(() -> receive(received));
		}
		else if (message instanceof StreamFooter) {
			fail(new ConnectionClosedException("The server ended the stream before it was negotiated", null));
		}
		else {
			context.fireChannelRead(message);
		}
	}

	private void receive(StreamHeader received) {
		StreamHandshake handshake = this.plan.handshake();
		if (handshake != null) {
			this.header = received;
			this.state = State.NEGOTIATING;
			start(handshake.negotiate(this, received));
			return;
		}
		if (received.version() == null || received.version().startsWith("0")) {
			throw new StreamException(StreamError.of(StreamErrorCondition.UNSUPPORTED_VERSION),
					"The server does not support XMPP 1.0");
		}
		this.header = received;
		if (this.state == State.AWAITING_HEADER) {
			this.state = State.AWAITING_FEATURES;
		}
	}

	private void receive(Element element) {
		if (StreamError.isStreamError(element)) {
			fail(this.plan.refused(StreamError.from(element)));
		}
		else if (this.state == State.AWAITING_FEATURES && StreamFeatures.isStreamFeatures(element)) {
			this.features = StreamFeatures.from(element);
			this.state = State.NEGOTIATING;
			next();
		}
		else if (this.state == State.NEGOTIATING && this.negotiation != null) {
			this.negotiation.receive(element);
		}
		else {
			throw StreamContext.unexpected(element);
		}
	}

	private void next() {
		FeatureSelection.Choice choice = this.selection.next(this.progress, this.features);
		if (choice != null) {
			start(choice.feature().negotiate(this, choice.offer()));
		}
		else {
			succeed();
		}
	}

	private void succeed() {
		ChannelHandlerContext context = context();
		Jid jid = this.progress.jid();
		Assert.state(jid != null && this.header != null, "No feature has bound the stream to a JID");
		end();
		context.pipeline().remove(this);
		this.listener.negotiated(context.channel(), new NegotiatedStream(jid, this.header, this.features,
				this.progress.tlsProtocol(), this.progress.tlsCipher(), this.progress.mechanism(), Instant.now()));
	}

	@Override
	public Channel channel() {
		return context().channel();
	}

	@Override
	public StreamProgress progress() {
		return this.progress;
	}

	@Override
	public void send(Element element) {
		write(element);
	}

	private void write(Object message) {
		if (this.state != State.ENDED) {
			context().writeAndFlush(message).addListener((written) -> {
				if (!written.isSuccess()) {
					fail(ConnectionClosedException.orOther(written.cause()));
				}
			});
		}
	}

	@Override
	public void endStream() {
		if (this.state != State.ENDED) {
			this.streamOpen = false;
			XmppPipeline.restart(context().pipeline(), this.plan.limits(this.progress));
		}
	}

	@Override
	public void finished() {
		this.negotiation = null;
		if (this.state == State.ENDED) {
			return;
		}
		if (this.streamOpen) {
			guarded(this::next);
		}
		else {
			this.streamOpen = true;
			this.state = State.AWAITING_HEADER;
			this.selection.restart();
			write(this.plan.header(this.progress));
		}
	}

	@Override
	public void fail(Throwable cause) {
		if (this.state == State.ENDED) {
			return;
		}
		logger.debug("The negotiation failed", cause);
		end();
		close(errorToSend(cause));
		this.listener.failed(cause);
	}

	private void end() {
		this.state = State.ENDED;
		this.negotiation = null;
		if (this.timeout != null) {
			this.timeout.cancel(false);
		}
	}

	private static @Nullable StreamError errorToSend(Throwable cause) {
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
	public void channelInactive(ChannelHandlerContext context) {
		fail(new ConnectionClosedException("The server closed the connection before the stream was negotiated", null));
		context.fireChannelInactive();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		Throwable root = (cause instanceof CodecException && cause.getCause() != null) ? cause.getCause() : cause;
		// a TLS handshake that fails reports it to the step that waits for it
		if (root instanceof SSLException && !this.streamOpen) {
			logger.debug("TLS failed", root);
		}
		else {
			fail(ConnectionClosedException.orOther(root));
		}
	}

	private ChannelHandlerContext context() {
		Assert.state(this.context != null, "The handler is in no pipeline");
		return this.context;
	}

}
