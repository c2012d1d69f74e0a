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
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqResponseSource;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for its response. Response, time-out, disconnect and cancellation
 * all complete this one future.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PendingIq extends CompletableFuture<Iq> implements IqProgress.Aware, IqResponseSource {

	private static final Log logger = LogFactory.getLog(PendingIq.class);

	private static final AtomicReferenceFieldUpdater<PendingIq, Listener> LISTENER = AtomicReferenceFieldUpdater
		.newUpdater(PendingIq.class, Listener.class, "listener");

	private static final Listener NOBODY = (response, failure) -> {
	};

	private final Iq request;

	private final String id;

	/**
	 * The asked entity, {@code null} for the own account and server.
	 */
	private @Nullable Jid peer;

	/**
	 * The asking entity, {@code null} if there is but one.
	 */
	private @Nullable Jid self;

	private final long madeNanos = System.nanoTime();

	/**
	 * Where this waits for its response. {@code null} as long as it is not sent.
	 */
	private volatile @Nullable IqCorrelator correlator;

	/**
	 * The next request with the same id, to another entity. Belongs to the correlator.
	 */
	volatile @Nullable PendingIq next;

	private volatile Listener listener = NOBODY;

	/**
	 * Creates a waiting request.
	 * @param request the request, which may lack an id
	 * @param id the id it is sent with
	 */
	PendingIq(Iq request, String id) {
		this.request = request;
		this.id = id;
	}

	Iq request() {
		return this.request;
	}

	/**
	 * The request as it is sent.
	 * @return the request with its id, which is not kept: it need not outlive its bytes
	 */
	Iq outgoing() {
		return this.request.withId(this.id);
	}

	String id() {
		return this.id;
	}

	/**
	 * Whether this is the request of one entity to another.
	 * @param peer the asked entity
	 * @param self the asking entity
	 * @return whether it is between them
	 */
	boolean isBetween(@Nullable Jid peer, @Nullable Jid self) {
		return Objects.equals(this.peer, peer) && Objects.equals(this.self, self);
	}

	/**
	 * Whether the other request is between the same entities.
	 * @param other the other request
	 * @return whether responses to both would look the same
	 */
	boolean isLike(PendingIq other) {
		return isBetween(other.peer, other.self);
	}

	@Nullable Jid peer() {
		return this.peer;
	}

	@Nullable Jid self() {
		return this.self;
	}

	void address(@Nullable Jid peer, @Nullable Jid self) {
		this.peer = peer;
		this.self = self;
	}

	void sent(IqCorrelator correlator) {
		this.correlator = correlator;
	}

	/**
	 * Takes what has come from the asked entity, unless this has ended before. Where it
	 * waited, it is forgotten already.
	 * @param response the response, or {@code null}
	 * @param malformed what is wrong with the response, or {@code null}
	 * @return whether it was taken
	 */
	boolean respond(@Nullable Iq response, @Nullable MalformedStanzaException malformed) {
		return settle(response, malformed);
	}

	private boolean settle(@Nullable Iq response, @Nullable Throwable failure) {
		boolean settled = (failure != null) ? super.completeExceptionally(failure) : super.complete(response);
		Listener told = this.listener;
		if (settled && told != NOBODY && LISTENER.compareAndSet(this, told, NOBODY)) {
			tell(told, response, failure);
		}
		return settled;
	}

	private static void tell(Listener listener, @Nullable Iq response, @Nullable Throwable failure) {
		try {
			listener.accept(response, failure);
		}
		catch (Throwable ex) {
			logger.error("A request has ended, but not for who made it", ex);
		}
	}

	@Override
	public boolean tell(Listener listener) {
		if (!LISTENER.compareAndSet(this, NOBODY, listener)) {
			return false;
		}
		// If it has ended meanwhile, whoever takes the listener out tells it
		return !isDone() || !LISTENER.compareAndSet(this, listener, NOBODY);
	}

	@Override
	public IqProgress progress() {
		return (this.correlator != null) ? IqProgress.SENT : IqProgress.NOT_SENT;
	}

	@Override
	public boolean complete(Iq response) {
		return end(response, null);
	}

	@Override
	public boolean completeExceptionally(Throwable ex) {
		return end(null, Objects.requireNonNull(ex));
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		return (!isDone() && end(null, new CancellationException())) || isCancelled();
	}

	@Override
	public CompletableFuture<Iq> completeAsync(Supplier<? extends Iq> response, Executor executor) {
		CompletableFuture.supplyAsync(response, executor).whenComplete((iq, ex) -> {
			if (ex != null) {
				completeExceptionally(ex);
			}
			else {
				complete(iq);
			}
		});
		return this;
	}

	private boolean end(@Nullable Iq response, @Nullable Throwable failure) {
		if (isDone()) {
			return false;
		}
		// before callbacks run, or they would still find this pending
		boolean forgotten = forget();
		boolean completed = settle(response, failure);
		if (!forgotten) {
			forget();
		}
		return completed;
	}

	private boolean forget() {
		IqCorrelator waitingAt = this.correlator;
		if (waitingAt != null) {
			waitingAt.ended(this, false);
		}
		return waitingAt != null;
	}

	/**
	 * This request, for people.
	 * @param now the time of {@link System#nanoTime()} to tell the age by
	 * @return a snapshot
	 */
	PendingIqInfo info(long now) {
		Element payload = this.request.payload();
		return new PendingIqInfo(this.request.type(), (payload != null) ? payload.name() : null, this.request.to(),
				Duration.ofNanos(Math.max(0, now - this.madeNanos)), this.correlator != null);
	}

	/**
	 * Whether a response to this request may come from here in spite of RFC 6120,
	 * 8.1.2.1: servers return errors in their own name.
	 * @param type the type of the response
	 * @param sender the sender, {@code null} for the own account and server
	 * @param self the entity that gets the response
	 * @return whether it is an error of the own server or that of the asked entity
	 */
	boolean toleratesError(IqType type, @Nullable Jid sender, @Nullable Jid self) {
		return type == IqType.ERROR && Objects.equals(this.self, self)
				&& (sender == null || (this.peer != null && sender.equals(this.peer.domainJid())));
	}

}
