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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.PubSubAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.payload.pubsub.Affiliation;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.SubscriptionState;
import io.github.xmppspring.pubsub.PubSubIntegrationTests.Headline;
import io.github.xmppspring.pubsub.PubSubIntegrationTests.HeadlineCodec;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SlixmppPeer;
import io.github.xmppspring.testserver.SlixmppPubSub;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestTool;
import io.github.xmppspring.testserver.TestWhere;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Integration tests for publish-subscribe between slixmpp and this project.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(needs = Capability.PUBSUB, tools = TestTool.SLIXMPP)
class SlixmppPubSubIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String NEWS = "\u5c0f\u660e & <\u2665>";

	private static final String NEWS_XML = "<headline xmlns='urn:example:news'>\u5c0f\u660e &amp; &lt;\u2665&gt;</headline>";

	private static final String TAG = "{urn:example:news}headline";

	private static final Map<String, String> OPEN = Map.of("pubsub#title", "News & more", "pubsub#access_model", "open",
			"pubsub#notify_retract", "1", "pubsub#notify_delete", "1", "pubsub#deliver_payloads", "1");

	private final String name = "news & more " + UUID.randomUUID();

	@Test
	void nodeAndItemsOfSlixmppAreRead(TestServer server) {
		run(server, "alice", "alice", (context, node, slixmpp) -> {
			slixmpp.create(OPEN);
			assertThat(slixmpp.publish("1", NEWS_XML)).isEqualTo("1");
			assertThat(slixmpp.publish("2", "<headline xmlns='urn:example:news'/>")).isEqualTo("2");

			NodeConfiguration configuration = node.owner().configuration();
			assertThat(configuration.title()).isEqualTo("News & more");
			assertThat(configuration.accessModel()).isEqualTo(AccessModel.OPEN);
			assertThat(node.items(Headline.class)).extracting(PubSubItem::id, PubSubItem::payload)
				.containsExactlyInAnyOrder(tuple("1", new Headline(NEWS)), tuple("2", new Headline("")));
			slixmpp.delete();
		});
	}

	@Test
	void slixmppReadsPublishedItems(TestServer server) {
		run(server, "alice", "bob", (context, node, slixmpp) -> {
			node.create(NodeConfiguration.builder().accessModel(AccessModel.OPEN).maxItems(10).build());
			node.publish("1", new Headline(NEWS));
			node.publish("2", new Headline("Rain"));

			assertThat(slixmpp.items()).containsExactlyInAnyOrder(Map.of("id", "1", "tag", TAG, "text", NEWS),
					Map.of("id", "2", "tag", TAG, "text", "Rain"));
			node.owner().delete();
		});
	}

	@Test
	void slixmppIsToldOfWhatHappens(TestServer server) {
		run(server, "alice", "bob", (context, node, slixmpp) -> {
			node.create(NodeConfiguration.builder()
				.accessModel(AccessModel.OPEN)
				.notifyRetract(true)
				.notifyDelete(true)
				.deliverPayloads(true)
				.build());
			slixmpp.present();
			assertThat(slixmpp.subscribe()).contains(entry("jid", jid(server, "bob").toString()),
					entry("state", "subscribed"));
			assertThat(node.owner().subscriptions()).extracting(NodeSubscription::jid, NodeSubscription::state)
				.contains(tuple(jid(server, "bob"), SubscriptionState.SUBSCRIBED));

			node.publish("1", new Headline(NEWS));
			node.retract("1");
			node.owner().delete();

			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(slixmpp.events()).containsExactly(
						event(server, "publish", List.of(Map.of("id", "1", "tag", TAG, "text", NEWS))),
						event(server, "retract", List.of(Map.of("id", "1"))), event(server, "delete", List.of())));
		});
	}

	@Test
	void whatSlixmppDoesIsAnEvent(TestServer server) {
		run(server, "bob", "alice", (context, node, slixmpp) -> {
			slixmpp.create(OPEN);
			assertThat(node.subscribe().isSubscribed()).isTrue();
			assertThat(slixmpp.subscribers()).containsEntry(jid(server, "bob").toString(), "subscribed");

			slixmpp.publish("1", NEWS_XML);
			slixmpp.retract("1");
			slixmpp.delete();

			List<PubSubEvent> events = context.getBean(Events.class).received;
			Awaitility.await().atMost(PATIENCE).until(() -> events.size() >= 3);
			assertThat(events).allSatisfy((event) -> {
				assertThat(event.getService()).isEqualTo(Jid.of(service(server)));
				assertThat(event.getNode()).isEqualTo(this.name);
			})
				.hasExactlyElementsOfTypes(PubSubItemsPublishedEvent.class, PubSubItemsRetractedEvent.class,
						PubSubNodeDeletedEvent.class);
			assertThat(((PubSubItemsPublishedEvent) events.get(0)).getItems(Headline.class))
				.extracting(PubSubItem::id, PubSubItem::payload)
				.containsExactly(tuple("1", new Headline(NEWS)));
			assertThat(((PubSubItemsRetractedEvent) events.get(1)).getItemIds()).containsExactly("1");
		});
	}

	@Test
	void subscriptionsAreTheSameForBoth(TestServer server) {
		run(server, "alice", "alice", (context, node, slixmpp) -> {
			node.create();
			slixmpp.subscribe();

			assertThat(context.getBean(PubSubOperations.class).service(service(server)).subscriptions())
				.extracting(NodeSubscription::node, NodeSubscription::jid, NodeSubscription::state)
				.contains(tuple(this.name, jid(server, "alice"), SubscriptionState.SUBSCRIBED));
			assertThat(slixmpp.subscriptions())
				.contains(Map.of("node", this.name, "jid", jid(server, "alice").toString(), "state", "subscribed"));

			node.unsubscribe();
			assertThat(slixmpp.subscriptions()).noneMatch((subscription) -> this.name.equals(subscription.get("node")));
			node.owner().delete();
		});
	}

	@Test
	void affiliationsAreTheSameForTwoOwners(TestServer server) {
		run(server, "alice", "alice", (context, node, slixmpp) -> {
			Jid bob = jid(server, "bob");
			Jid carol = jid(server, "carol");
			node.create();
			node.owner().setAffiliations(List.of(NodeAffiliation.of(bob, Affiliation.PUBLISHER)));
			slixmpp.affiliate(carol.toString(), "outcast");

			assertThat(node.owner().affiliations()).extracting(NodeAffiliation::jid, NodeAffiliation::affiliation)
				.containsExactlyInAnyOrder(tuple(jid(server, "alice"), Affiliation.OWNER),
						tuple(bob, Affiliation.PUBLISHER), tuple(carol, Affiliation.OUTCAST));
			assertThat(slixmpp.affiliated()).containsOnly(entry(jid(server, "alice").toString(), "owner"),
					entry(bob.toString(), "publisher"), entry(carol.toString(), "outcast"));
			node.owner().delete();
		});
	}

	@TestWhere(Capability.PUBSUB_OPTIONS)
	void ownAffiliationsAreTheSameForBoth(TestServer server) {
		run(server, "alice", "alice", (context, node, slixmpp) -> {
			node.create();

			assertThat(slixmpp.affiliations()).contains(Map.of("node", this.name, "affiliation", "owner"));
			assertThat(context.getBean(PubSubOperations.class).service(service(server)).affiliations())
				.extracting(NodeAffiliation::node, NodeAffiliation::affiliation)
				.contains(tuple(this.name, Affiliation.OWNER));
			node.owner().delete();
		});
	}

	private Map<String, Object> event(TestServer server, String event, List<Map<String, Object>> items) {
		return Map.of("event", event, "service", service(server), "node", this.name, "items", items);
	}

	private static Jid jid(TestServer server, String user) {
		return Jid.of(user + "@" + server.domain());
	}

	private static String service(TestServer server) {
		return "pubsub." + server.domain();
	}

	private void run(TestServer server, String user, String slixmppUser, Conversation conversation) {
		runner(server, user).run((context) -> {
			assertThat(context).hasNotFailed();
			PubSubNode node = context.getBean(PubSubOperations.class).service(service(server)).node(this.name);
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, slixmppUser)) {
				conversation.run(context, node, slixmpp.pubsub(service(server), this.name));
			}
		});
	}

	private static ApplicationContextRunner runner(TestServer server, String user) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
					PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, MessagingAutoConfiguration.class,
					PubSubAutoConfiguration.class))
			.withBean(Events.class)
			.withBean(HeadlineCodec.class)
			.withPropertyValues("xmpp.jid=" + user + "@" + server.domain(), "xmpp.password=" + server.password(),
					"xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(), "xmpp.ssl.bundle=chat",
					"xmpp.connect-mode=fail-fast", "xmpp.presence.initial.enabled=true",
					"spring.ssl.bundle.pem.chat.truststore.certificate=file:" + server.certificateAuthority());
	}

	@FunctionalInterface
	private interface Conversation {

		void run(ApplicationContext context, PubSubNode node, SlixmppPubSub slixmpp);

	}

	static class Events {

		private final List<PubSubEvent> received = new CopyOnWriteArrayList<>();

		@EventListener
		void receive(PubSubEvent event) {
			this.received.add(event);
		}

	}

}
