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

package io.github.xmppspring.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

/**
 * What is known of the contacts: brings results and pushes into the store, one after the
 * other, and publishes the pushes as {@link RosterChangedEvent}.
 * <p>
 * A result and the pushes around it may get here in another order than that in which they
 * came. Each request therefore notes the pushes from its beginning on, and its result is
 * brought up to date with them. The version goes on with the pushes only after a result
 * in the same session: before, pushes may have been missed, which a newer version would
 * hide.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class RosterCache {

	private static final Log logger = LogFactory.getLog(RosterCache.class);

	private final RosterStore store;

	private final Supplier<RosterSession> sessions;

	private final ApplicationEventPublisher publisher;

	private final Executor executor;

	private final TaskQueue queue;

	private final List<Refresh> refreshes = new ArrayList<>();

	private @Nullable Instant complete;

	private CompletableFuture<Void> published = CompletableFuture.completedFuture(null);

	/**
	 * Creates the cache.
	 * @param store keeps the contacts
	 * @param sessions tells about the connection at the moment
	 * @param publisher where events go
	 * @param executor stores pushes and runs the listeners of events, which may block
	 */
	public RosterCache(RosterStore store, Supplier<RosterSession> sessions, ApplicationEventPublisher publisher,
			Executor executor) {
		Assert.notNull(store, "'store' must not be null");
		Assert.notNull(sessions, "'sessions' must not be null");
		Assert.notNull(publisher, "'publisher' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		this.store = store;
		this.sessions = sessions;
		this.publisher = publisher;
		this.executor = executor;
		this.queue = new TaskQueue(executor);
	}

	RosterSession session() {
		return this.sessions.get();
	}

	/**
	 * The contacts as far as they are known, with all pushes that have come.
	 * @return the contacts, or {@code null} if nothing is known
	 */
	@Nullable Roster known() {
		return this.queue.now(() -> this.store.load(session().account()));
	}

	/**
	 * Begins to ask the server for the contacts.
	 * @return what belongs to the request; to be ended however it ends
	 */
	Refresh refresh() {
		return this.queue.now(() -> {
			RosterSession session = session();
			boolean versions = session.offers(RosterSession.VERSIONING);
			Refresh refresh = new Refresh(session, versions ? this.store.load(session.account()) : null, versions);
			this.refreshes.add(refresh);
			return refresh;
		});
	}

	/**
	 * Takes a push, at once.
	 * @param item the changed contact
	 * @param ver the version after the change
	 */
	void push(Item item, @Nullable String ver) {
		RosterSession session = session();
		this.queue.later(() -> {
			this.refreshes.forEach((refresh) -> refresh.pushes.add(item));
			RosterChangedEvent.Kind kind = item.isRemoved() ? RosterChangedEvent.Kind.REMOVED
					: RosterChangedEvent.Kind.UPDATED;
			try {
				kind = store(session, item, ver);
			}
			catch (RuntimeException | Error ex) {
				// The version of a later push would hide that this one is missing
				this.complete = null;
				throw ex;
			}
			finally {
				publish(new RosterChangedEvent(this, item, ver, kind));
			}
		});
	}

	private RosterChangedEvent.Kind store(RosterSession session, Item item, @Nullable String ver) {
		Jid account = session.account();
		Roster before = this.store.load(account);
		String stored = (before != null) ? before.ver() : null;
		boolean complete = session.since() != null && session.since().equals(this.complete);
		this.store.update(account, (complete && ver != null) ? ver : stored, item);
		if (item.isRemoved()) {
			return RosterChangedEvent.Kind.REMOVED;
		}
		return (before != null && before.item(item.jid()) != null) ? RosterChangedEvent.Kind.UPDATED
				: RosterChangedEvent.Kind.ADDED;
	}

	// Each event waits for the one before
	private void publish(RosterChangedEvent event) {
		this.published = this.published.handleAsync((done, ex) -> {
			try {
				this.publisher.publishEvent(event);
			}
			catch (Throwable failure) {
				logger.error("A listener of the event that a contact was " + event.getKind() + " failed", failure);
			}
			return null;
		}, this.executor);
	}

	/**
	 * One request for the contacts.
	 */
	final class Refresh {

		private final RosterSession session;

		private final @Nullable Roster stored;

		private final boolean versions;

		private final List<Item> pushes = new ArrayList<>();

		private Refresh(RosterSession session, @Nullable Roster stored, boolean versions) {
			this.session = session;
			this.stored = stored;
			this.versions = versions;
		}

		/**
		 * What to ask the server.
		 * @return the payload, with the stored version, or an empty one if there is none,
		 * if the server offers versions
		 */
		Roster request() {
			if (!this.versions) {
				return Roster.get();
			}
			String ver = (this.stored != null) ? this.stored.ver() : null;
			return Roster.get(Objects.requireNonNullElse(ver, ""));
		}

		/**
		 * Whether the result may be empty, which means that nothing has changed.
		 * @return whether the request has a version
		 */
		boolean mayBeUnchanged() {
			return this.versions;
		}

		/**
		 * Takes the result.
		 * @param result the contacts, or {@code null} if nothing has changed
		 * @return the contacts as they are now
		 */
		Roster complete(@Nullable Roster result) {
			return RosterCache.this.queue.now(() -> {
				RosterSession current = (this.session.since() != null) ? this.session : session();
				Roster roster = (result != null) ? replace(current, result) : unchanged(current);
				RosterCache.this.complete = current.since();
				return roster;
			});
		}

		private Roster replace(RosterSession current, Roster result) {
			Roster roster = result;
			for (Item push : this.pushes) {
				roster = roster.withItem(push);
			}
			RosterCache.this.store.replace(current.account(), roster);
			return roster;
		}

		private Roster unchanged(RosterSession current) {
			Roster roster = RosterCache.this.store.load(current.account());
			return (roster != null) ? roster : Roster.get();
		}

		/**
		 * Ends the request.
		 */
		void end() {
			RosterCache.this.queue.now(() -> RosterCache.this.refreshes.remove(this));
		}

	}

}
