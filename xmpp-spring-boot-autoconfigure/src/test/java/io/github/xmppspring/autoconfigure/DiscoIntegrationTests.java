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

package io.github.xmppspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.disco.DiscoOperations;
import io.github.xmppspring.disco.DiscoQuery;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.roster.RosterOperations;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for service discovery and entity capabilities with a server and with
 * applications of two accounts.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class DiscoIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				MessagingAutoConfiguration.class, RosterAutoConfiguration.class, DiscoAutoConfiguration.class))
		.withPropertyValues("xmpp.connect-mode=fail-fast");

	@Test
	void serverSaysWhatItIsAndUnderstands(TestServer server) {
		runner(server, "alice").run((context) -> {
			DiscoOperations disco = context.getBean(DiscoOperations.class);
			Jid domain = Jid.of(server.domain());

			assertThat(disco.info(domain).hasIdentity("server", "im")).isTrue();
			assertThat(disco.supports(domain, DiscoInfo.NAMESPACE)).isTrue();
			assertThat(disco.supports(domain, "urn:example:other")).isFalse();
		});
	}

	@Test
	void serverSaysWhatBelongsToIt(TestServer server) {
		runner(server, "alice").run((context) -> {
			DiscoOperations disco = context.getBean(DiscoOperations.class);
			Jid domain = Jid.of(server.domain());

			List<DiscoItems.Item> items = disco.items(domain).items();

			assertThat(disco.items(domain, null, ResultSet.firstPage(100)).items())
				.containsExactlyInAnyOrderElementsOf(items);
			assertThat(disco.allItems(domain, null, 100)).containsExactlyInAnyOrderElementsOf(items);
		});
	}

	@Test
	void otherAccountSaysWhatItIsAndHas(TestServer server) {
		runner(server, "bob").withBean(Music.class).run((bob) -> runner(server, "alice").run((alice) -> {
			DiscoOperations disco = alice.getBean(DiscoOperations.class);
			Jid peer = jid(bob);

			assertThat(disco.info(peer)).isEqualTo(bob.getBean(OwnEntity.class).info());
			assertThat(disco.supports(peer, "urn:example:music")).isTrue();
			assertThat(disco.supports(peer, "urn:example:other")).isFalse();
			assertThat(disco.items(peer).items()).containsExactly(DiscoItems.Item.of(peer, "Music", "music"));
			assertThat(disco.info(peer, "music").identities()).containsExactly(Identity.of("hierarchy", "leaf", null));
			assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> disco.info(peer, "other"))
				.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.ITEM_NOT_FOUND));
		}));
	}

	@Test
	void capabilitiesOfAnotherAccountAreVerifiedAndShared(TestServer server) {
		runner(server, "alice").withBean(Presences.class).withBean(Requests.class).run((alice) -> {
			runner(server, "bob").withBean(Music.class).withBean(Approval.class).run((first) -> {
				runner(server, "bob").withBean(Music.class).run((second) -> {
					RosterOperations aliceRoster = alice.getBean(RosterOperations.class);
					RosterOperations bobRoster = first.getBean(RosterOperations.class);
					aliceRoster.get();
					List.of(alice, first, second)
						.forEach((context) -> context.getBean(StanzaOperations.class)
							.send(Presence.available().build()));
					alice.getBean(StanzaOperations.class).send(Presence.subscribe(jid(first).bare()).build());
					EntityCapabilities capabilities = first.getBean(OwnEntity.class).capabilities();

					assertThat(alice.getBean(Presences.class).awaitCapabilities(jid(first))).isEqualTo(capabilities);
					assertThat(alice.getBean(Presences.class).awaitCapabilities(jid(second))).isEqualTo(capabilities);
					DiscoOperations disco = alice.getBean(DiscoOperations.class);
					assertThat(disco.info(jid(first))).isEqualTo(first.getBean(OwnEntity.class).info());
					assertThat(disco.supports(jid(second), "urn:example:music")).isTrue();

					assertThat(capabilities).isNotNull();
					assertThat(alice.getBean(Requests.class).nodes).containsExactly(capabilities.infoNode());
					aliceRoster.remove(jid(first).bare());
					bobRoster.remove(jid(alice).bare());
				});
			});
		});
	}

	private static Jid jid(ApplicationContext context) {
		return context.getBean(XmppConnection.class).status().stream().jid();
	}

	private ApplicationContextRunner runner(TestServer server, String user) {
		return this.contextRunner.withPropertyValues("xmpp.jid=" + user + "@" + server.domain(),
				"xmpp.password=" + server.password(), "xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(),
				"xmpp.ssl.bundle=chat",
				"spring.ssl.bundle.pem.chat.truststore.certificate=file:" + server.certificateAuthority());
	}

	static final class Music implements DiscoContributor {

		@Override
		public void contribute(DiscoInfo.Builder info) {
			info.feature("urn:example:music");
		}

		@Override
		public @Nullable DiscoInfo info(DiscoQuery query) {
			return "music".equals(query.node()) ? DiscoInfo.builder().identity("hierarchy", "leaf", null).build()
					: null;
		}

		@Override
		public @Nullable List<DiscoItems.Item> items(DiscoQuery query) {
			return (query.node() != null || query.to() == null) ? null
					: List.of(DiscoItems.Item.of(query.to(), "Music", "music"));
		}

	}

	/**
	 * Lets everybody see the presence of the account.
	 */
	static final class Approval {

		private final StanzaOperations stanzas;

		Approval(StanzaOperations stanzas) {
			this.stanzas = stanzas;
		}

		@EventListener
		void approve(PresenceReceivedEvent event) {
			Presence presence = event.getPresence();
			if (presence.type() == PresenceType.SUBSCRIBE && presence.from() != null) {
				this.stanzas.send(Presence.subscribed(presence.from()).build());
			}
		}

	}

	static final class Presences {

		private final List<PresenceReceivedEvent> seen = new CopyOnWriteArrayList<>();

		@EventListener
		void received(PresenceReceivedEvent event) {
			this.seen.add(event);
		}

		EntityCapabilities awaitCapabilities(Jid peer) {
			return await().atMost(TIMEOUT)
				.until(() -> this.seen.stream()
					.filter((event) -> peer.equals(event.getPresence().from()))
					.flatMap((event) -> event.getExtension(EntityCapabilities.class).stream())
					.findFirst(), (found) -> found.isPresent())
				.orElseThrow();
		}

	}

	/**
	 * Notes which nodes are asked about.
	 */
	static final class Requests implements ClientIqFilter {

		private final List<String> nodes = new CopyOnWriteArrayList<>();

		@Override
		public CompletionStage<Iq> exchange(Iq request, IqExchange next) {
			Element payload = request.payload();
			if (payload != null && payload.is(DiscoInfo.NAME)) {
				this.nodes.add(String.valueOf(payload.attribute("node")));
			}
			return next.exchange(request);
		}

	}

}
