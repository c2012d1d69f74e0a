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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.pubsub.Affiliation;
import io.github.xmppspring.payload.pubsub.Item;
import io.github.xmppspring.payload.pubsub.NodeAffiliation;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.NodeSubscription;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.PubSubError;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.payload.pubsub.SubscriptionOptions;
import io.github.xmppspring.payload.pubsub.SubscriptionState;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.Infoset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link PubSubTemplate}: what it sends, as the examples of XEP-0060 show it,
 * and what it makes of the answers.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubTemplateTests {

	private static final Jid SERVICE = Jid.of("pubsub.shakespeare.lit");

	private static final Jid FRANCISCO = Jid.of("francisco@denmark.lit");

	private static final Jid BARRACKS = Jid.of("francisco@denmark.lit/barracks");

	private static final String NODE = "princely_musings";

	private static final SoftwareVersion PAYLOAD = SoftwareVersion.of("a", "1");

	private static final String PAYLOAD_XML = "<query xmlns='jabber:iq:version'><name>a</name><version>1</version></query>";

	private final AtomicReference<@Nullable Iq> sent = new AtomicReference<>();

	private final AtomicReference<Supplier<CompletionStage<Iq>>> answer = new AtomicReference<>(CompletableFuture::new);

	private final AtomicReference<@Nullable Jid> self = new AtomicReference<>(BARRACKS);

	private final PayloadCodecs payloads = new PayloadCodecs(List.of(),
			List.of(PayloadCodecProvider.of(List.of(PubSub.CODEC, PubSubOwner.CODEC, SoftwareVersion.CODEC))));

	private final PubSubOperations pubsub = new PubSubTemplate(new IqTemplate((request) -> {
		this.sent.set(request);
		return this.answer.get().get();
	}, this.payloads), this.payloads, this.self::get);

	private final PubSubNode node = this.pubsub.service(SERVICE).node(NODE);

	static List<Method> asyncMethods() {
		return Stream.of(PubSubService.class, PubSubNode.class, PubSubNodeOwner.class)
			.flatMap((type) -> Stream.of(type.getMethods()))
			.filter((method) -> method.getName().endsWith("Async"))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("asyncMethods")
	void asyncFormAsksForTheSame(Method async) throws Exception {
		Method blocking = async.getDeclaringClass()
			.getMethod(async.getName().replace("Async", ""), async.getParameterTypes());
		Object target = Stream.of(service(), node(), node().owner())
			.filter(async.getDeclaringClass()::isInstance)
			.findFirst()
			.orElseThrow();
		Object[] arguments = Stream.of(async.getParameterTypes()).map(PubSubTemplateTests::argument).toArray();
		refuse(StanzaError.of(StanzaErrorCondition.FORBIDDEN));

		assertThatExceptionOfType(InvocationTargetException.class).isThrownBy(() -> blocking.invoke(target, arguments))
			.withCauseInstanceOf(IqErrorException.class);
		Element payload = sent().payload();
		CompletableFuture<?> future = (CompletableFuture<?>) async.invoke(target, arguments);

		assertThat(future).failsWithin(Duration.ofSeconds(10))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IqErrorException.class);
		assertThat(sent().payload()).isEqualTo(payload);
	}

	private static Object argument(Class<?> type) {
		return Stream
			.of(PAYLOAD, NodeConfiguration.builder().title("x").build(),
					SubscriptionOptions.builder().deliver(true).build(), Set.of("1"), List.of(), "1", true, 2,
					FRANCISCO, ResultSet.firstPage(1), SoftwareVersion.class)
			.filter((candidate) -> ClassUtils.isAssignableValue(type, candidate))
			.findFirst()
			.orElseThrow();
	}

	private PubSubNode node() {
		return this.node;
	}

	private PubSubService service() {
		return this.pubsub.service(SERVICE);
	}

	private Iq sent() {
		Iq request = this.sent.get();
		assertThat(request).isNotNull();
		return request;
	}

	private void answer(@Nullable Element payload) {
		this.answer.set(() -> CompletableFuture.completedFuture(sent().result(payload)));
	}

	private void refuse(StanzaError error) {
		this.answer.set(() -> CompletableFuture.completedFuture(sent().error(error)));
	}

	private void assertSent(IqType type, Jid to, Element payload) {
		assertThat(sent().type()).isEqualTo(type);
		assertThat(sent().to()).isEqualTo(to);
		assertThat(Infoset.loose(sent().payload())).isEqualTo(Infoset.loose(payload));
	}

	private static Element pubsub(String content) {
		return Element.parse("<pubsub xmlns='http://jabber.org/protocol/pubsub'>" + content + "</pubsub>");
	}

	private static Element owner(String content) {
		return Element.parse("<pubsub xmlns='http://jabber.org/protocol/pubsub#owner'>" + content + "</pubsub>");
	}

	private static String form(String type, String formType, String field, String value) {
		return "<x xmlns='jabber:x:data' type='" + type + "'><field var='FORM_TYPE' type='hidden'><value>" + formType
				+ "</value></field><field var='" + field + "'><value>" + value + "</value></field></x>";
	}

	@Nested
	class Services {

		@Test
		void instantNodeHasTheNameTheServiceChose() {
			answer(pubsub("<create node='25e3d37dabbab9541f7523321421edc5bfeb2dae'/>"));

			PubSubNode instant = PubSubTemplateTests.this.pubsub.service("pubsub.shakespeare.lit")
				.createInstantNode(null);

			assertThat(instant.name()).isEqualTo("25e3d37dabbab9541f7523321421edc5bfeb2dae");
			assertSent(IqType.SET, SERVICE, pubsub("<create/>"));
		}

		@Test
		void instantNodeWithoutNameIsComplainedOf() {
			answer(null);

			assertThatExceptionOfType(PayloadException.class)
				.isThrownBy(() -> service().createInstantNode(NodeConfiguration.builder().build()))
				.withMessageContaining("<create/>");
		}

		@Test
		void defaultConfigurationIsForOwners() {
			answer(owner("<default>" + form("form", NodeConfiguration.FORM_TYPE, "pubsub#title", "x") + "</default>"));

			NodeConfiguration configuration = service().defaultConfiguration();

			assertThat(configuration.title()).isEqualTo("x");
			assertSent(IqType.GET, SERVICE, owner("<default/>"));
		}

		@Test
		void defaultOptionsAreForSubscribers() {
			answer(pubsub(
					"<default>" + form("form", SubscriptionOptions.FORM_TYPE, "pubsub#deliver", "1") + "</default>"));

			SubscriptionOptions options = service().defaultOptions();

			assertThat(options.deliver()).isTrue();
			assertSent(IqType.GET, SERVICE, pubsub("<default/>"));
		}

		@Test
		void retrievesOwnSubscriptionsAndAffiliations() {
			answer(pubsub("<subscriptions><subscription node='n' jid='francisco@denmark.lit'"
					+ " subscription='unconfigured'/></subscriptions>"));
			assertThat(service().subscriptions())
				.containsExactly(NodeSubscription.of("n", FRANCISCO, SubscriptionState.UNCONFIGURED));
			assertSent(IqType.GET, SERVICE, pubsub("<subscriptions/>"));

			answer(pubsub("<affiliations><affiliation node='n' affiliation='owner'/></affiliations>"));
			assertThat(service().affiliations()).containsExactly(NodeAffiliation.of("n", Affiliation.OWNER));
			assertSent(IqType.GET, SERVICE, pubsub("<affiliations/>"));
		}

		@Test
		void pepIsTheOwnAccountOrThatOfAContact() {
			answer(null);
			PubSubTemplateTests.this.pubsub.pep().node("urn:x").publish(PAYLOAD);
			assertThat(sent().to()).isNull();
			assertThat(PubSubTemplateTests.this.pubsub.pep().address()).isNull();

			answer(pubsub("<items node='urn:x'/>"));
			PubSubTemplateTests.this.pubsub.pep(Jid.of("bernardo@denmark.lit/x")).node("urn:x").items(Element.class);
			assertThat(sent().to()).isEqualTo(Jid.of("bernardo@denmark.lit"));
		}

	}

	@Nested
	class Subscribers {

		private final String subscribed = "<subscription node='princely_musings' jid='francisco@denmark.lit'"
				+ " subid='s' subscription='subscribed'/>";

		@Test
		void bareOwnAddressSubscribes() {
			answer(pubsub(this.subscribed));

			NodeSubscription subscription = node().subscribe();

			assertThat(subscription.isSubscribed()).isTrue();
			assertThat(subscription.id()).isEqualTo("s");
			assertSent(IqType.SET, SERVICE, pubsub("<subscribe node='princely_musings' jid='francisco@denmark.lit'/>"));
		}

		@Test
		void bareAddressOfTheSenderSubscribes() {
			answer(pubsub(this.subscribed));

			service().from(Jid.of("desk.denmark.lit/a")).node(NODE).subscribe();

			assertThat(sent().from()).isEqualTo(Jid.of("desk.denmark.lit/a"));
			assertSent(IqType.SET, SERVICE, pubsub("<subscribe node='princely_musings' jid='desk.denmark.lit'/>"));
		}

		@Test
		void fullAddressOfTheSenderSubscribes() {
			answer(pubsub(this.subscribed));

			service().from(Jid.of("desk.denmark.lit/a")).forFullJid().node(NODE).subscribe();

			assertSent(IqType.SET, SERVICE, pubsub("<subscribe node='princely_musings' jid='desk.denmark.lit/a'/>"));
		}

		@Test
		void fullOwnAddressSubscribes() {
			answer(pubsub(this.subscribed));

			service().forFullJid().node(NODE).subscribe();

			assertSent(IqType.SET, SERVICE,
					pubsub("<subscribe node='princely_musings' jid='francisco@denmark.lit/barracks'/>"));
		}

		@Test
		void namedAddressSubscribes() {
			answer(pubsub(this.subscribed));

			service().forFullJid().node(NODE).subscribe(Jid.of("bernardo@denmark.lit/x"), null);

			assertSent(IqType.SET, SERVICE,
					pubsub("<subscribe node='princely_musings' jid='bernardo@denmark.lit/x'/>"));
		}

		@Test
		void bareOwnAddressUnsubscribes() {
			answer(null);

			node().unsubscribe();

			assertSent(IqType.SET, SERVICE,
					pubsub("<unsubscribe node='princely_musings' jid='francisco@denmark.lit'/>"));
		}

		@Test
		void addressOfTheSenderUnsubscribes() {
			answer(null);

			service().from(Jid.of("desk.denmark.lit/a")).node(NODE).unsubscribe();
			assertSent(IqType.SET, SERVICE, pubsub("<unsubscribe node='princely_musings' jid='desk.denmark.lit'/>"));

			service().from(Jid.of("desk.denmark.lit/a")).forFullJid().node(NODE).unsubscribe();
			assertSent(IqType.SET, SERVICE, pubsub("<unsubscribe node='princely_musings' jid='desk.denmark.lit/a'/>"));
		}

		@Test
		void fullOwnAddressUnsubscribes() {
			answer(null);

			service().forFullJid().node(NODE).unsubscribe();

			assertSent(IqType.SET, SERVICE,
					pubsub("<unsubscribe node='princely_musings' jid='francisco@denmark.lit/barracks'/>"));
		}

		@Test
		void namedAddressUnsubscribesFromOneOfSeveral() {
			answer(null);

			node().unsubscribe(Jid.of("bernardo@denmark.lit"), "s");

			assertSent(IqType.SET, SERVICE,
					pubsub("<unsubscribe node='princely_musings' jid='bernardo@denmark.lit' subid='s'/>"));
		}

		@Test
		void withoutOwnAddressASubscriberMustBeNamed() {
			PubSubTemplateTests.this.self.set(null);

			assertThatIllegalStateException().isThrownBy(() -> node().subscribe());
			assertThat(PubSubTemplateTests.this.sent).hasNullValue();
		}

		@Test
		void subscribesWithOptions() {
			answer(pubsub(this.subscribed));

			node().subscribe(null, SubscriptionOptions.builder().deliver(true).build());

			assertSent(IqType.SET, SERVICE,
					pubsub("<subscribe node='princely_musings' jid='francisco@denmark.lit'/>"
							+ "<options node='princely_musings' jid='francisco@denmark.lit'>"
							+ form("submit", SubscriptionOptions.FORM_TYPE, "pubsub#deliver", "1") + "</options>"));
		}

		@Test
		void getsAndSetsOptions() {
			String deliver = form("submit", SubscriptionOptions.FORM_TYPE, "pubsub#deliver", "0");
			answer(pubsub("<options node='princely_musings' jid='francisco@denmark.lit'>" + deliver + "</options>"));
			SubscriptionOptions options = node().options(null, "s");
			assertThat(options.deliver()).isFalse();
			assertSent(IqType.GET, SERVICE,
					pubsub("<options node='princely_musings' jid='francisco@denmark.lit' subid='s'/>"));

			answer(null);
			node().setOptions(null, null, options);
			assertSent(IqType.SET, SERVICE,
					pubsub("<options node='princely_musings' jid='francisco@denmark.lit'>" + deliver + "</options>"));
		}

		@Test
		void retrievesOwnSubscriptionsAndAffiliationsOfTheNode() {
			answer(pubsub("<subscriptions node='princely_musings'/>"));
			assertThat(node().subscriptions()).isEmpty();
			assertSent(IqType.GET, SERVICE, pubsub("<subscriptions node='princely_musings'/>"));

			answer(pubsub("<affiliations node='princely_musings'/>"));
			assertThat(node().affiliations()).isEmpty();
			assertSent(IqType.GET, SERVICE, pubsub("<affiliations node='princely_musings'/>"));
		}

	}

	@Nested
	class Items {

		@Test
		void retrievesAllAsObjects() {
			answer(pubsub("<items node='princely_musings'><item id='1' publisher='francisco@denmark.lit'>" + PAYLOAD_XML
					+ "</item><item id='2'/></items>"));

			List<PubSubItem<SoftwareVersion>> items = node().items(SoftwareVersion.class);

			assertThat(items).containsExactly(new PubSubItem<>("1", FRANCISCO, PAYLOAD),
					new PubSubItem<>("2", null, null));
			assertSent(IqType.GET, SERVICE, pubsub("<items node='princely_musings'/>"));
		}

		@Test
		void retrievesTheLatest() {
			answer(pubsub("<items node='princely_musings'/>"));

			assertThat(node().items(Element.class, 2)).isEmpty();

			assertSent(IqType.GET, SERVICE, pubsub("<items node='princely_musings' max_items='2'/>"));
		}

		@Test
		void retrievesByIds() {
			answer(pubsub("<items node='princely_musings'/>"));

			assertThat(node().items(Element.class, List.of("1", "2"))).isEmpty();

			assertSent(IqType.GET, SERVICE,
					pubsub("<items node='princely_musings'><item id='1'/><item id='2'/></items>"));
		}

		@Test
		void retrievesOne() {
			answer(pubsub("<items node='princely_musings'><item id='1'>" + PAYLOAD_XML + "</item></items>"));
			assertThat(node().item(SoftwareVersion.class, "1")).map(PubSubItem::payload).hasValue(PAYLOAD);
			assertSent(IqType.GET, SERVICE, pubsub("<items node='princely_musings'><item id='1'/></items>"));

			answer(null);
			assertThat(node().item(SoftwareVersion.class, "1")).isEmpty();
		}

		@Test
		void retrievesAPage() {
			answer(pubsub("<items node='princely_musings'><item id='1'/></items>"
					+ "<set xmlns='http://jabber.org/protocol/rsm'><first index='0'>1</first><last>1</last>"
					+ "<count>19</count></set>"));

			Page<PubSubItem<Element>> page = node().items(Element.class, ResultSet.firstPage(1));

			assertThat(page.items()).extracting(PubSubItem::id).containsExactly("1");
			assertThat(page.set()).isEqualTo(ResultSet.page("1", 0, "1", 19));
			assertSent(IqType.GET, SERVICE, pubsub("<items node='princely_musings'/>"
					+ "<set xmlns='http://jabber.org/protocol/rsm'><max>1</max></set>"));
		}

		@Test
		void payloadOfAnotherNameIsComplainedOfWithTheResponse() {
			answer(pubsub("<items node='princely_musings'><item id='1'><a xmlns='urn:x'/></item></items>"));

			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> node().items(SoftwareVersion.class))
				.satisfies((ex) -> assertThat(ex.getIq()).isNotNull());
		}

		@Test
		void malformedResultIsComplainedOfWithTheResponse() {
			answer(pubsub("<items><item id='1'/></items>"));

			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> node().items(Element.class))
				.withMessageContaining("<items xmlns='http://jabber.org/protocol/pubsub'/>")
				.withMessageContaining("'node'")
				.satisfies((ex) -> assertThat(ex.getIq()).isNotNull());
		}

		@Test
		void typeWithoutCodecIsComplainedOfBeforeAnythingIsSent() {
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> node().items(String.class));
			assertThatIllegalArgumentException().isThrownBy(() -> node().items(Element.class, List.of()));

			assertThat(PubSubTemplateTests.this.sent).hasNullValue();
		}

	}

	@Nested
	class Publishers {

		@Test
		void serviceChoosesTheId() {
			answer(pubsub("<publish node='princely_musings'><item id='chosen'/></publish>"));

			assertThat(node().publish(PAYLOAD)).isEqualTo("chosen");

			assertSent(IqType.SET, SERVICE,
					pubsub("<publish node='princely_musings'><item>" + PAYLOAD_XML + "</item></publish>"));
		}

		@Test
		void publisherChoosesTheId() {
			answer(null);

			assertThat(node().publish("mine", PAYLOAD)).isEqualTo("mine");

			assertSent(IqType.SET, SERVICE,
					pubsub("<publish node='princely_musings'><item id='mine'>" + PAYLOAD_XML + "</item></publish>"));
		}

		@Test
		void nobodyTellsTheId() {
			answer(null);

			assertThat(node().publish(PAYLOAD)).isNull();
		}

		@Test
		void demandsAConfiguration() {
			answer(null);

			node().publish("mine", null,
					NodeConfiguration.builder().accessModel(NodeConfiguration.AccessModel.PRESENCE).build());

			assertSent(IqType.SET, SERVICE,
					pubsub("<publish node='princely_musings'><item id='mine'/></publish><publish-options>"
							+ form("submit", NodeConfiguration.PUBLISH_OPTIONS, "pubsub#access_model", "presence")
							+ "</publish-options>"));
		}

		@Test
		void publishesSeveralOrNothing() {
			answer(pubsub("<publish node='princely_musings'><item id='1'/><item id='2'/></publish>"));
			assertThat(node().publishItems(List.of(Item.of("1"), Item.of(null, null)), null)).containsExactly("1", "2");
			assertSent(IqType.SET, SERVICE, pubsub("<publish node='princely_musings'><item id='1'/><item/></publish>"));

			node().publishItems(List.of(), null);
			assertSent(IqType.SET, SERVICE, pubsub("<publish node='princely_musings'/>"));
		}

		@Test
		void retracts() {
			answer(null);

			node().retract("1");
			assertSent(IqType.SET, SERVICE,
					pubsub("<retract node='princely_musings' notify='true'><item id='1'/></retract>"));

			node().retract(List.of("1", "2"), null);
			assertSent(IqType.SET, SERVICE,
					pubsub("<retract node='princely_musings'><item id='1'/><item id='2'/></retract>"));
		}

	}

	@Nested
	class Owners {

		@Test
		void createsAndConfigures() {
			answer(null);
			node().create();
			assertSent(IqType.SET, SERVICE, pubsub("<create node='princely_musings'/>"));

			node().create(NodeConfiguration.builder().title("x").build());
			assertSent(IqType.SET, SERVICE, pubsub("<create node='princely_musings'/><configure>"
					+ form("submit", NodeConfiguration.FORM_TYPE, "pubsub#title", "x") + "</configure>"));
		}

		@Test
		void getsAndSetsTheConfiguration() {
			answer(owner("<configure node='princely_musings'>"
					+ form("form", NodeConfiguration.FORM_TYPE, "pubsub#title", "x") + "</configure>"));
			NodeConfiguration configuration = node().owner().configuration();
			assertSent(IqType.GET, SERVICE, owner("<configure node='princely_musings'/>"));

			answer(null);
			node().owner().configure(configuration);
			assertSent(IqType.SET, SERVICE, owner("<configure node='princely_musings'>"
					+ form("submit", NodeConfiguration.FORM_TYPE, "pubsub#title", "x") + "</configure>"));
		}

		@Test
		void deletesAndPurges() {
			answer(null);
			node().owner().delete();
			assertSent(IqType.SET, SERVICE, owner("<delete node='princely_musings'/>"));

			node().owner().delete("xmpp:hamlet@denmark.lit?;node=blog");
			assertSent(IqType.SET, SERVICE, owner("<delete node='princely_musings'>"
					+ "<redirect uri='xmpp:hamlet@denmark.lit?;node=blog'/></delete>"));

			node().owner().purge();
			assertSent(IqType.SET, SERVICE, owner("<purge node='princely_musings'/>"));
		}

		@Test
		void managesSubscriptions() {
			String subscriptions = "<subscriptions node='princely_musings'><subscription jid='francisco@denmark.lit'"
					+ " subscription='subscribed'/></subscriptions>";
			answer(owner(subscriptions));
			List<NodeSubscription> known = node().owner().subscriptions();
			assertThat(known).containsExactly(NodeSubscription.of(null, FRANCISCO, SubscriptionState.SUBSCRIBED));
			assertSent(IqType.GET, SERVICE, owner("<subscriptions node='princely_musings'/>"));

			answer(null);
			node().owner().setSubscriptions(known);
			assertSent(IqType.SET, SERVICE, owner(subscriptions));
		}

		@Test
		void managesAffiliations() {
			String affiliations = "<affiliations node='princely_musings'><affiliation jid='francisco@denmark.lit'"
					+ " affiliation='publisher'/></affiliations>";
			answer(owner(affiliations));
			List<NodeAffiliation> known = node().owner().affiliations();
			assertThat(known).containsExactly(NodeAffiliation.of(FRANCISCO, Affiliation.PUBLISHER));
			assertSent(IqType.GET, SERVICE, owner("<affiliations node='princely_musings'/>"));

			answer(null);
			node().owner().setAffiliations(known);
			assertSent(IqType.SET, SERVICE, owner(affiliations));
		}

		@Test
		void otherAnswerIsComplainedOf() {
			answer(owner("<purge node='princely_musings'/>"));

			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> node().owner().affiliations())
				.withMessageContaining("<affiliations/>");
		}

	}

	@Nested
	class Failures {

		@Test
		void reasonOfTheServiceIsTyped() {
			refuse(StanzaError.of(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED)
				.withApplicationCondition(PubSubError.unsupported("purge-nodes").toElement()));

			assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> node().owner().purge())
				.satisfies((ex) -> assertThat(PubSubError.from(ex)).hasValue(PubSubError.unsupported("purge-nodes")));
		}

		@Test
		void futureFailsWithTheSameException() {
			refuse(StanzaError.of(StanzaErrorCondition.FORBIDDEN));

			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> node().itemsAsync(Element.class).get())
				.withCauseInstanceOf(IqErrorException.class);
		}

		@Test
		void cancellingTheFutureGivesTheRequestUp() {
			CompletableFuture<Iq> response = new CompletableFuture<>();
			PubSubTemplateTests.this.answer.set(() -> response);

			node().subscribeAsync().cancel(false);

			assertThat(response).isCancelled();
		}

	}

}
