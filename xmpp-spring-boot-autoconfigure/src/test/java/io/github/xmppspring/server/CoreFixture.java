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

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.embedded.EmbeddedChannel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The inside of a server without threads and network: clients send and get values. There
 * are the accounts alice, bob and carol, and a component.
 *
 * @author XMPP for Spring Boot contributors
 */
final class CoreFixture {

	static final Jid COMPONENT = Jid.of("comp.localhost");

	final ServerSettings settings = new ServerSettings(Jid.of("localhost"), InetAddress.getLoopbackAddress(), 0, -1,
			Map.of(COMPONENT, "secret"), false, null, true, XmlLimits.BEFORE_AUTHENTICATION, XmlLimits.DEFAULT,
			Duration.ofSeconds(5), Duration.ofSeconds(5), 100, ConflictPolicy.END_EXISTING, Duration.ofSeconds(60));

	final ServerAccounts accounts = new ServerAccounts(this.settings, (account) -> {
	});

	final ServerCore core = new ServerCore(this.settings, this.accounts);

	CoreFixture() {
		this.accounts.create("alice", "x");
		this.accounts.create("bob", "x");
		this.accounts.create("carol", "x");
	}

	Client client(String jid) {
		ClientSession session = new ClientSession(Jid.of(jid), this.core);
		this.core.directory().sessions().add(session);
		return new Client(session, new ClientInbox(session, this.core));
	}

	/**
	 * A client that has sent its initial presence.
	 */
	Client available(String jid) {
		Client client = client(jid);
		client.send("<presence xmlns='jabber:client'/>");
		client.received();
		return client;
	}

	Client component() {
		Session session = new Session(COMPONENT, Namespaces.COMPONENT_ACCEPT, this.core);
		this.core.directory().entities().add(COMPONENT, session);
		return new Client(session, new ComponentInbox(session, this.core));
	}

	/**
	 * Somebody who is connected.
	 */
	static final class Client {

		private final Session session;

		private final Inbox inbox;

		private final EmbeddedChannel channel = new EmbeddedChannel();

		private Client(Session session, Inbox inbox) {
			this.session = session;
			this.inbox = inbox;
			session.attach(this.channel);
		}

		void send(String xml) {
			Element element = Element.parse(xml);
			if (element.localName().equals("iq")) {
				this.inbox.received(Iq.from(element));
			}
			else {
				this.inbox.received(element);
			}
		}

		void sendMalformed(String xml) {
			this.inbox.received(Element.parse(xml));
		}

		void end() {
			this.channel.close();
			this.inbox.ended();
		}

		EmbeddedChannel channel() {
			return this.channel;
		}

		/**
		 * What has come since the last time.
		 */
		List<Element> received() {
			List<Element> received = new ArrayList<>();
			for (Object message = this.channel.readOutbound(); message != null; message = this.channel.readOutbound()) {
				received.add(
						(message instanceof Iq iq) ? iq.toElement(this.session.contentNamespace()) : (Element) message);
			}
			return received;
		}

		Element receivedOne() {
			List<Element> received = received();
			assertThat(received).hasSize(1);
			return received.get(0);
		}

		Iq ask(String xml) {
			send(xml);
			return Iq.from(receivedOne());
		}

		void isRefused(String xml, StanzaErrorCondition condition) {
			Iq response = ask(xml);
			assertThat(response.error()).isNotNull();
			assertThat(response.error().condition()).isEqualTo(condition);
			assertThat(response.id()).isEqualTo(Element.parse(xml).attribute("id"));
		}

	}

}
