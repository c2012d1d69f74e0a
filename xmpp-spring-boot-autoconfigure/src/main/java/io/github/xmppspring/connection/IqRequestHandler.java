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

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Takes requests of peers out of the stream, gives them to the inbound exchange and
 * writes the responses. While draining, requests are answered with
 * {@code recipient-unavailable}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqRequestHandler extends ChannelInboundHandlerAdapter {

	private static final Log logger = LogFactory.getLog(IqRequestHandler.class);

	private final IqExchange inbound;

	private final Outbox outbox;

	private final InFlight inFlight = new InFlight();

	private boolean draining;

	IqRequestHandler(IqExchange inbound, Outbox outbox) {
		this.inbound = inbound;
		this.outbox = outbox;
	}

	/**
	 * Refuses new requests. To be called on the event loop.
	 * @return completes when all requests before are answered, or when new ones are taken
	 * again
	 */
	CompletableFuture<Void> drain() {
		this.draining = true;
		return this.inFlight.whenEmpty();
	}

	/**
	 * Takes new requests again. To be called on the event loop.
	 */
	void resume() {
		this.draining = false;
		this.inFlight.reopen();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (!(message instanceof Iq request)) {
			ctx.fireChannelRead(message);
		}
		else if (this.draining) {
			this.outbox.add(request.error(StanzaErrorCondition.RECIPIENT_UNAVAILABLE));
			ctx.fireUserEventTriggered(RefusalRule.DRAINING);
		}
		else {
			serve(request);
		}
	}

	private void serve(Iq request) {
		this.inFlight.enter();
		exchange(request).whenComplete((response, ex) -> reply(responseOrError(request, response, ex)));
	}

	private void reply(Iq response) {
		this.outbox.add(response).addListener((written) -> {
			this.inFlight.leave();
			if (!written.isSuccess()) {
				logger.debug("A response could not be sent", written.cause());
			}
		});
	}

	private CompletionStage<Iq> exchange(Iq request) {
		try {
			CompletionStage<Iq> response = this.inbound.exchange(request);
			Assert.state(response != null, "There is no stage");
			return response;
		}
		catch (Throwable ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

	private Iq responseOrError(Iq request, @Nullable Iq response, @Nullable Throwable ex) {
		if (response != null && !response.isRequest()) {
			// of several own addresses, the one that was asked answers
			return Objects.equals(response.from(), request.to()) ? response : response.withFrom(request.to());
		}
		logger.error("The inbound exchange gave no response", ex);
		return request.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR);
	}

}
