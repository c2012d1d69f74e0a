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

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.Channel;
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
public final class StreamNegotiationHandler extends NegotiationHandler {

	private enum State {

		OPENING, AWAITING_HEADER, AWAITING_FEATURES, NEGOTIATING

	}

	private final NegotiationPlan plan;

	private final NegotiationListener listener;

	private final FeatureSelection selection;

	private final NegotiationSteps steps;

	private State state = State.OPENING;

	private @Nullable Negotiation negotiation;

	private @Nullable StreamHeader header;

	private StreamFeatures features = new StreamFeatures(List.of());

	/**
	 * A handler for one channel.
	 * @param plan what to negotiate
	 * @param listener who is told about the end
	 */
	public StreamNegotiationHandler(NegotiationPlan plan, NegotiationListener listener) {
		super("server", plan.timeout());
		this.plan = plan;
		this.selection = new FeatureSelection(plan.features());
		this.listener = listener;
		this.steps = new NegotiationSteps(listener::stepEnded);
	}

	@Override
	protected void begin() {
		start(NegotiationStep.TLS, this.plan.opening().apply(this));
	}

	@Override
	protected @Nullable String step() {
		return this.steps.current();
	}

	private void start(String step, Negotiation negotiation) {
		this.steps.begin(step);
		this.negotiation = negotiation;
		guarded(negotiation::start);
	}

	@Override
	protected void receive(StreamHeader received) {
		StreamHandshake handshake = this.plan.handshake();
		if (handshake != null) {
			this.header = received;
			this.state = State.NEGOTIATING;
			this.steps.end();
			start(NegotiationStep.HANDSHAKE, handshake.negotiate(this, received));
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

	@Override
	protected void receive(Element element) {
		if (StreamError.isStreamError(element)) {
			fail(this.plan.refused(StreamError.from(element)));
		}
		else if (this.state == State.AWAITING_FEATURES && StreamFeatures.isStreamFeatures(element)) {
			this.features = StreamFeatures.from(element);
			this.state = State.NEGOTIATING;
			this.steps.end();
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
		FeatureSelection.Choice choice = this.selection.next(progress(), this.features);
		if (choice != null) {
			start(choice.feature().step(), choice.feature().negotiate(this, choice.offer()));
		}
		else {
			succeed();
		}
	}

	private void succeed() {
		Channel channel = channel();
		Jid jid = progress().jid();
		Assert.state(jid != null && this.header != null, "No feature has bound the stream to a JID");
		end();
		channel.pipeline().remove(this);
		this.listener.negotiated(channel,
				new NegotiatedStream(jid, this.header, this.features, progress().tlsProtocol(), progress().tlsCipher(),
						progress().mechanism(),
						(channel.remoteAddress() instanceof InetSocketAddress server) ? server : null, Instant.now()));
	}

	@Override
	protected XmlLimits limits() {
		return this.plan.limits(progress());
	}

	@Override
	public void finished() {
		this.negotiation = null;
		if (hasEnded()) {
			return;
		}
		endStep();
		if (isStreamOpen()) {
			guarded(this::next);
		}
		else {
			this.state = State.AWAITING_HEADER;
			this.selection.restart();
			this.steps.begin(NegotiationStep.STREAM);
			openStream(this.plan.header(progress()));
		}
	}

	private void endStep() {
		if (this.state == State.OPENING && !progress().has(StreamMilestone.SECURE)) {
			this.steps.skip();
		}
		else {
			this.steps.end();
		}
	}

	@Override
	protected void failed(Throwable cause) {
		this.negotiation = null;
		this.steps.fail(cause);
		if (progress().has(StreamMilestone.SECURE) && cause instanceof StreamException ex && ex.isRemote()
				&& ex.error().condition() == StreamErrorCondition.SEE_OTHER_HOST) {
			this.listener.redirected(ex);
		}
		else {
			this.listener.failed(cause);
		}
	}

}
