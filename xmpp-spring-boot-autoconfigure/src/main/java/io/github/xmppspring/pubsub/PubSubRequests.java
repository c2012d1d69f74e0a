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

package io.github.xmppspring.pubsub;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.pubsub.Item;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Makes requests to one service of what is asked, and objects of what it answers.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PubSubRequests {

	private final IqOperations iq;

	private final PayloadCodecs payloads;

	private final Supplier<@Nullable Jid> self;

	private final @Nullable Jid service;

	private final @Nullable Jid sender;

	private final boolean fullJid;

	/**
	 * Requests to the own account.
	 * @param iq sends them
	 * @param payloads the known payloads
	 * @param self the own address, as far as it is known
	 */
	PubSubRequests(IqOperations iq, PayloadCodecs payloads, Supplier<@Nullable Jid> self) {
		this(iq, payloads, self, null, null, false);
	}

	private PubSubRequests(IqOperations iq, PayloadCodecs payloads, Supplier<@Nullable Jid> self, @Nullable Jid service,
			@Nullable Jid sender, boolean fullJid) {
		this.iq = iq;
		this.payloads = payloads;
		this.self = self;
		this.service = service;
		this.sender = sender;
		this.fullJid = fullJid;
	}

	PubSubRequests to(Jid service) {
		return new PubSubRequests(this.iq, this.payloads, this.self, service, this.sender, this.fullJid);
	}

	PubSubRequests from(Jid sender) {
		return new PubSubRequests(this.iq, this.payloads, this.self, this.service, sender, this.fullJid);
	}

	PubSubRequests forFullJid() {
		return new PubSubRequests(this.iq, this.payloads, this.self, this.service, this.sender, true);
	}

	@Nullable Jid service() {
		return this.service;
	}

	/**
	 * Who subscribes.
	 * @param named whom the caller named, if anyone
	 * @return that, else who asks
	 */
	Jid subscriber(@Nullable Jid named) {
		if (named != null) {
			return named;
		}
		Jid asking = (this.sender != null) ? this.sender : this.self.get();
		Assert.state(asking != null, "The own address is not known before there is a stream. Name the subscriber");
		return this.fullJid ? asking : asking.bare();
	}

	PubSubCall<@Nullable Void> run(Object payload) {
		return this.<@Nullable Void>set(payload, (response) -> null);
	}

	<T extends @Nullable Object> PubSubCall<T> set(Object payload, Function<Iq, T> reader) {
		return call(Iq.set(this.payloads.write(payload)), reader);
	}

	<T extends @Nullable Object> PubSubCall<T> get(Object payload, Function<Iq, T> reader) {
		return call(Iq.get(this.payloads.write(payload)), reader);
	}

	/**
	 * Ask for a part that the answer must have.
	 * @param request the request
	 * @param type the type of the part
	 * @param reader makes an object of it
	 * @param <P> the type of the part
	 * @param <T> the type of the object
	 * @return the call
	 */
	<P extends PubSub.Part, T> PubSubCall<T> get(PubSub request, Class<P> type, Function<P, T> reader) {
		return get(request, (response) -> reader.apply(required(response, part(response, type), type)));
	}

	/**
	 * Ask for what owners are told.
	 * @param request the request
	 * @param type the type of the answer's child
	 * @param reader makes an object of it
	 * @param <A> the type of the answer's child
	 * @param <T> the type of the object
	 * @return the call
	 */
	<A extends PubSubOwner.Action, T> PubSubCall<T> getAsOwner(PubSubOwner.Action request, Class<A> type,
			Function<A, T> reader) {
		return get(PubSubOwner.of(request), (response) -> {
			PubSubOwner.Action action = this.payloads.requiredPayload(response, PubSubOwner.class).action();
			return reader
				.apply(required(response, Optional.ofNullable(action).filter(type::isInstance).map(type::cast), type));
		});
	}

	/**
	 * A part of an answer.
	 * @param response the answer
	 * @param type the type of the part
	 * @param <P> the type of the part
	 * @return the part, empty if the answer has no such part or no payload
	 */
	<P extends PubSub.Part> Optional<P> part(Iq response, Class<P> type) {
		return this.payloads.payload(response, PubSub.class).flatMap((pubsub) -> pubsub.part(type));
	}

	<P> P required(Iq response, Optional<P> part, Class<?> type) {
		return part.orElseThrow(
				() -> PayloadException.of(response, new PayloadException("The result has no <%s/> for publish-subscribe"
					.formatted(type.getSimpleName().toLowerCase(Locale.ROOT)))));
	}

	Item item(@Nullable String id, @Nullable Object payload) {
		return Item.of(id, (payload != null) ? this.payloads.write(payload) : null);
	}

	<T> List<PubSubItem<T>> items(Iq response, Class<T> type) {
		List<Item> items = part(response, PubSub.Items.class).map(PubSub.Items::items).orElse(List.of());
		try {
			return PubSubItem.listOf(items, this.payloads, type);
		}
		catch (PayloadException ex) {
			throw PayloadException.of(response, ex);
		}
	}

	/**
	 * Make sure that items can be read, before they are asked for.
	 * @param type the type of their payloads
	 */
	void requireCodec(Class<?> type) {
		if (!this.payloads.supports(type)) {
			this.payloads.codecFor(type);
		}
	}

	private <T extends @Nullable Object> PubSubCall<T> call(Iq.Builder request, Function<Iq, T> reader) {
		return new PubSubCall<>(this.iq, request.to(this.service).from(this.sender).build(), reader);
	}

}
