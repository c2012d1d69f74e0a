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

package io.github.xmppspring.messaging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.MessageThread;
import io.github.xmppspring.stanza.MessageType;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.Relay;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stanza.StanzaSender;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The implementation of {@link StanzaOperations} over any {@link StanzaSender}: a
 * connection, or, in tests, a lambda.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StanzaTemplate implements StanzaOperations {

	private final StanzaIds ids = new StanzaIds();

	private final StanzaSender sender;

	private final PayloadCodecs payloads;

	private final Supplier<List<PresenceCustomizer>> customizers;

	private final Executor executor;

	/**
	 * Creates a template.
	 * @param sender where stanzas go
	 * @param payloads the known payloads
	 * @param customizers what changes presence that is broadcast, in order; asked for
	 * when there is such presence
	 * @param executor completes futures
	 */
	public StanzaTemplate(StanzaSender sender, PayloadCodecs payloads, Supplier<List<PresenceCustomizer>> customizers,
			Executor executor) {
		Assert.notNull(sender, "'sender' must not be null");
		Assert.notNull(payloads, "'payloads' must not be null");
		Assert.notNull(customizers, "'customizers' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		this.sender = sender;
		this.payloads = payloads;
		this.customizers = customizers;
		this.executor = executor;
	}

	@Override
	public MessageSpec message() {
		return new DefaultMessageSpec(Message.builder(MessageType.CHAT).build());
	}

	@Override
	public Message send(Message message) {
		Message identified = identified(message);
		await(() -> write(identified.toElement()));
		return identified;
	}

	@Override
	public CompletableFuture<Message> sendAsync(Message message) {
		Message identified = identified(message);
		return completeWith(identified, write(identified.toElement()));
	}

	private Message identified(Message message) {
		return (message.id() != null) ? message : message.withId(this.ids.next());
	}

	@Override
	public Presence send(Presence presence) {
		Presence prepared = prepared(presence);
		await(() -> write(prepared.toElement()));
		return prepared;
	}

	@Override
	public CompletableFuture<Presence> sendAsync(Presence presence) {
		Presence prepared = prepared(presence);
		return completeWith(prepared, write(prepared.toElement()));
	}

	private Presence prepared(Presence presence) {
		Presence prepared = presence;
		if (presence.isAvailable() && presence.isBroadcast()) {
			for (PresenceCustomizer customizer : this.customizers.get()) {
				prepared = customizer.customize(prepared);
			}
		}
		return (prepared.id() != null) ? prepared : prepared.withId(this.ids.next());
	}

	private CompletableFuture<Void> write(Element stanza) {
		try {
			return this.sender.send(stanza).toCompletableFuture();
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private <T> CompletableFuture<T> completeWith(T stanza, CompletableFuture<Void> written) {
		return Relay.of(written.thenApply((done) -> stanza), this.executor, StanzaTemplate::translate);
	}

	private static void await(Supplier<CompletableFuture<Void>> sending) {
		Assert.state(!(Thread.currentThread() instanceof NonBlockingThread),
				"This thread carries the stanzas of a connection and must not wait for one. "
						+ "Use sendAsync, or call from another thread");
		try {
			sending.get().get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StanzaSendException("Interrupted while a stanza was sent", ex);
		}
		catch (ExecutionException ex) {
			throw translate(ex.getCause());
		}
	}

	private static XmppException translate(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof CompletionException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause instanceof XmppException known) ? known
				: new StanzaSendException("The stanza could not be sent", cause);
	}

	private final class DefaultMessageSpec implements MessageSpec {

		private final Message message;

		private DefaultMessageSpec(Message message) {
			this.message = message;
		}

		private MessageSpec with(Message.Builder message) {
			return new DefaultMessageSpec(message.build());
		}

		@Override
		public MessageSpec from(Jid from) {
			return with(this.message.mutate().from(from));
		}

		@Override
		public MessageSpec to(Jid to) {
			return with(this.message.mutate().to(to));
		}

		@Override
		public MessageSpec to(String to) {
			return to(Jid.of(to));
		}

		@Override
		public MessageSpec type(MessageType type) {
			return with(this.message.mutate().type(type));
		}

		@Override
		public MessageSpec subject(String subject) {
			return with(this.message.mutate().subject(subject));
		}

		@Override
		public MessageSpec body(String body) {
			return body("", body);
		}

		@Override
		public MessageSpec body(String language, String body) {
			return with(this.message.mutate().body(this.message.body().with(language, body)));
		}

		@Override
		public MessageSpec thread(String thread) {
			return with(this.message.mutate().thread(MessageThread.of(thread)));
		}

		@Override
		public MessageSpec extension(Object payload) {
			return with(this.message.mutate().extension(StanzaTemplate.this.payloads.write(payload)));
		}

		@Override
		public Message send() {
			return StanzaTemplate.this.send(this.message);
		}

		@Override
		public CompletableFuture<Message> sendAsync() {
			return StanzaTemplate.this.sendAsync(this.message);
		}

	}

}
