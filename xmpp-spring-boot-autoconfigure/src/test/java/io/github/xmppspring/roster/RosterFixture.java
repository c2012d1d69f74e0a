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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.messaging.StanzaTemplate;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;
import io.github.xmppspring.xml.Element;

/**
 * All parts of the contact list around a server that a test plays.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RosterFixture {

	static final Jid SELF = Jid.of("juliet@capulet.lit/balcony");

	final List<RosterChangedEvent> events = new ArrayList<>();

	final List<Iq> requests = new ArrayList<>();

	final List<Element> stanzas = new ArrayList<>();

	final FailingRosterStore store = new FailingRosterStore();

	final RosterTemplate template;

	final RosterPushResponder responder;

	private final Queue<CompletableFuture<Iq>> pending = new ArrayDeque<>();

	private Function<Iq, CompletionStage<Iq>> server = (request) -> {
		CompletableFuture<Iq> response = new CompletableFuture<>();
		this.pending.add(response);
		return response;
	};

	private int sessions;

	private RosterSession session = new RosterSession(SELF, null, List.of());

	RosterFixture() {
		this(Runnable::run);
	}

	RosterFixture(Executor executor) {
		PayloadCodecs payloads = new PayloadCodecs(List.of(Roster.CODEC), List.of());
		RosterCache cache = new RosterCache(this.store, () -> this.session,
				(event) -> this.events.add((RosterChangedEvent) event), executor);
		IqTemplate iq = new IqTemplate(this::exchange, payloads,
				IqTemplateSettings.DEFAULT.withExecutor(Runnable::run));
		StanzaTemplate stanzas = new StanzaTemplate((stanza) -> {
			this.stanzas.add(stanza);
			return CompletableFuture.completedFuture(null);
		}, payloads, List::of, Runnable::run);
		this.template = new RosterTemplate(iq, stanzas, payloads, cache);
		this.responder = new RosterPushResponder(cache, payloads);
	}

	private CompletionStage<Iq> exchange(Iq request) {
		this.requests.add(request);
		return this.server.apply(request);
	}

	/**
	 * Begins a session.
	 * @param features what the server offers in it
	 * @return this fixture
	 */
	RosterFixture online(QName... features) {
		this.sessions++;
		this.session = new RosterSession(SELF, Instant.ofEpochSecond(this.sessions),
				Stream.of(features).map((name) -> Element.builder(name).build()).toList());
		return this;
	}

	/**
	 * Answers all requests from now on.
	 * @param result the payload of each result, {@code null} for none
	 * @return this fixture
	 */
	RosterFixture answering(String result) {
		this.server = (request) -> CompletableFuture
			.completedFuture(request.result((result != null) ? Element.parse(result) : null));
		return this;
	}

	/**
	 * Answers the oldest request that waits.
	 * @param result the payload of the result, {@code null} for none
	 */
	void answer(String result) {
		Iq request = this.requests.get(this.requests.size() - this.pending.size());
		this.pending.remove().complete(request.result((result != null) ? Element.parse(result) : null));
	}

	/**
	 * The payload of the last request.
	 * @return the payload
	 */
	Element asked() {
		return this.requests.get(this.requests.size() - 1).payload();
	}

	static String roster(String ver, String items) {
		return "<query xmlns='jabber:iq:roster'%s>%s</query>".formatted((ver != null) ? " ver='" + ver + "'" : "",
				items);
	}

	/**
	 * Has the server push.
	 * @param from the sender, or {@code null}
	 * @param ver the version, or {@code null}
	 * @param items the items
	 * @return the answer
	 */
	Iq push(String from, String ver, String items) {
		Iq push = Iq.set(Element.parse(roster(ver, items)))
			.id("p1")
			.from((from != null) ? Jid.of(from) : null)
			.to(SELF)
			.build();
		return this.responder.exchange(push).toCompletableFuture().join();
	}

	List<String> contacts() {
		return this.template.contacts().stream().map((item) -> item.jid().toString()).toList();
	}

}
