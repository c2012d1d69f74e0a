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

package io.github.xmppspring.pubsub;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.DiscoAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.PubSubAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.pubsub.Affiliation;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.PubSubError;
import io.github.xmppspring.payload.pubsub.PubSubErrorCondition;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.PresenceType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Integration tests for publish-subscribe between two accounts of a server, each with an
 * application of its own.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(needs = Capability.PUBSUB)
class PubSubIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String MOOD = "urn:example:mood";

	private final String node = "news-" + UUID.randomUUID();

	@Test
	void ownerManagesTheNode(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = node(server, alice);
			node.create(NodeConfiguration.builder().title("News").accessModel(AccessModel.OPEN).build());

			assertThat(node.owner().configuration().title()).isEqualTo("News");
			assertThat(service(server, alice).defaultConfiguration().form().fields()).isNotEmpty();

			node.owner().configure(NodeConfiguration.builder().title("Old news").maxItems(3).build());
			assertThat(node.owner().configuration().title()).isEqualTo("Old news");
			assertThat(node.owner().configuration().maxItems()).isEqualTo("3");
			assertThat(node.owner().configuration().accessModel()).isEqualTo(AccessModel.OPEN);

			node.owner().setAffiliations(List.of(NodeAffiliation.of(jid(server, "bob"), Affiliation.PUBLISHER)));
			assertThat(node.owner().affiliations()).extracting(NodeAffiliation::jid, NodeAffiliation::affiliation)
				.contains(tuple(jid(server, "alice"), Affiliation.OWNER),
						tuple(jid(server, "bob"), Affiliation.PUBLISHER));
			node(server, bob).publish("1", new Headline("Rain"));
			node.owner().purge();
			assertThat(node.items(Headline.class)).isEmpty();

			node.owner().delete();
			assertThatRefused(() -> node.owner().configuration(), StanzaErrorCondition.ITEM_NOT_FOUND);
		});
	}

	@TestWhere(Capability.PUBSUB_OPTIONS)
	void entityIsToldItsAffiliations(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = node(server, alice);
			node.create();

			node.owner().setAffiliations(List.of(NodeAffiliation.of(jid(server, "bob"), Affiliation.PUBLISHER)));

			assertThat(node(server, bob).affiliations()).extracting(NodeAffiliation::affiliation)
				.containsExactly(Affiliation.PUBLISHER);
			assertThat(service(server, bob).affiliations()).extracting(NodeAffiliation::node).contains(this.node);
			node.owner().delete();
		});
	}

	@Test
	void serviceNamesAnInstantNode(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = service(server, alice).createInstantNode(null);

			assertThat(node.name()).isNotEmpty();
			node.owner().delete();
		});
	}

	@Test
	void subscriberIsToldOfWhatHappens(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = node(server, alice);
			node.create(NodeConfiguration.builder()
				.accessModel(AccessModel.OPEN)
				.notifyRetract(true)
				.notifyDelete(true)
				.deliverPayloads(true)
				.build());
			NodeSubscription subscription = node(server, bob).subscribe();
			assertThat(subscription.isSubscribed()).isTrue();
			assertThat(subscription.jid()).isEqualTo(jid(server, "bob"));
			assertThat(node.owner().subscriptions()).extracting(NodeSubscription::jid).contains(jid(server, "bob"));
			assertThat(node(server, bob).subscriptions()).isNotEmpty();

			assertThat(node.publish("1", new Headline("Rain"))).isEqualTo("1");
			PubSubItemsPublishedEvent published = await(bob, PubSubItemsPublishedEvent.class);
			assertThat(published.getService()).isEqualTo(service(server, bob).address());
			assertThat(published.getNode()).isEqualTo(this.node);
			assertThat(published.getItems(Headline.class)).singleElement().satisfies((item) -> {
				assertThat(item.id()).isEqualTo("1");
				assertThat(item.payload()).isEqualTo(new Headline("Rain"));
			});

			node.retract("1");
			assertThat(await(bob, PubSubItemsRetractedEvent.class).getItemIds()).containsExactly("1");

			node.owner().delete();
			assertThat(await(bob, PubSubNodeDeletedEvent.class).getNode()).isEqualTo(this.node);
		});
	}

	// Prosody 0.12 has no answer for who was subscribed to a node that was deleted, so
	// the
	// subscription ends before
	@Test
	void entityIsToldItsSubscriptions(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = node(server, alice);
			node.create();
			node.subscribe();

			assertThat(service(server, alice).subscriptions()).extracting(NodeSubscription::node).contains(this.node);

			node.unsubscribe();
			assertThat(service(server, alice).subscriptions()).extracting(NodeSubscription::node)
				.doesNotContain(this.node);
			node.owner().delete();
		});
	}

	@Test
	void itemsAreRetrieved(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = node(server, alice);
			node.create(NodeConfiguration.builder().persistItems(true).maxItems(10).build());
			for (int i = 1; i <= 4; i++) {
				node.publish("id" + i, new Headline("News " + i));
			}
			String chosen = node.publishAsync(new Headline("Latest")).join();

			assertThat(chosen).isNotEmpty();
			assertThat(node.items(Headline.class)).hasSize(5)
				.extracting(PubSubItem::payload)
				.contains(new Headline("News 1"), new Headline("Latest"));
			assertThat(node.items(Headline.class, 1)).extracting(PubSubItem::id).containsExactly(chosen);
			assertThat(node.items(Headline.class, List.of("id2", "id3"))).extracting(PubSubItem::payload)
				.containsExactlyInAnyOrder(new Headline("News 2"), new Headline("News 3"));
			assertThat(node.item(Headline.class, "id4")).map(PubSubItem::payload).hasValue(new Headline("News 4"));
			assertThat(node.items(Element.class, ResultSet.firstPage(100)).items()).hasSize(5);
			node.owner().delete();
		});
	}

	@TestWhere(Capability.PUBSUB_OPTIONS)
	void itemsAreRetrievedInPages(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = node(server, alice);
			node.create(NodeConfiguration.builder().persistItems(true).maxItems(10).build());
			for (int i = 1; i <= 5; i++) {
				node.publish("id" + i, new Headline("News " + i));
			}

			Page<PubSubItem<Headline>> first = node.items(Headline.class, ResultSet.firstPage(2));
			assertThat(first.items()).hasSize(2);
			assertThat(first.total()).isEqualTo(5);
			assertThat(first.hasNext()).isTrue();
			Page<PubSubItem<Headline>> second = node.items(Headline.class, first.set().next(2));

			assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
			node.owner().delete();
		});
	}

	@Test
	void reasonsOfRefusalsAreTyped(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode node = node(server, alice);
			assertThatRefused(() -> node.items(Element.class), StanzaErrorCondition.ITEM_NOT_FOUND);
			node.create(NodeConfiguration.builder().accessModel(AccessModel.WHITELIST).build());

			assertThatRefused(() -> node.create(), StanzaErrorCondition.CONFLICT);
			assertThatRefused(() -> node(server, bob).owner().delete(), StanzaErrorCondition.FORBIDDEN);
			assertThatRefused(() -> node(server, bob).publish(new Headline("Lies")), StanzaErrorCondition.FORBIDDEN);
			assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> node.unsubscribe())
				.satisfies((ex) -> assertThat(PubSubError.from(ex))
					.hasValue(PubSubError.of(PubSubErrorCondition.NOT_SUBSCRIBED)));
			node.owner().delete();
		});
	}

	@Test
	void accountsAreServices(TestServer server) {
		run(server, (alice, bob) -> {
			PubSubNode mine = pubsub(alice).pep().node(this.node);
			mine.publish("current", new Headline("Sun"),
					NodeConfiguration.builder().accessModel(AccessModel.OPEN).build());
			PubSubNode theirs = pubsub(bob).pep(jid(server, "alice")).node(this.node);

			assertThat(theirs.item(Headline.class, "current")).map(PubSubItem::payload).hasValue(new Headline("Sun"));
			assertThat(theirs.subscribe().isSubscribed()).isTrue();
			mine.publish("current", new Headline("Clouds"));

			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> events(bob).stream()
					.filter(PubSubItemsPublishedEvent.class::isInstance)
					.map(PubSubItemsPublishedEvent.class::cast)
					.anyMatch((event) -> event.getService().equals(jid(server, "alice"))
							&& event.getItems(Headline.class).get(0).payload().equals(new Headline("Clouds"))));
			theirs.unsubscribe();
			mine.owner().delete();
			assertThatRefused(() -> mine.items(Headline.class), StanzaErrorCondition.ITEM_NOT_FOUND);
		});
	}

	@Test
	void contactWhoseCapabilitiesAskForItIsTold(TestServer server) {
		run(server, (alice, bob) -> {
			letSeePresence(server, bob, "bob", alice, "alice");
			letSeePresence(server, alice, "alice", bob, "bob");
			PubSubNode mood = pubsub(alice).pep().node(MOOD);

			mood.publish("current", new Headline("happy"));

			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> events(bob).stream()
					.anyMatch((event) -> event.isAbout(pubsub(bob).pep(jid(server, "alice")).node(MOOD))));
			mood.owner().delete();
			stanzas(alice).send(Presence.unsubscribed(jid(server, "bob")).build());
			stanzas(bob).send(Presence.unsubscribed(jid(server, "alice")).build());
		});
	}

	private static void letSeePresence(TestServer server, ApplicationContext subscriber, String subscriberName,
			ApplicationContext contact, String contactName) {
		stanzas(subscriber).send(Presence.subscribe(jid(server, contactName)).build());
		Awaitility.await().atMost(PATIENCE).until(() -> contact.getBean(EventCollector.class).askedForPresence);
		stanzas(contact).send(Presence.subscribed(jid(server, subscriberName)).build());
	}

	private static StanzaOperations stanzas(ApplicationContext application) {
		return application.getBean(StanzaOperations.class);
	}

	private static void assertThatRefused(Runnable operation, StanzaErrorCondition condition) {
		assertThatExceptionOfType(IqErrorException.class).isThrownBy(operation::run)
			.satisfies((ex) -> assertThat(ex.error().condition()).isEqualTo(condition));
	}

	private static <E extends PubSubEvent> E await(ApplicationContext application, Class<E> type) {
		Awaitility.await().atMost(PATIENCE).until(() -> events(application).stream().anyMatch(type::isInstance));
		return events(application).stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	private static List<PubSubEvent> events(ApplicationContext application) {
		return application.getBean(EventCollector.class).events;
	}

	private static Jid jid(TestServer server, String user) {
		return Jid.of(user + "@" + server.domain());
	}

	private static PubSubOperations pubsub(ApplicationContext application) {
		return application.getBean(PubSubOperations.class);
	}

	private static PubSubService service(TestServer server, ApplicationContext application) {
		return pubsub(application).service("pubsub." + server.domain());
	}

	private PubSubNode node(TestServer server, ApplicationContext application) {
		return service(server, application).node(this.node);
	}

	private void run(TestServer server, Conversation conversation) {
		runner(server, "alice").run((alice) -> runner(server, "bob").run((bob) -> {
			assertThat(alice).hasNotFailed();
			assertThat(bob).hasNotFailed();
			conversation.run(alice, bob);
		}));
	}

	private static ApplicationContextRunner runner(TestServer server, String user) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
					PayloadAutoConfiguration.class, IqHandlerAutoConfiguration.class, DiscoAutoConfiguration.class,
					IqTemplateAutoConfiguration.class, MessagingAutoConfiguration.class, PubSubAutoConfiguration.class))
			.withBean(EventCollector.class)
			.withBean(HeadlineCodec.class)
			.withPropertyValues("xmpp.jid=" + user + "@" + server.domain(), "xmpp.password=" + server.password(),
					"xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(), "xmpp.ssl.bundle=chat",
					"xmpp.connect-mode=fail-fast", "xmpp.presence.initial.enabled=true", "xmpp.pubsub.notify=" + MOOD,
					"spring.ssl.bundle.pem.chat.truststore.certificate=file:" + server.certificateAuthority());
	}

	@FunctionalInterface
	private interface Conversation {

		void run(AssertableApplicationContext alice, AssertableApplicationContext bob);

	}

	record Headline(String text) {

	}

	static class HeadlineCodec implements PayloadCodec<Headline> {

		private static final QName NAME = new QName("urn:example:news", "headline");

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<Headline> type() {
			return Headline.class;
		}

		@Override
		public Headline read(Element element) {
			return new Headline(element.text());
		}

		@Override
		public Element write(Headline value) {
			return Element.builder(NAME).text(value.text()).build();
		}

	}

	static class EventCollector {

		private final List<PubSubEvent> events = new CopyOnWriteArrayList<>();

		private volatile boolean askedForPresence;

		@EventListener
		void received(PresenceReceivedEvent event) {
			this.askedForPresence |= event.getPresence().type() == PresenceType.SUBSCRIBE;
		}

		@EventListener
		void received(PubSubEvent event) {
			this.events.add(event);
		}

	}

}
