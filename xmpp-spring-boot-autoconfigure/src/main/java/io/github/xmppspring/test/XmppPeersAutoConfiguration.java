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

import java.util.UUID;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.embedded.EmbeddedXmppConnectionDetails;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.server.EmbeddedXmppServer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link XmppPeers}. It is part of tests, not of applications.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = XmppAutoConfiguration.class)
@ConditionalOnBean(XmppConnection.class)
public final class XmppPeersAutoConfiguration {

	XmppPeersAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	XmppPeers xmppPeers(XmppConnection connection, XmppConnectionDetails details,
			ObjectProvider<EmbeddedXmppServer> server, ObjectProvider<LocalNetwork> network) {
		PeerLogin login = new PeerLogin(details, server.getIfAvailable(), network.getIfAvailable());
		ApplicationAddress application = ApplicationAddress.of(connection);
		return new XmppPeers((name) -> login.login(name, application));
	}

	/**
	 * Logs in where the application is.
	 *
	 * @param details the connection details of the application
	 * @param server the embedded server, {@code null} if there is none
	 * @param network what there is instead of a server, {@code null} for a server
	 */
	private record PeerLogin(XmppConnectionDetails details, @Nullable EmbeddedXmppServer server,
			@Nullable LocalNetwork network) {

		XmppPeer login(String name, ApplicationAddress application) {
			if (this.network != null) {
				return loginLocally(this.network, name, application);
			}
			if (this.server != null && this.details instanceof EmbeddedXmppConnectionDetails) {
				return XmppPeer.builder(this.server, name).application(application).login();
			}
			return XmppPeer.builder(this.details).resource(name).application(application).login();
		}

		private XmppPeer loginLocally(LocalNetwork network, String name, ApplicationAddress application) {
			Jid jid = Jid.of(name, this.details.getJid().domain(), UUID.randomUUID().toString());
			PeerInbox inbox = new PeerInbox();
			return XmppPeer.builder(jid)
				.application(application)
				.login(new LocalXmppConnection(network, jid, inbox), inbox);
		}

	}

}
