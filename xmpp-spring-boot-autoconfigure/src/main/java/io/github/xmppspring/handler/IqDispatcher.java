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

package io.github.xmppspring.handler;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The exchange towards the handlers: finds the one for a request and sees to it that
 * there is exactly one reply, whatever the handler does (RFC 6120, 8.2.3).
 * <p>
 * The handler runs on the calling thread. A request in a namespace without any handler is
 * answered with {@code service-unavailable} (RFC 6120, 8.4) unless the
 * {@linkplain IqErrorPolicy policy} says otherwise, one in a known namespace but of
 * another type or name with {@code feature-not-implemented}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqDispatcher implements IqExchange {

	private final IqHandlerMapping mapping;

	private final IqErrorPolicy policy;

	private final IqErrorReplies errors;

	/**
	 * Creates the dispatcher with the default policy.
	 * @param mapping knows the handlers
	 */
	public IqDispatcher(IqHandlerMapping mapping) {
		this(mapping, IqErrorPolicy.DEFAULT);
	}

	/**
	 * Creates the dispatcher.
	 * @param mapping knows the handlers
	 * @param policy what errors are like
	 */
	public IqDispatcher(IqHandlerMapping mapping, IqErrorPolicy policy) {
		Assert.notNull(mapping, "'mapping' must not be null");
		Assert.notNull(policy, "'policy' must not be null");
		this.mapping = mapping;
		this.policy = policy;
		this.errors = new IqErrorReplies(mapping.codecs(), policy.requestPayload());
	}

	IqErrorReplies errors() {
		return this.errors;
	}

	/**
	 * Hands a request to its handler.
	 * @param request a stanza of type get or set
	 * @return a stage that completes with the reply; exceptionally only if it is
	 * cancelled or if the stanza is no request
	 */
	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		if (!request.isRequest()) {
			return CompletableFuture.failedStage(new IllegalArgumentException("Only a request has a handler"));
		}
		return exchange(request, this.mapping.find(request));
	}

	/**
	 * Hands a request to the handler that was found for it.
	 * @param request a stanza of type get or set
	 * @param route what {@link #find} gave
	 * @return a stage that completes with the reply; exceptionally only if it is
	 * cancelled
	 */
	CompletionStage<Iq> exchange(Iq request, @Nullable IqRoute route) {
		if (route == null) {
			return CompletableFuture.completedFuture(this.errors.toReply(request, conditionOfMiss(request)));
		}
		route.calls().begin();
		try {
			return guard(request, route, route.target().exchange(request));
		}
		catch (Throwable ex) {
			Iq reply = this.errors.toReply(request, ex, route.description());
			route.calls().end(reply);
			return CompletableFuture.completedFuture(reply);
		}
	}

	private StanzaErrorCondition conditionOfMiss(Iq request) {
		Element payload = request.payload();
		return (payload != null && this.mapping.namespaces().contains(payload.namespace()))
				? StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED : this.policy.unknownNamespace();
	}

	private CompletionStage<Iq> guard(Iq request, IqRoute route, CompletionStage<Iq> stage) {
		CompletableFuture<Iq> future = Stages.doneOf(stage);
		if (future != null && !future.isCompletedExceptionally()) {
			Iq reply = toReply(request, route, future.join(), null);
			route.calls().end(reply);
			return CompletableFuture.completedFuture(reply);
		}
		CompletionStage<Iq> guarded = stage.handle((reply, ex) -> toReply(request, route, reply, ex));
		guarded.whenComplete((reply, ex) -> {
			route.calls().end(reply);
			if (ex instanceof CancellationException) {
				stage.toCompletableFuture().cancel(false);
			}
		});
		return guarded;
	}

	private Iq toReply(Iq request, IqRoute route, @Nullable Iq reply, @Nullable Throwable ex) {
		if (ex != null) {
			return this.errors.toReply(request, ex, route.description());
		}
		if (reply == null || reply.isRequest()) {
			return this.errors.toReply(request, new IllegalStateException("A reply must be a result or an error"),
					route.description());
		}
		Iq complete = this.errors.complete(request, reply);
		return isAddressed(request, complete) ? complete
				: complete.mutate().id(request.id()).to(request.from()).from(request.to()).build();
	}

	private static boolean isAddressed(Iq request, Iq reply) {
		return Objects.equals(request.id(), reply.id()) && Objects.equals(request.from(), reply.to())
				&& Objects.equals(request.to(), reply.from());
	}

	/**
	 * Finds what answers a request.
	 * @param request a stanza of type get or set
	 * @return the way there, or {@code null} if nothing does
	 */
	@Nullable IqRoute find(Iq request) {
		return this.mapping.find(request);
	}

	/**
	 * Whether the answer to a request takes no time, so that an event loop may ask for
	 * it: if there is no handler, or one that never blocks.
	 * @param request the request
	 * @return whether {@link #exchange} returns at once
	 */
	public boolean isNonBlocking(Iq request) {
		return isNonBlocking(request.isRequest() ? this.mapping.find(request) : null);
	}

	static boolean isNonBlocking(@Nullable IqRoute route) {
		return route == null || route.nonBlocking();
	}

	/**
	 * What answers a request, for people. Nothing of the request is in it.
	 * @param request the request
	 * @return a description of the handler
	 */
	public String describe(Iq request) {
		IqRoute route = this.mapping.find(request);
		return (route != null) ? route.description() : "without a mapping";
	}

}
