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

package io.github.xmppspring.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.xml.Element;

/**
 * The other side in a test: a client of its own on the server, which asks the application
 * and answers what the application asks, as the test says.
 * <p>
 * To let the application ask while the test waits for it, say before what the peer
 * replies: {@code peer.when("<time xmlns='urn:xmpp:time'/>").reply("<time ...")}. Where
 * the application asks by itself, expect it: {@code peer.expect("<time ...").reply(...)}.
 * To ask the application: {@code peer.get("<time xmlns='urn:xmpp:time'/>")}.
 * <p>
 * Patterns are the XML of a payload, or of an {@code <iq/>} of which only those
 * attributes count that it has. White space between elements, prefixes and the order of
 * attributes do not count. Requests that are neither expected nor foreseen get no reply.
 * <p>
 * In tests with {@code @AutoConfigureEmbeddedXmpp} or {@code @XmppTest} a peer is a
 * parameter of the test method, logs in to the account of that name and is closed after
 * the test.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppPeer implements IqExchange, AutoCloseable {

	private final XmppConnection connection;

	private final PeerInbox inbox;

	private final Jid jid;

	private final Supplier<Jid> application;

	private final Duration timeout;

	XmppPeer(XmppConnection connection, PeerInbox inbox, Jid jid, Supplier<Jid> application, Duration timeout) {
		this.connection = connection;
		this.inbox = inbox;
		this.jid = jid;
		this.application = application;
		this.timeout = timeout;
	}

	/**
	 * Starts the settings of a peer on any server.
	 * @param account the JID of the account to log in to, with the resource to ask for if
	 * there is one
	 * @return a builder
	 */
	public static XmppPeerBuilder builder(Jid account) {
		return new XmppPeerBuilder(account);
	}

	/**
	 * Starts the settings of a peer that logs in with connection details: beside the
	 * application that has them, if another resource is set.
	 * @param details the details of a client
	 * @return a builder
	 */
	public static XmppPeerBuilder builder(XmppConnectionDetails details) {
		return XmppPeerBuilder.of(details);
	}

	/**
	 * Starts the settings of a peer on an embedded server. The account is made if it does
	 * not exist.
	 * @param server the server, running
	 * @param name the localpart of the account
	 * @return a builder
	 */
	public static XmppPeerBuilder builder(EmbeddedXmppServer server, String name) {
		return XmppPeerBuilder.of(server, name);
	}

	/**
	 * The address of this peer.
	 * @return its full JID
	 */
	public Jid jid() {
		return this.jid;
	}

	/**
	 * The address of the application under test.
	 * @return its JID, for a client the full one
	 * @throws IllegalStateException if it is not known, or the application is not
	 * connected
	 */
	public Jid application() {
		return this.application.get();
	}

	/**
	 * Asks the application for information and waits for the reply.
	 * @param payload the payload, one element that declares its prefixes
	 * @return the result or error
	 * @throws AssertionError if there is no reply in time
	 */
	public Iq get(String payload) {
		return get(TestXml.parse(payload));
	}

	/**
	 * Asks the application for information and waits for the reply.
	 * @param payload the payload
	 * @return the result or error
	 * @throws AssertionError if there is no reply in time
	 */
	public Iq get(Element payload) {
		return request(Iq.get(payload).to(application()).build());
	}

	/**
	 * Asks the application for a change and waits for the reply.
	 * @param payload the payload, one element that declares its prefixes
	 * @return the result or error
	 * @throws AssertionError if there is no reply in time
	 */
	public Iq set(String payload) {
		return set(TestXml.parse(payload));
	}

	/**
	 * Asks the application for a change and waits for the reply.
	 * @param payload the payload
	 * @return the result or error
	 * @throws AssertionError if there is no reply in time
	 */
	public Iq set(Element payload) {
		return request(Iq.set(payload).to(application()).build());
	}

	/**
	 * Sends a request to whomever it is for and waits for the reply.
	 * @param request a stanza of type get or set
	 * @return the result or error
	 * @throws AssertionError if there is no reply in time
	 */
	public Iq request(Iq request) {
		return await(exchange(request).toCompletableFuture(), () -> "%s got no reply from %s to:%n%s"
			.formatted(this.jid, request.to(), TestXml.format(request.toElement())));
	}

	/**
	 * Sends a request to whomever it is for.
	 * @param request a stanza of type get or set
	 * @return a stage that completes with the result or error, on a thread that must not
	 * be blocked
	 */
	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		return this.connection.exchange(request);
	}

	/**
	 * Sends a message or a presence.
	 * @param stanza the XML; where it declares no namespace it is that of stanzas
	 * @throws AssertionError if it cannot be sent
	 */
	public void send(String stanza) {
		send(TestXml.parseStanza(stanza));
	}

	/**
	 * Sends a message or a presence.
	 * @param stanza an element in the namespace {@code jabber:client}
	 * @throws AssertionError if it cannot be sent
	 */
	public void send(Element stanza) {
		await(this.connection.send(stanza).toCompletableFuture(),
				() -> "%s could not send:%n%s".formatted(this.jid, TestXml.format(stanza)));
	}

	/**
	 * Waits for the next request.
	 * @return the request, to be replied to
	 * @throws AssertionError if none comes in time
	 */
	public PeerRequest expect() {
		return expect(RequestPattern.ANY);
	}

	/**
	 * Waits for a request. Others may come before; they wait to be expected later.
	 * @param xml the payload, or an {@code <iq/>}
	 * @return the request, to be replied to
	 * @throws AssertionError if none comes in time; it shows what came instead
	 */
	public PeerRequest expect(String xml) {
		return expect(RequestPattern.of(xml));
	}

	/**
	 * Waits for a request. Others may come before; they wait to be expected later.
	 * @param predicate whether it is the request
	 * @return the request, to be replied to
	 * @throws AssertionError if none comes in time; it shows what came instead
	 */
	public PeerRequest expect(Predicate<Iq> predicate) {
		return expect(RequestPattern.of(predicate));
	}

	private PeerRequest expect(RequestPattern pattern) {
		try {
			PeerRequest request = this.inbox.take(pattern, this.timeout);
			if (request == null) {
				throw new AssertionError("%s expected within %d ms:%n%s%n%s".formatted(this.jid,
						this.timeout.toMillis(), pattern.description(), this.inbox.describeInsteadOf(pattern)));
			}
			return request;
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Says what to reply to requests from now on. Of several replies to the same requests
	 * the last one counts.
	 * @param xml the payload, or an {@code <iq/>}
	 * @return takes the reply
	 */
	public PeerReply when(String xml) {
		return when(RequestPattern.of(xml));
	}

	/**
	 * Says what to reply to requests from now on. Of several replies to the same requests
	 * the last one counts.
	 * @param predicate whether a request is meant
	 * @return takes the reply
	 */
	public PeerReply when(Predicate<Iq> predicate) {
		return when(RequestPattern.of(predicate));
	}

	private PeerReply when(RequestPattern pattern) {
		return (reply) -> this.inbox.addRule(pattern, reply);
	}

	/**
	 * All requests that have come.
	 * @return the requests in their order, with and without reply
	 */
	public List<Iq> requests() {
		return this.inbox.received();
	}

	private <T> T await(Future<T> future, Supplier<String> problem) {
		try {
			return future.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
		catch (TimeoutException ex) {
			throw new AssertionError(problem.get() + "\nwithin " + this.timeout.toMillis() + " ms", ex);
		}
		catch (ExecutionException ex) {
			throw new AssertionError(problem.get() + "\nas " + ex.getCause(), ex.getCause());
		}
	}

	private static AssertionError interrupted(InterruptedException cause) {
		Thread.currentThread().interrupt();
		return new AssertionError("The test was interrupted", cause);
	}

	/**
	 * Logs off and frees threads. Does nothing if it was called before.
	 */
	@Override
	public void close() {
		this.connection.stop(Duration.ZERO)
			.completeOnTimeout(null, 2, TimeUnit.SECONDS)
			.handle((stopped, closedBefore) -> stopped)
			.join();
		this.connection.close();
	}

	/**
	 * This peer by its address.
	 * @return the full JID
	 */
	@Override
	public String toString() {
		return this.jid.toString();
	}

}
