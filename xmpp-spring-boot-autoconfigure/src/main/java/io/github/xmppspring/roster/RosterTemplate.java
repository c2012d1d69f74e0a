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

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The implementation of {@link RosterOperations} over {@link IqOperations}.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class RosterTemplate implements RosterOperations {

	private final IqOperations iq;

	private final StanzaOperations stanzas;

	private final PayloadCodecs payloads;

	private final RosterCache cache;

	/**
	 * Creates a template.
	 * @param iq sends requests
	 * @param stanzas sends approvals
	 * @param payloads the known payloads
	 * @param cache keeps what the server tells
	 */
	public RosterTemplate(IqOperations iq, StanzaOperations stanzas, PayloadCodecs payloads, RosterCache cache) {
		Assert.notNull(iq, "'iq' must not be null");
		Assert.notNull(stanzas, "'stanzas' must not be null");
		Assert.notNull(payloads, "'payloads' must not be null");
		Assert.notNull(cache, "'cache' must not be null");
		this.iq = iq;
		this.stanzas = stanzas;
		this.payloads = payloads;
		this.cache = cache;
	}

	@Override
	public Roster get() {
		RosterCache.Refresh refresh = this.cache.refresh();
		try {
			return complete(refresh, this.iq.exchange(request(refresh)));
		}
		finally {
			refresh.end();
		}
	}

	@Override
	public CompletableFuture<Roster> getAsync() {
		CompletableFuture<Roster> outcome = new CompletableFuture<>();
		try {
			RosterCache.Refresh refresh = this.cache.refresh();
			outcome.whenComplete((roster, failure) -> refresh.end());
			CompletableFuture<Iq> response = this.iq.exchangeAsync(request(refresh));
			response.whenComplete((iq, failure) -> complete(outcome, refresh, iq, failure));
			outcome.whenComplete((roster, failure) -> response.cancel(false));
		}
		catch (Throwable ex) {
			outcome.completeExceptionally(ex);
		}
		return outcome;
	}

	private void complete(CompletableFuture<Roster> outcome, RosterCache.Refresh refresh, @Nullable Iq response,
			@Nullable Throwable failure) {
		try {
			if (response != null) {
				outcome.complete(complete(refresh, response));
			}
			else if (failure != null) {
				outcome.completeExceptionally(failure);
			}
		}
		catch (Throwable ex) {
			outcome.completeExceptionally(ex);
		}
	}

	private Iq request(RosterCache.Refresh refresh) {
		return Iq.get(this.payloads.write(refresh.request())).build();
	}

	private Roster complete(RosterCache.Refresh refresh, Iq response) {
		boolean unchanged = response.payload() == null && refresh.mayBeUnchanged();
		return refresh.complete(unchanged ? null : this.payloads.requiredPayload(response, Roster.class));
	}

	@Override
	public void set(Jid contact, @Nullable String name, String... groups) {
		change(Item.of(contact, name, groups)).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> setAsync(Jid contact, @Nullable String name, String... groups) {
		return change(Item.of(contact, name, groups)).executeAsync();
	}

	@Override
	public void remove(Jid contact) {
		change(Item.removed(contact)).execute();
	}

	@Override
	public CompletableFuture<@Nullable Void> removeAsync(Jid contact) {
		return change(Item.removed(contact)).executeAsync();
	}

	private IqOperations.RequestSpec change(Item item) {
		return this.iq.set(Roster.of(item));
	}

	@Override
	public boolean offersPreApproval() {
		return this.cache.session().offers(RosterSession.PRE_APPROVAL);
	}

	@Override
	public void preApprove(Jid contact) {
		if (!offersPreApproval()) {
			throw new PreApprovalNotOfferedException();
		}
		this.stanzas.send(Presence.subscribed(contact.bare()).build());
	}

	@Override
	public CompletableFuture<@Nullable Void> preApproveAsync(Jid contact) {
		if (!offersPreApproval()) {
			return CompletableFuture.failedFuture(new PreApprovalNotOfferedException());
		}
		CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
		this.stanzas.sendAsync(Presence.subscribed(contact.bare()).build()).whenComplete((sent, failure) -> {
			if (failure != null) {
				outcome.completeExceptionally(failure);
			}
			else {
				outcome.complete(null);
			}
		});
		return outcome;
	}

	@Override
	public List<Item> contacts() {
		Roster roster = this.cache.known();
		return (roster != null) ? roster.items() : List.of();
	}

	@Override
	public @Nullable Item contact(Jid jid) {
		Roster roster = this.cache.known();
		if (roster == null) {
			return null;
		}
		Item item = roster.item(jid);
		return (item != null) ? item : roster.item(jid.bare());
	}

}
