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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.RosterAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.payload.roster.Roster.Subscription;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SmackPeer;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for the contact list with applications that have two sessions of one
 * account, and two accounts.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class RosterIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Jid FRIEND = Jid.of("friend@elsewhere.example");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				MessagingAutoConfiguration.class, RosterAutoConfiguration.class))
		.withPropertyValues("xmpp.connect-mode=fail-fast");

	@Test
	void contactIsWrittenReadAndRemoved(TestServer server) {
		Jid jid = Jid.of("\u5c0f\u660e@\u4f8b\u3048.example");
		runner(server, "alice").run((context) -> {
			RosterOperations roster = context.getBean(RosterOperations.class);

			roster.set(jid, "\u5c0f\u660e & \u2665", "Friends", "\u0414\u0440\u0443\u0437\u044c\u044f");

			assertThat(roster.get().item(jid))
				.isEqualTo(Item.of(jid, "\u5c0f\u660e & \u2665", "Friends", "\u0414\u0440\u0443\u0437\u044c\u044f")
					.withSubscription(Subscription.NONE));
			assertThat(roster.contact(jid)).isEqualTo(roster.get().item(jid));

			roster.set(jid, null);
			assertThat(roster.get().item(jid)).isEqualTo(Item.of(jid, null).withSubscription(Subscription.NONE));

			roster.remove(jid);
			assertThat(roster.get().item(jid)).isNull();
		});
	}

	@Test
	void changesArePushedToAllSessionsOfTheAccount(TestServer server) {
		runner(server, "alice").run((first) -> runner(server, "alice").withBean(Changes.class).run((second) -> {
			RosterOperations roster = first.getBean(RosterOperations.class);
			Changes changes = second.getBean(Changes.class);
			second.getBean(RosterOperations.class).get();

			roster.set(FRIEND, "A friend", "a", "b");
			roster.set(FRIEND, "The friend", "b");
			roster.remove(FRIEND);

			await().atMost(TIMEOUT).untilAsserted(() -> assertThat(changes.seen).hasSize(3));
			assertThat(changes.seen).extracting(RosterChangedEvent::getKind)
				.containsExactly(RosterChangedEvent.Kind.ADDED, RosterChangedEvent.Kind.UPDATED,
						RosterChangedEvent.Kind.REMOVED);
			assertThat(changes.seen.get(1).getItem())
				.isEqualTo(Item.of(FRIEND, "The friend", "b").withSubscription(Subscription.NONE));
			assertThat(second.getBean(RosterOperations.class).contact(FRIEND)).isNull();
		}));
	}

	@Test
	void loadOnConnectMakesContactsKnown(TestServer server) {
		runner(server, "alice").run((first) -> {
			first.getBean(RosterOperations.class).set(FRIEND, "A friend");
			runner(server, "alice").withPropertyValues("xmpp.roster.load-on-connect=true").run((second) -> {
				RosterOperations roster = second.getBean(RosterOperations.class);
				await().atMost(TIMEOUT).until(() -> roster.contact(FRIEND) != null);

				first.getBean(RosterOperations.class).remove(FRIEND);

				await().atMost(TIMEOUT).until(() -> roster.contact(FRIEND) == null);
			});
		});
	}

	@Test
	void subscriptionsOfTwoAccountsArePushed(TestServer server) {
		runner(server, "alice").run((first) -> runner(server, "bob").run((second) -> {
			RosterOperations alice = first.getBean(RosterOperations.class);
			RosterOperations bob = second.getBean(RosterOperations.class);
			Jid aliceJid = jid(first).bare();
			Jid bobJid = jid(second).bare();
			alice.get();
			bob.get();

			send(first, Presence.subscribe(bobJid));
			await().atMost(TIMEOUT).until(() -> alice.contact(bobJid) != null && alice.contact(bobJid).ask());
			send(second, Presence.available());
			send(second, Presence.subscribed(aliceJid));

			awaitSubscription(alice, bobJid, Subscription.TO);
			awaitSubscription(bob, aliceJid, Subscription.FROM);
			alice.remove(bobJid);
			await().atMost(TIMEOUT).until(() -> alice.contact(bobJid) == null);
			awaitSubscription(bob, aliceJid, Subscription.NONE);
			bob.remove(aliceJid);
		}));
	}

	@Test
	void pushOfAPeerIsRefused(TestServer server) {
		runner(server, "alice").withBean(Changes.class).run((context) -> {
			RosterOperations roster = context.getBean(RosterOperations.class);
			roster.get();
			try (SmackPeer bob = SmackPeer.connect(server, "bob");
					SmackPeer other = SmackPeer.connect(server, "alice")) {
				for (TestPeer peer : List.of(bob, other)) {
					TestPeer.Reply reply = peer.request(jid(context).toString(), "set",
							"<query xmlns='jabber:iq:roster'><item jid='evil@evil.example' subscription='both'/></query>");

					assertThat(reply.xml()).contains("service-unavailable");
				}
			}
			assertThat(roster.contacts()).extracting(Item::jid).doesNotContain(Jid.of("evil@evil.example"));
			assertThat(context.getBean(Changes.class).seen).isEmpty();
		});
	}

	@TestWhere(Capability.ROSTER_VERSIONING)
	void contactsAreSentAgainOnlyIfTheyHaveChanged(TestServer server) {
		InMemoryRosterStore store = new InMemoryRosterStore();
		Results results = new Results();
		ApplicationContextRunner runner = runner(server, "alice").withBean(RosterStore.class, () -> store)
			.withBean(ClientIqFilter.class, () -> results.filter());
		runner.run((context) -> {
			context.getBean(RosterOperations.class).set(FRIEND, "A friend");
			assertThat(context.getBean(RosterOperations.class).get().item(FRIEND)).isNotNull();
		});
		results.seen.clear();

		runner.run((context) -> assertThat(context.getBean(RosterOperations.class).get().item(FRIEND)).isNotNull());

		assertThat(results.seen).containsExactly("nothing");
		runner(server, "alice").run((context) -> context.getBean(RosterOperations.class).remove(FRIEND));
		runner.run((context) -> {
			RosterOperations roster = context.getBean(RosterOperations.class);
			roster.get();
			await().atMost(TIMEOUT).until(() -> roster.contact(FRIEND) == null);
		});
	}

	@TestWhere(Capability.PRE_APPROVAL)
	void approvalInAdvanceAnswersTheRequest(TestServer server) {
		runner(server, "alice").run((first) -> runner(server, "bob").run((second) -> {
			RosterOperations alice = first.getBean(RosterOperations.class);
			RosterOperations bob = second.getBean(RosterOperations.class);
			Jid aliceJid = jid(first).bare();
			Jid bobJid = jid(second).bare();
			alice.get();
			bob.get();
			assertThat(bob.offersPreApproval()).isTrue();

			bob.preApprove(aliceJid);
			assertThat(bob.get().item(aliceJid).subscription()).isEqualTo(Subscription.NONE);
			send(first, Presence.subscribe(bobJid));

			awaitSubscription(alice, bobJid, Subscription.TO);
			alice.remove(bobJid);
			awaitSubscription(bob, aliceJid, Subscription.NONE);
			bob.remove(aliceJid);
		}));
	}

	private static void awaitSubscription(RosterOperations roster, Jid contact, Subscription subscription) {
		await().atMost(TIMEOUT).untilAsserted(() -> {
			Item item = roster.contact(contact);
			assertThat(item).isNotNull();
			assertThat(item.subscription()).isEqualTo(subscription);
			assertThat(item.ask()).isFalse();
		});
	}

	private static void send(ApplicationContext context, Presence.Builder presence) {
		context.getBean(StanzaOperations.class).send(presence.build());
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

	static class Changes {

		private final List<RosterChangedEvent> seen = new CopyOnWriteArrayList<>();

		@EventListener
		void handle(RosterChangedEvent event) {
			this.seen.add(event);
		}

	}

	/**
	 * Notes what the results of requests for the contacts hold.
	 */
	static class Results {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		ClientIqFilter filter() {
			return (request, next) -> next.exchange(request).whenComplete((response, failure) -> {
				Element asked = request.payload();
				if (response != null && asked != null && asked.is(Roster.NAME)) {
					this.seen.add((response.payload() != null) ? "contacts" : "nothing");
				}
			});
		}

	}

}
