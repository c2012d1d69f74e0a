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

package io.github.xmppspring.benchmark.load;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;

import javax.net.ssl.X509TrustManager;

import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.roster.packet.RosterPacket;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.iqversion.packet.Version;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

/**
 * Smack's connection over TCP, with its defaults.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SmackPeer implements Peer {

	/**
	 * Smack waits 5 s for an answer, which is not enough in a queue of many thousands.
	 */
	private static final int LONG_REPLY_TIMEOUT = 60_000;

	private static final int MANY = 1000;

	private @Nullable Load load;

	private @Nullable XMPPTCPConnectionConfiguration configuration;

	private @Nullable DomainBareJid domain;

	private @Nullable XMPPTCPConnection connection;

	@Override
	public void prepare(Login login, Load load) throws IOException, GeneralSecurityException {
		Roster.setRosterLoadedAtLoginDefault(false);
		this.load = load;
		this.domain = JidCreate.domainBareFrom(login.domain());
		this.configuration = configuration(login);
	}

	private static XMPPTCPConnectionConfiguration configuration(Login login)
			throws IOException, GeneralSecurityException {
		XMPPTCPConnectionConfiguration.Builder configuration = XMPPTCPConnectionConfiguration.builder()
			.setXmppDomain(login.domain())
			.setHostAddress(InetAddress.getByName(login.host()))
			.setPort(login.port())
			.setUsernameAndPassword(login.user(), login.password())
			.setResource(login.resource())
			.setSendPresence(false)
			.setSecurityMode(login.isTls() ? SecurityMode.required : SecurityMode.disabled);
		if (login.isTls()) {
			configuration.setCustomX509TrustManager((X509TrustManager) TrustStore.trustManagers(login.trustStore())[0]);
		}
		return configuration.build();
	}

	@Override
	public void connect() throws SmackException, IOException, XMPPException, InterruptedException {
		this.connection = new XMPPTCPConnection(this.configuration);
		if (this.load.inFlight() > MANY) {
			this.connection.setReplyTimeout(LONG_REPLY_TIMEOUT);
		}
		if (this.load.is(Operation.RESPOND, Payload.VERSION)) {
			handle("jabber:iq:version", SmackPeer::version);
		}
		else if (this.load.is(Operation.RESPOND, Payload.ROSTER)) {
			handle("jabber:iq:roster", SmackPeer::roster);
		}
		this.connection.connect().login();
	}

	private void handle(String namespace, Answer answer) {
		this.connection.registerIQRequestHandler(
				new AbstractIqRequestHandler("query", namespace, IQ.Type.get, IQRequestHandler.Mode.async) {

					@Override
					public IQ handleIQRequest(IQ request) {
						try {
							IQ result = answer.to(request);
							result.setType(IQ.Type.result);
							return result;
						}
						catch (XmppStringprepException ex) {
							throw new IllegalStateException(ex);
						}
					}

				});
	}

	private static IQ version(IQ request) {
		if (!(request instanceof Version)) {
			throw new IllegalStateException("Not a version");
		}
		return new Version(Sample.SOFTWARE, Sample.VERSION, Sample.SYSTEM);
	}

	private static IQ roster(IQ request) throws XmppStringprepException {
		RosterPacket roster = new RosterPacket();
		for (int i = 0; i < Sample.CONTACTS; i++) {
			RosterPacket.Item item = new RosterPacket.Item(JidCreate.bareFrom(Sample.contact(i)),
					Sample.contactName(i));
			item.addGroupName(Sample.GROUP);
			roster.addRosterItem(item);
		}
		return roster;
	}

	@Override
	public void disconnect() {
		this.connection.disconnect();
	}

	@Override
	public void close() {
		this.connection = null;
	}

	private IQ get(Payload payload) {
		return switch (payload) {
			case PING -> new Ping(this.domain);
			case VERSION -> new Version(this.domain);
			case ROSTER -> new RosterPacket();
		};
	}

	private static int weigh(IQ answer) {
		if (answer instanceof Version version) {
			return version.getVersion().length();
		}
		return (answer instanceof RosterPacket roster) ? roster.getRosterItemCount() : 0;
	}

	@Override
	public void request(Payload payload, Slot slot) {
		this.connection.sendIqRequestAsync(get(payload))
			.onSuccess((answer) -> slot.ended(weigh(answer), null))
			.onError((ex) -> slot.ended(-1, ex));
	}

	@Override
	public int requestAndWait(Payload payload) throws Exception {
		return weigh(this.connection.sendIqRequestAndWaitForResponse(get(payload)));
	}

	/**
	 * What makes results.
	 */
	private interface Answer {

		IQ to(IQ request) throws XmppStringprepException;

	}

}
