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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.disco.DiscoOperations;
import io.github.xmppspring.disco.DiscoQuery;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The disco family of payloads: what the application says of itself, and asks of others.
 *
 * @author XMPP for Spring Boot contributors
 */
class DiscoFamilyTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final String INFO = "http://jabber.org/protocol/disco#info";

	private static final String ITEMS = "http://jabber.org/protocol/disco#items";

	private static ScriptedServer server;

	private static Application application;

	private final DiscoOperations disco = application.bean(DiscoOperations.class);

	@BeforeAll
	static void start() {
		server = ScriptedServer.forClient("me@x/r");
		application = Application.with(Desk.class, Shelf.class).on(server);
	}

	@AfterAll
	static void stop() throws Exception {
		application.close();
		server.close();
	}

	@Test
	@DisplayName("disco the own info follows from the handlers, the identity is client/bot")
	void ownInfo() {
		DiscoInfo info = ownInfo(server, "me@x/r");

		assertThat(info.featureNames()).contains(Desk.NAMESPACE, INFO, "urn:xmpp:ping").doesNotContain("urn:unknown");
		assertThat(info.hasIdentity("client", "bot")).isTrue();
	}

	@Test
	@DisplayName("disco the identity of a component is component/generic")
	void ownInfoOfComponent() throws Exception {
		try (ScriptedServer componentServer = ScriptedServer.forComponent("desk.x");
				Application component = Application.with(Desk.class).on(componentServer)) {
			DiscoInfo info = ownInfo(componentServer, "desk.x");

			assertThat(info.hasIdentity("component", "generic")).isTrue();
			assertThat(info.featureNames()).contains(Desk.NAMESPACE);
			assertThat(component.statistics().pendingRequests()).isZero();
		}
	}

	private static DiscoInfo ownInfo(ScriptedServer server, String to) {
		Element reply = server
			.ask("<iq type='get' id='*' from='bob@y/z' to='%s'><query xmlns='%s'/></iq>".formatted(to, INFO));
		assertThat(reply.attribute("type")).isEqualTo("result");
		return application.bean(PayloadCodecs.class).read(reply.firstChild(), DiscoInfo.class);
	}

	@Test
	@DisplayName("disco an unknown node is item-not-found")
	void unknownNode() {
		Element reply = server
			.ask("<iq type='get' id='*' from='bob@y/z'><query xmlns='%s' node='unknown'/></iq>".formatted(INFO));

		assertThat(reply.child("error").firstChild().localName()).isEqualTo("item-not-found");
	}

	@Test
	@DisplayName("disco own nodes and items are those of beans")
	void ownItems() {
		Element items = server
			.ask("<iq type='get' id='*' from='bob@y/z'><query xmlns='%s' node='shelf'/></iq>".formatted(ITEMS))
			.firstChild();
		Element info = server
			.ask("<iq type='get' id='*' from='bob@y/z'><query xmlns='%s' node='shelf'/></iq>".formatted(INFO))
			.firstChild();

		assertThat(items).isEqualTo(Element
			.parse("<query xmlns='%s' node='shelf'><item jid='book@x' name='A book'/></query>".formatted(ITEMS)));
		assertThat(info.children()).extracting((child) -> child.attribute("category")).contains("hierarchy");
		assertThat(info.attribute("node")).isEqualTo("shelf");
	}

	@Test
	@DisplayName("disco others are asked once; what they support is then known")
	void info() {
		Jid bob = Jid.of("bob@y/z");
		CompletableFuture<DiscoInfo> info = this.disco.infoAsync(bob);
		answer(bob,
				"<query xmlns='%s'><identity category='client' type='pc' name='N' xml:lang='en'/><feature var='urn:a'/></query>"
					.formatted(INFO));

		assertThat(info).succeedsWithin(SOON).satisfies((read) -> {
			assertThat(read.identities()).containsExactly(DiscoInfo.Identity.of("client", "pc", "N", "en"));
			assertThat(read.hasIdentity("client", "pc")).isTrue();
		});
		assertThat(this.disco.supports(bob, "urn:a")).isTrue();
		assertThat(this.disco.supports(bob, "urn:b")).isFalse();
		assertThat(server.sync()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "service-unavailable", "feature-not-implemented" })
	@DisplayName("disco who knows no service discovery supports nothing")
	void noDiscovery(String condition) {
		CompletableFuture<Boolean> supports = this.disco.supportsAsync(Jid.of(condition, "y", null), "urn:a");
		fail(Jid.of(condition, "y", null), condition);

		assertThat(supports).succeedsWithin(SOON).isEqualTo(false);
	}

	@Test
	@DisplayName("disco whether something is supported is not known without an answer: that is an exception")
	void unknownSupport() {
		CompletableFuture<Boolean> supports = this.disco.supportsAsync(Jid.of("away@y"), "urn:a");
		fail(Jid.of("away@y"), "remote-server-timeout");

		assertThat(supports).failsWithin(SOON).withThrowableThat().havingCause().isInstanceOf(IqErrorException.class);
	}

	private static void fail(Jid from, String condition) {
		server.send(
				"<iq type='error' id='%s' from='%s'><error type='cancel'><%s ".formatted(server.next().attribute("id"),
						from, condition) + "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
	}

	@Test
	@DisplayName("disco items are asked for page by page")
	void pages() {
		Jid service = Jid.of("rooms.y");
		String set = "<set xmlns='http://jabber.org/protocol/rsm'><first index='%s'>%s</first><last>%2$s</last><count>2</count></set>";
		CompletableFuture<List<DiscoItems.Item>> items = this.disco.allItemsAsync(service, null, 10);
		answer(service, "<query xmlns='%s'><item jid='a@rooms.y'/>%s</query>".formatted(ITEMS, set.formatted(0, "a")));
		Element second = answer(service,
				"<query xmlns='%s'><item jid='b@rooms.y'/>%s</query>".formatted(ITEMS, set.formatted(1, "b")));

		assertThat(second.firstChild().child("after").text()).isEqualTo("a");
		assertThat(items).succeedsWithin(SOON)
			.satisfies((all) -> assertThat(all).extracting(DiscoItems.Item::jid)
				.containsExactly(Jid.of("a@rooms.y"), Jid.of("b@rooms.y")));
	}

	private static Element answer(Jid from, String payload) {
		Element request = server.next();
		assertThat(request.attribute("to")).isEqualTo(from.toString());
		server.send("<iq type='result' id='%s' from='%s'>%s</iq>".formatted(request.attribute("id"), from, payload));
		return request.firstChild();
	}

	static class Shelf implements DiscoContributor {

		@Override
		public @Nullable DiscoInfo info(DiscoQuery query) {
			return "shelf".equals(query.node()) ? DiscoInfo.builder().identity("hierarchy", "leaf", null).build()
					: null;
		}

		@Override
		public @Nullable List<DiscoItems.Item> items(DiscoQuery query) {
			return "shelf".equals(query.node()) ? List.of(DiscoItems.Item.of(Jid.of("book@x"), "A book")) : null;
		}

	}

}
