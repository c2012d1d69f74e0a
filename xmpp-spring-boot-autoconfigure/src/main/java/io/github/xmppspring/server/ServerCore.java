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

package io.github.xmppspring.server;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;

import org.springframework.util.Assert;

/**
 * Everything that a server knows, and how its parts belong together. It outlives starts
 * and stops. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerCore implements StanzaRouter {

	private final SessionRegistry sessions = new SessionRegistry();

	private final EntityRegistry entities = new EntityRegistry();

	private final Services services = new Services();

	private final Directory directory;

	private final Presences presences;

	private final Subscriptions subscriptions;

	private final Router router;

	private final List<AccountData> accountData;

	private final SessionResumption resumption;

	ServerCore(ServerSettings settings, ServerAccounts accounts) {
		this.directory = new Directory(settings, accounts, this.sessions, this.entities);
		this.resumption = new SessionResumption(settings.resumptionTimeout(), this::ended);
		Rosters rosters = new Rosters(this.sessions);
		this.presences = new Presences(this.directory, rosters, this);
		this.subscriptions = new Subscriptions(this.directory, rosters, this.presences, this);
		this.router = new Router(this.directory, new IqRouter(this.directory, this.services),
				new MessageRouter(this.directory),
				new PresenceRouter(this.directory, this.presences, this.subscriptions));
		VcardService vcards = new VcardService();
		PrivateStorageService privateStorage = new PrivateStorageService();
		this.accountData = List.of(rosters::remove, vcards, privateStorage);
		this.services.add(new DiscoInfoService(this.services, rosters));
		this.services.add(new DiscoItemsService(this.directory, rosters));
		this.services.add(new PingService());
		this.services.add(new VersionService());
		this.services.add(new TimeService(Clock.systemDefaultZone()));
		this.services.add(new RosterService(this.sessions, rosters, this.subscriptions));
		this.services.add(vcards);
		this.services.add(privateStorage);
	}

	Directory directory() {
		return this.directory;
	}

	SessionResumption resumption() {
		return this.resumption;
	}

	Presences presences() {
		return this.presences;
	}

	Subscriptions subscriptions() {
		return this.subscriptions;
	}

	@Override
	public void route(Iq iq) {
		this.router.route(iq);
	}

	@Override
	public void route(Element stanza) {
		this.router.route(stanza);
	}

	/**
	 * A session has lost its channel. It goes on if it can be resumed.
	 * @param session the session
	 * @param channel the channel, which may not be the one it has now
	 */
	void lost(ClientSession session, Channel channel) {
		if (channel.equals(session.channel())) {
			session.detach();
			if (!this.resumption.await(session, channel.eventLoop())) {
				ended(session);
			}
		}
	}

	/**
	 * A session has ended: others learn of it, and get answers to what they have asked.
	 * @param session the session
	 */
	void ended(Session session) {
		session.detach();
		if (session instanceof ClientSession client) {
			this.resumption.ended(client);
			if (this.sessions.remove(client)) {
				this.presences.ended(client);
			}
		}
		else {
			this.entities.remove(session.address(), session);
		}
		session.failUnanswered().forEach(this::route);
		if (session instanceof ClientSession client && client.managed() != null) {
			client.managed().takeUndeliveredMessages().forEach(this::route);
		}
	}

	/**
	 * Hosts an exchange.
	 * @param address its address
	 * @param exchange the exchange
	 * @param loop the event loop
	 * @return the hosted entity
	 * @throws IllegalArgumentException if the address is taken
	 */
	HostedExchange host(Jid address, IqExchange exchange, ServerLoop loop) {
		boolean reserved = address.equals(this.directory.settings().domain()) || this.sessions.find(address) != null
				|| this.directory.settings().components().containsKey(address)
				|| (address.isBare() && this.directory.isAccount(address));
		HostedExchange entity = new HostedExchange(address, exchange, loop, this.directory, this);
		Assert.isTrue(!reserved && this.entities.add(address, entity),
				() -> "The address '" + address + "' is taken on the embedded server");
		return entity;
	}

	/**
	 * Who is connected.
	 * @return the full JIDs of clients and the domains of components
	 */
	Set<Jid> connected() {
		Set<Jid> connected = this.sessions.addresses();
		this.entities.all(Session.class).map(Session::address).forEach(connected::add);
		return connected;
	}

	/**
	 * Ends all streams because the server stops.
	 */
	void shutDown() {
		StreamError error = StreamError.of(StreamErrorCondition.SYSTEM_SHUTDOWN);
		this.sessions.all().forEach((session) -> session.end(error, "The server is stopped"));
		this.entities.all(Session.class).forEach((session) -> session.end(error, "The server is stopped"));
	}

	/**
	 * The server has stopped: nobody is connected any more.
	 */
	void stopped() {
		this.sessions.all().forEach(this::ended);
		this.entities.all(Session.class).forEach(this::ended);
		this.entities.all(HostedExchange.class).forEach(HostedExchange::stopped);
	}

	/**
	 * An account is gone, and with it its sessions and data.
	 * @param account the bare JID
	 */
	void accountRemoved(Jid account) {
		for (ClientSession session : this.sessions.of(account)) {
			session.end(StreamError.of(StreamErrorCondition.NOT_AUTHORIZED), "The account was removed");
			if (session.channel() == null) {
				ended(session);
			}
		}
		this.accountData.forEach((data) -> data.remove(account));
	}

}
