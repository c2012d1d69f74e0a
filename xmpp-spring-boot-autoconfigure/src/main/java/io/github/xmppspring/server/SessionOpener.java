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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.IqCodec;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.server.ReceivedStream;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives addresses to those who connect, and makes sessions of their streams. Belongs to
 * the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SessionOpener {

	private static final Log logger = LogFactory.getLog(EmbeddedXmppServer.class);

	private final StanzaIds ids = new StanzaIds();

	private final ServerCore core;

	private final FaultInjection faults;

	SessionOpener(ServerCore core, FaultInjection faults) {
		this.core = core;
		this.faults = faults;
	}

	ServerAccounts accounts() {
		return this.core.directory().accounts();
	}

	SessionResumption resumption() {
		return this.core.resumption();
	}

	/**
	 * Chooses the full JID of a client.
	 * @param account its account
	 * @param requestedResource the resource it wants, or {@code null}
	 * @return the full JID
	 * @throws StanzaErrorException with {@code conflict}, also if somebody hosted has the
	 * address of the whole account, {@code resource-constraint}, or {@code not-allowed}
	 * if the account has been removed in the meantime
	 */
	Jid bind(Jid account, @Nullable String requestedResource) {
		Directory directory = this.core.directory();
		directory.accounts().loggedIn(account);
		if (!directory.isAccount(account)) {
			throw new StanzaErrorException(StanzaErrorCondition.NOT_ALLOWED);
		}
		if (directory.entities().at(account) != null) {
			throw new StanzaErrorException(StanzaErrorCondition.CONFLICT);
		}
		Jid wanted = account.withResource((requestedResource != null) ? requestedResource : this.ids.next());
		boolean hosted = directory.entities().at(wanted) != null;
		boolean taken = hosted || directory.sessions().find(wanted) != null;
		ConflictPolicy policy = directory.settings().conflictPolicy();
		if (taken && policy == ConflictPolicy.RENAME_NEW) {
			wanted = account.withResource(this.ids.next());
		}
		else if (hosted || (taken && policy == ConflictPolicy.REFUSE_NEW)) {
			throw new StanzaErrorException(StanzaErrorCondition.CONFLICT);
		}
		else if (!taken && directory.sessions().size() >= directory.settings().maxSessions()) {
			throw new StanzaErrorException(StanzaErrorCondition.RESOURCE_CONSTRAINT);
		}
		return wanted;
	}

	/**
	 * Lets a component have its domain unless it is taken.
	 * @param component the domain
	 * @throws StreamException with {@code conflict}
	 */
	void bindComponent(Jid component) {
		if (this.core.directory().entities().at(component) != null) {
			throw new StreamException(StreamError.of(StreamErrorCondition.CONFLICT),
					"The component '" + component + "' is connected already");
		}
	}

	/**
	 * Opens the session of a client.
	 * @param channel its channel
	 * @param stream its stream
	 */
	void openClient(Channel channel, ReceivedStream stream) {
		if (stream.resumedId() != null) {
			resumeClient(channel, this.core.resumption().resumed(stream.resumedId()));
			return;
		}
		ClientSession session = new ClientSession(stream.jid(), this.core);
		if (!channel.isActive()) {
			return;
		}
		// others learn of the end of one session before they hear of the next
		ClientSession previous = this.core.directory().sessions().find(session.address());
		if (previous != null) {
			previous.end(StreamError.of(StreamErrorCondition.CONFLICT), "Another client has taken the resource");
			this.core.ended(previous);
		}
		this.core.directory().sessions().add(session);
		open(channel, session, new ClientInbox(session, this.core));
	}

	private void resumeClient(Channel channel, ClientSession session) {
		session.attach(channel);
		if (!channel.isActive()) {
			this.core.lost(session, channel);
			return;
		}
		open(channel, session, new ClientInbox(session, this.core));
		session.deliverKept();
	}

	/**
	 * Opens the session of a component.
	 * @param channel its channel
	 * @param stream its stream
	 */
	void openComponent(Channel channel, ReceivedStream stream) {
		Session session = new Session(stream.jid(), Namespaces.COMPONENT_ACCEPT, this.core);
		if (channel.isActive() && this.core.directory().entities().add(stream.jid(), session)) {
			open(channel, session, new ComponentInbox(session, this.core));
		}
	}

	private void open(Channel channel, Session session, Inbox inbox) {
		ChannelPipeline pipeline = channel.pipeline();
		if (session instanceof ClientSession client) {
			pipeline.addBefore(XmppPipeline.STREAM_ERRORS, StreamManagementEnabling.NAME,
					new StreamManagementEnabling(client, this.core.resumption()));
		}
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.IQ_CODEC,
				IqCodec.forServer(session.contentNamespace()));
		pipeline.addBefore(XmppPipeline.STREAM_ERRORS, XmppPipeline.STANZAS, new SessionHandler(inbox));
		session.attach(channel);
		this.faults.opened(session);
		logger.debug("Session of '" + session + "'");
	}

}
