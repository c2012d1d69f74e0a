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

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.MessageType;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.stanza.StanzaSender;
import io.github.xmppspring.stanza.WorkerTask;
import io.github.xmppspring.xml.Element;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

/**
 * Publishes messages and presence as {@link MessageReceivedEvent} and
 * {@link PresenceReceivedEvent}: off the thread that received them, as listeners may
 * block, and in the order of arrival.
 * <p>
 * Only so many of them wait as {@link StanzaLimits} allow. Beyond, messages of type
 * normal and chat are answered with {@code resource-constraint}, so that their senders
 * know, and the rest is dropped: nobody may answer errors, and rooms and publishers take
 * an error for the end of the interest in what they send (RFC 6121, 8.5.2). Malformed
 * messages are answered with what is wrong with them, under the same rule.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StanzaReception {

	private static final Log logger = LogFactory.getLog(StanzaReception.class);

	/**
	 * How many stanzas have their turn before other tasks that wait for a thread.
	 */
	private static final int TURN = 32;

	private final DropWarning warning = new DropWarning(logger);

	private final StanzaSender connection;

	private final ApplicationEventPublisher publisher;

	private final PayloadCodecs payloads;

	private final Executor executor;

	private final StanzaQueue queue;

	private final WorkerTask turn = new Turn();

	private volatile StanzaReading reading = StanzaReading.STRICT;

	/**
	 * Creates a reception.
	 * @param connection where stanzas come from and errors go; the source of the events
	 * @param publisher where events go
	 * @param payloads the known payloads
	 * @param executor runs the listeners of the application
	 * @param limits how much may wait for them
	 */
	public StanzaReception(StanzaSender connection, ApplicationEventPublisher publisher, PayloadCodecs payloads,
			Executor executor, StanzaLimits limits) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(publisher, "'publisher' must not be null");
		Assert.notNull(payloads, "'payloads' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		Assert.notNull(limits, "'limits' must not be null");
		this.connection = connection;
		this.publisher = publisher;
		this.payloads = payloads;
		this.executor = executor;
		this.queue = new StanzaQueue(limits);
	}

	/**
	 * Says what the stream tells about all stanzas that come from now on.
	 * @param reading how to read them
	 */
	public void read(StanzaReading reading) {
		Assert.notNull(reading, "'reading' must not be null");
		this.reading = reading;
	}

	/**
	 * Takes a stanza. Does not block.
	 * @param stanza an element in the namespace {@code jabber:client}; one that is
	 * neither message nor presence is ignored
	 */
	public void receive(Element stanza) {
		if (!isMessage(stanza) && !Presence.isPresence(stanza, Iq.DEFAULT_NAMESPACE)) {
			return;
		}
		if (this.queue.offer(stanza)) {
			serve();
		}
		else {
			refuse(stanza);
		}
	}

	private static boolean isMessage(Element stanza) {
		return Message.isMessage(stanza, Iq.DEFAULT_NAMESPACE);
	}

	/**
	 * How many stanzas wait for listeners or are with them.
	 * @return a number up to the limit
	 */
	public int pending() {
		return this.queue.pending();
	}

	/**
	 * How many stanzas were refused or dropped since the start, as too many were waiting.
	 * @return the number of stanzas
	 */
	public long dropped() {
		return this.warning.count();
	}

	private void serve() {
		if (!this.queue.enter()) {
			return;
		}
		this.turn.executeOn(this.executor);
	}

	private void takeOut(int count, Consumer<Element> action) {
		try {
			Element stanza = this.queue.poll();
			for (int i = 1; stanza != null; i++) {
				act(stanza, action);
				stanza = (i < count) ? this.queue.poll() : null;
			}
		}
		finally {
			this.queue.leave();
		}
	}

	private void act(Element stanza, Consumer<Element> action) {
		try {
			action.accept(stanza);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A listener of received messages or presence failed", ex);
		}
		finally {
			this.queue.release(stanza);
		}
	}

	private void publish(Element stanza) {
		StanzaReceivedEvent event = toEvent(stanza);
		if (event != null) {
			this.publisher.publishEvent(event);
		}
	}

	private @Nullable StanzaReceivedEvent toEvent(Element stanza) {
		try {
			return isMessage(stanza)
					? new MessageReceivedEvent(this.connection, Message.from(stanza, this.reading), this.payloads)
					: new PresenceReceivedEvent(this.connection, Presence.from(stanza, this.reading), this.payloads);
		}
		catch (MalformedStanzaException ex) {
			logger.debug("A malformed message or presence was not published", ex);
			if (isAnswerable(stanza)) {
				send(ex.reply());
			}
			return null;
		}
	}

	private void refuse(Element stanza) {
		this.warning.dropped();
		if (isAnswerable(stanza)) {
			send(refusal(stanza));
		}
	}

	private static Element refusal(Element stanza) {
		try {
			return Message.from(stanza).error(StanzaErrorCondition.RESOURCE_CONSTRAINT).toElement();
		}
		catch (MalformedStanzaException ex) {
			return ex.reply();
		}
	}

	private static boolean isAnswerable(Element stanza) {
		MessageType type = MessageType.ofValue(stanza.attribute("type"));
		return isMessage(stanza) && stanza.attribute("from") != null
				&& (type == MessageType.NORMAL || type == MessageType.CHAT);
	}

	private void send(Element error) {
		try {
			this.connection.send(error)
				.whenComplete((done, ex) -> logger.debug("A message was answered with an error", ex));
		}
		catch (RuntimeException ex) {
			logger.debug("A message could not be answered with an error", ex);
		}
	}

	/**
	 * A number of stanzas that have their turn, and then others if there are more.
	 */
	private final class Turn implements WorkerTask {

		@Override
		public void run() {
			takeOut(TURN, StanzaReception.this::publish);
			serve();
		}

		@Override
		public void reject(Throwable cause) {
			logger.debug("There is no thread for the listeners of the application", cause);
			takeOut(Integer.MAX_VALUE, StanzaReception.this::refuse);
			serve();
		}

	}

}
