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

package io.github.xmppspring.testserver;

import java.time.Duration;
import java.util.Set;

import org.awaitility.Awaitility;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.roster.RosterEntry;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.ping.PingManager;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integration tests for what clients of Smack expect of a server: of interest for the
 * embedded one, while the others show that the expectations are right.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class SmackOnServerIntegrationTests {

	@Test
	void logsInWithScramAndAsksServer(TestServer server) throws Exception {
		run(server, "alice", (smack) -> {
			DiscoverInfo info = ServiceDiscoveryManager.getInstanceFor(smack)
				.discoverInfo(smack.getXMPPServiceDomain());

			assertThat(smack.isSecureConnection()).isTrue();
			assertThat(smack.getUsedSaslMechansism()).startsWith("SCRAM-SHA-");
			assertThat(info.hasIdentity("server", "im")).isTrue();
			assertThat(PingManager.getInstanceFor(smack).pingMyServer()).isTrue();
		});
	}

	@Test
	void wrongPasswordIsNotAuthorized(TestServer server) throws Exception {
		XMPPTCPConnection smack = SmackPeer.connection(server, "alice", "wrong");
		try {
			smack.connect();

			assertThatExceptionOfType(SASLErrorException.class).isThrownBy(smack::login)
				.satisfies((ex) -> assertThat(ex.getSASLFailure().getSASLErrorString()).isEqualTo("not-authorized"));
		}
		finally {
			smack.disconnect();
		}
	}

	@Test
	void keepsRoster(TestServer server) throws Exception {
		BareJid bob = JidCreate.bareFrom("bob@" + server.domain());
		run(server, "carol", (smack) -> {
			Roster roster = loadedRoster(smack);
			roster.createItem(bob, "Bob", new String[] { "Friends" });

			// comes by a push
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> roster.getEntry(bob) != null);
		});
		run(server, "carol", (smack) -> {
			Roster roster = loadedRoster(smack);
			Set<RosterEntry> entries = roster.getEntries();

			assertThat(entries).extracting(RosterEntry::getJid).containsExactly(bob);
			assertThat(entries).extracting(RosterEntry::getName).containsExactly("Bob");
			assertThat(roster.getGroup("Friends").getEntryCount()).isOne();
			roster.removeEntry(roster.getEntry(bob));
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> roster.getEntry(bob) == null);
		});
	}

	/**
	 * A roster that is still to come would undo what a push tells before.
	 */
	private static Roster loadedRoster(XMPPTCPConnection smack) {
		Roster roster = Roster.getInstanceFor(smack);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(roster::isLoaded);
		return roster;
	}

	@TestWhere(Capability.STREAM_MANAGEMENT)
	void resumesStream(TestServer server) throws Exception {
		run(server, "alice", (smack) -> {
			String jid = smack.getUser().toString();
			assertThat(smack.isSmEnabled()).isTrue();

			smack.instantShutdown();
			assertThat(smack.isDisconnectedButSmResumptionPossible()).isTrue();
			smack.connect().login();

			assertThat(smack.streamWasResumed()).isTrue();
			assertThat(smack.getUser().toString()).isEqualTo(jid);
			assertThat(PingManager.getInstanceFor(smack).pingMyServer()).isTrue();
		});
	}

	private static void run(TestServer server, String user, Use use) throws Exception {
		XMPPTCPConnection smack = SmackPeer.connection(server, user, server.password());
		Roster.getInstanceFor(smack); // asks for the roster at the login
		try {
			smack.connect().login();
			use.with(smack);
		}
		finally {
			smack.disconnect();
		}
	}

	/**
	 * What a client does.
	 */
	@FunctionalInterface
	interface Use {

		void with(XMPPTCPConnection smack) throws Exception;

	}

}
