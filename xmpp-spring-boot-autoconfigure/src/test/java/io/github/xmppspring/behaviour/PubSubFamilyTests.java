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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.pubsub.PubSubItem;
import io.github.xmppspring.pubsub.PubSubItemsPublishedEvent;
import io.github.xmppspring.pubsub.PubSubNode;
import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The pubsub family of payloads, for users of nodes and for their owners.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubFamilyTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final String PUBSUB = "<pubsub xmlns='http://jabber.org/protocol/pubsub'>%s</pubsub>";

	private static final String OWNER = "<pubsub xmlns='http://jabber.org/protocol/pubsub#owner'>%s</pubsub>";

	private static final String VERSION = "<query xmlns='jabber:iq:version'><name>N</name><version>1</version></query>";

	private static ScriptedServer server;

	private static Application application;

	private static PayloadCodecs payloads;

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Events.class).on(server);
		payloads = application.bean(PayloadCodecs.class);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	private static PubSubNode node() {
		return application.bean(PubSubOperations.class).service("pubsub.y").node("news");
	}

	static Stream<Arguments> operations() {
		return Stream.of(operation("create", PubSubNode::createAsync, PUBSUB, "<create node='news'/>"),
				operation("subscribe", PubSubNode::subscribeAsync, PUBSUB, "<subscribe node='news' jid='me@x'/>"),
				operation("unsubscribe", PubSubNode::unsubscribeAsync, PUBSUB, "<unsubscribe node='news' jid='me@x'/>"),
				operation("options", (node) -> node.optionsAsync(null, null), PUBSUB,
						"<options node='news' jid='me@x'/>"),
				operation("subscriptions", PubSubNode::subscriptionsAsync, PUBSUB, "<subscriptions node='news'/>"),
				operation("affiliations", PubSubNode::affiliationsAsync, PUBSUB, "<affiliations node='news'/>"),
				operation("publish", (node) -> node.publishAsync("1", SoftwareVersion.of("N", "1")), PUBSUB,
						"<publish node='news'><item id='1'>" + VERSION + "</item></publish>"),
				operation("retract", (node) -> node.retractAsync("1"), PUBSUB,
						"<retract node='news' notify='true'><item id='1'/></retract>"),
				operation("items", (node) -> node.itemsAsync(Element.class), PUBSUB, "<items node='news'/>"),
				operation("delete", (node) -> node.owner().deleteAsync(), OWNER, "<delete node='news'/>"),
				operation("purge", (node) -> node.owner().purgeAsync(), OWNER, "<purge node='news'/>"),
				operation("configuration", (node) -> node.owner().configurationAsync(), OWNER,
						"<configure node='news'/>"),
				operation("owner subscriptions", (node) -> node.owner().subscriptionsAsync(), OWNER,
						"<subscriptions node='news'/>"),
				operation("owner affiliations", (node) -> node.owner().affiliationsAsync(), OWNER,
						"<affiliations node='news'/>"));
	}

	private static Arguments operation(String name, Function<PubSubNode, CompletableFuture<?>> operation,
			String wrapper, String expected) {
		return Arguments.of(Named.of(name, operation), wrapper.formatted(expected));
	}

	@ParameterizedTest
	@MethodSource("operations")
	@DisplayName("pubsub each operation sends what XEP-0060 says")
	void sends(Function<PubSubNode, CompletableFuture<?>> operation, String expected) {
		operation.apply(node()).cancel(false);

		Element request = server.next();
		assertThat(request.attribute("to")).isEqualTo("pubsub.y");
		assertThat(request.firstChild()).isEqualTo(Element.parse(expected));
	}

	@Test
	@DisplayName("pubsub a node is configured by a form")
	void configure() {
		node().owner().configureAsync(NodeConfiguration.builder().title("News").build()).cancel(false);

		Element form = server.next().firstChild().firstChild().child("jabber:x:data", "x");
		assertThat(form.attribute("type")).isEqualTo("submit");
		assertThat(form.children()).extracting((field) -> field.attribute("var")).contains("FORM_TYPE", "pubsub#title");
	}

	@Test
	@DisplayName("pubsub items are read as the type that is asked for")
	void items() {
		CompletableFuture<List<PubSubItem<SoftwareVersion>>> items = node().itemsAsync(SoftwareVersion.class);
		answer(PUBSUB.formatted("<items node='news'><item id='1'>" + VERSION + "</item></items>"));

		assertThat(items).succeedsWithin(SOON).satisfies((read) -> {
			assertThat(read).hasSize(1);
			assertThat(read.get(0).id()).isEqualTo("1");
			assertThat(read.get(0).payload()).isEqualTo(SoftwareVersion.of("N", "1"));
		});
	}

	@Test
	@DisplayName("pubsub a subscription is for the bare address unless the full one is asked for")
	void subscriber() {
		CompletableFuture<NodeSubscription> subscription = node().subscribeAsync();
		answer(PUBSUB.formatted("<subscription node='news' jid='me@x' subid='s' subscription='subscribed'/>"));
		application.bean(PubSubOperations.class)
			.service("pubsub.y")
			.forFullJid()
			.node("news")
			.subscribeAsync()
			.cancel(false);

		assertThat(subscription).succeedsWithin(SOON).extracting(NodeSubscription::jid).isEqualTo(Jid.of("me@x"));
		assertThat(server.next().firstChild().firstChild().attribute("jid")).isEqualTo("me@x/r");
	}

	@Test
	@DisplayName("pubsub what is published arrives as an event with typed items")
	void events() {
		server.send("<message from='pubsub.y'><event xmlns='http://jabber.org/protocol/pubsub#event'>"
				+ "<items node='news'><item id='1'>" + VERSION + "</item></items></event></message>");

		List<PubSubItemsPublishedEvent> received = application.bean(Events.class).received;
		await().atMost(SOON).until(() -> received.size() == 1);
		assertThat(received.get(0).getNode()).isEqualTo("news");
		assertThat(received.get(0).getService()).isEqualTo(Jid.of("pubsub.y"));
		assertThat(received.get(0).getItems(SoftwareVersion.class).get(0).payload())
			.isEqualTo(SoftwareVersion.of("N", "1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<items node='n' max_items='3'><item id='a'/></items>",
			"<subscription jid='a@y' node='n' subid='1' subscription='unconfigured'><subscribe-options><required/>"
					+ "</subscribe-options></subscription>",
			"<publish node='n'><item id='1'><unknown xmlns='urn:u'/></item></publish>" })
	@DisplayName("pubsub payloads are read and written without loss")
	void lossless(String content) {
		Element element = Element.parse(PUBSUB.formatted(content));

		assertThat(payloads.write(payloads.read(element, PubSub.class))).isEqualTo(element);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<delete node='n'><redirect uri='xmpp:a@y'/></delete>",
			"<affiliations node='n'><affiliation jid='a@y' affiliation='publish-only'/></affiliations>" })
	@DisplayName("pubsub so are those of owners, in a namespace of their own")
	void losslessOwner(String content) {
		Element element = Element.parse(OWNER.formatted(content));

		assertThat(payloads.write(payloads.read(element, PubSubOwner.class))).isEqualTo(element);
	}

	private static void answer(String payload) {
		Element request = server.next();
		server.send("<iq type='result' id='%s' from='pubsub.y'>%s</iq>".formatted(request.attribute("id"), payload));
	}

	static class Events {

		private final List<PubSubItemsPublishedEvent> received = new CopyOnWriteArrayList<>();

		@EventListener
		void received(PubSubItemsPublishedEvent event) {
			this.received.add(event);
		}

	}

}
