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

package io.github.xmppspring.disco;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.caps.VerificationString;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.disco.DiscoItems.Item;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.WorkerTask;
import io.github.xmppspring.template.IqExchangeException;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;
import io.github.xmppspring.xml.Element;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DiscoTemplate}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DiscoTemplateTests {

	private static final Jid JULIET = Jid.of("juliet@example.org/balcony");

	private static final Jid NURSE = Jid.of("nurse@example.org/kitchen");

	private static final DiscoInfo INFO = DiscoInfo.builder()
		.identity("client", "pc", null)
		.feature("urn:xmpp:ping")
		.build();

	private static final DiscoInfo OTHER_INFO = DiscoInfo.builder().identity("client", "phone", null).build();

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	private final DiscoTemplate disco = template(DiscoCacheSettings.DEFAULT, Duration.ofSeconds(30));

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void infoIsAskedForAndKept() throws Exception {
		CompletableFuture<DiscoInfo> first = this.disco.infoAsync(JULIET);
		this.asked.get(0).answer(INFO);

		assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(INFO);
		assertThat(this.disco.info(JULIET)).isEqualTo(INFO);
		assertThat(this.disco.supports(JULIET, "urn:xmpp:ping")).isTrue();
		assertThat(this.disco.supports(JULIET, "urn:example:other")).isFalse();
		assertThat(this.asked).hasSize(1);
		assertThat(this.asked.get(0).request().to()).isEqualTo(JULIET);
	}

	@Test
	void oneRequestIsSharedByAllWhoAskTheSame() {
		CompletableFuture<DiscoInfo> first = this.disco.infoAsync(JULIET);
		CompletableFuture<Boolean> second = this.disco.supportsAsync(JULIET, "urn:xmpp:ping");
		CompletableFuture<DiscoInfo> ofNode = this.disco.infoAsync(JULIET, "n");
		CompletableFuture<DiscoInfo> ofOther = this.disco.infoAsync(NURSE);

		assertThat(this.asked).hasSize(3);
		this.asked.forEach((question) -> question.answer(INFO));

		assertThat(first).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
		assertThat(second).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
		assertThat(ofNode).succeedsWithin(5, TimeUnit.SECONDS);
		assertThat(ofOther).succeedsWithin(5, TimeUnit.SECONDS);
	}

	@Test
	void whoGivesUpLeavesTheRequestToTheOthers() {
		CompletableFuture<DiscoInfo> first = this.disco.infoAsync(JULIET);
		CompletableFuture<DiscoInfo> second = this.disco.infoAsync(JULIET);

		first.cancel(false);
		this.asked.get(0).answer(INFO);

		assertThat(second).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
	}

	// The one thread of the executor waits here, so the answer must come without it
	@Test
	void listenerMayWaitOnTheThreadOfTheExecutor() {
		CompletableFuture<DiscoInfo> pending = this.disco.infoAsync(JULIET);
		CompletableFuture<DiscoInfo> waiting = CompletableFuture.supplyAsync(() -> this.disco.info(JULIET),
				this.executor);

		this.asked.get(0).answer(INFO);

		assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
		assertThat(pending).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
	}

	@Test
	void futureFailsIfThreadIsNeverFree() {
		DiscoTemplate rejected = template(DiscoCacheSettings.DEFAULT, Duration.ofSeconds(5),
				(task) -> ((WorkerTask) task).reject(new RejectedExecutionException("test")));
		CompletableFuture<DiscoInfo> info = rejected.infoAsync(JULIET);

		this.asked.get(0).answer(INFO);

		assertThat(info).isCompletedExceptionally()
			.failsWithin(5, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(IqExchangeException.class);
	}

	@Test
	void failureIsNotKept() {
		CompletableFuture<DiscoInfo> first = this.disco.infoAsync(JULIET);
		this.asked.get(0).refuse(StanzaErrorCondition.FORBIDDEN);
		assertThat(first).failsWithin(5, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(IqErrorException.class);

		CompletableFuture<DiscoInfo> second = this.disco.infoAsync(JULIET);
		this.asked.get(1).answer(INFO);

		assertThat(second).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
	}

	@Test
	void malformedInfoIsTold() {
		CompletableFuture<DiscoInfo> info = this.disco.infoAsync(JULIET);
		this.asked.get(0)
			.answer(Element.parse("<query xmlns='http://jabber.org/protocol/disco#info'><feature/></query>"));

		assertThat(info).failsWithin(5, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(PayloadException.class);
	}

	@Test
	void answerIsForgottenAfterAWhile() {
		DiscoTemplate disco = template(new DiscoCacheSettings(10, Duration.ofMillis(1), 10, 10),
				Duration.ofSeconds(30));
		disco.infoAsync(JULIET);
		this.asked.get(0).answer(INFO);

		Awaitility.await().untilAsserted(() -> {
			disco.infoAsync(JULIET);
			assertThat(this.asked).hasSizeGreaterThan(1);
		});
	}

	@Test
	void noMoreAnswersAreKeptThanAllowed() {
		DiscoTemplate disco = template(new DiscoCacheSettings(2, Duration.ofMinutes(1), 2, 2), Duration.ofSeconds(30));
		List<Jid> peers = IntStream.range(0, 10).mapToObj((i) -> Jid.of("p" + i + ".example.org")).toList();

		for (int round = 0; round < 2; round++) {
			peers.forEach((peer) -> {
				disco.infoAsync(peer);
				this.asked.get(this.asked.size() - 1).answer(INFO);
			});
		}

		assertThat(this.asked).hasSizeGreaterThanOrEqualTo(18);
	}

	@Test
	void forgottenPeerIsAskedAgain() {
		this.disco.infoAsync(JULIET);
		this.asked.get(0).answer(INFO);

		this.disco.forget(JULIET);

		this.disco.infoAsync(JULIET);
		assertThat(this.asked).hasSize(2);
	}

	@Test
	void peerThatIsGoneIsAskedAgain() {
		this.disco.infoAsync(JULIET);
		this.disco.infoAsync(NURSE);
		this.asked.forEach((question) -> question.answer(INFO));

		this.disco.accept(Presence.unavailable().from(JULIET).build());

		this.disco.infoAsync(JULIET);
		this.disco.infoAsync(NURSE);
		assertThat(this.asked).extracting((question) -> question.request().to()).containsExactly(JULIET, NURSE, JULIET);
	}

	@Test
	void newStreamForgetsAllPeers() {
		this.disco.accept(announcing(JULIET, capabilities(INFO)));
		this.disco.infoAsync(JULIET);
		this.asked.get(0).answer(INFO);

		this.disco.forgetAll();

		this.disco.infoAsync(JULIET);
		assertThat(this.asked).hasSize(2);
		assertThat(node(1)).isNull();
	}

	@Test
	void refusalsMeanThatNothingIsSupported() {
		for (StanzaErrorCondition condition : List.of(StanzaErrorCondition.SERVICE_UNAVAILABLE,
				StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED, StanzaErrorCondition.ITEM_NOT_FOUND)) {
			CompletableFuture<Boolean> support = this.disco.supportsAsync(JULIET, "urn:xmpp:ping");
			this.asked.get(this.asked.size() - 1).refuse(condition);

			assertThat(support).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(false);
		}
		CompletableFuture<Boolean> support = this.disco.supportsAsync(JULIET, "urn:xmpp:ping");
		this.asked.get(this.asked.size() - 1).refuse(StanzaErrorCondition.REMOTE_SERVER_NOT_FOUND);
		assertThat(support).failsWithin(5, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(IqErrorException.class);
	}

	@Test
	void timeoutMeansThatNobodyKnows() {
		DiscoTemplate disco = template(DiscoCacheSettings.DEFAULT, Duration.ofMillis(10));

		assertThatExceptionOfType(IqTimeoutException.class).isThrownBy(() -> disco.supports(JULIET, "urn:xmpp:ping"));
		assertThat(disco.supportsAsync(JULIET, "urn:xmpp:ping")).failsWithin(5, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(IqTimeoutException.class);
	}

	@Test
	void verifiedCapabilitiesAreSharedByAllWhoAnnounceThem() {
		EntityCapabilities capabilities = capabilities(INFO);
		this.disco.accept(announcing(JULIET, capabilities));
		this.disco.accept(announcing(NURSE, capabilities));

		CompletableFuture<DiscoInfo> first = this.disco.infoAsync(JULIET);
		assertThat(node(0)).isEqualTo(capabilities.infoNode());
		this.asked.get(0).answer(INFO.withNode(capabilities.infoNode()));

		assertThat(first).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
		assertThat(this.disco.info(NURSE)).isEqualTo(INFO);
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void unverifiedCapabilitiesAreOfThatPeerOnly() {
		EntityCapabilities capabilities = capabilities(INFO);
		this.disco.accept(announcing(JULIET, capabilities));
		this.disco.accept(announcing(NURSE, capabilities));

		CompletableFuture<DiscoInfo> first = this.disco.infoAsync(JULIET);
		this.asked.get(0).answer(OTHER_INFO);
		CompletableFuture<DiscoInfo> second = this.disco.infoAsync(NURSE);
		this.asked.get(1).answer(INFO);

		assertThat(first).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(OTHER_INFO);
		assertThat(second).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
	}

	@Test
	void peerThatShowsFeaturesOfOthersAsAFormDoesNotTakeThemAway() {
		DiscoInfo truth = DiscoInfo.builder()
			.identity("client", "pc", null)
			.features(List.of("urn:a", "urn:b", "urn:c"))
			.build();
		DiscoInfo lie = DiscoInfo.builder()
			.identity("client", "pc", null)
			.feature("urn:a")
			.form(DataForm.builder(DataForm.Type.RESULT, "urn:b").texts("urn:c", List.of()).build())
			.build();
		assertThat(capabilities(lie)).isEqualTo(capabilities(truth));
		this.disco.accept(announcing(JULIET, capabilities(truth)));
		this.disco.accept(announcing(NURSE, capabilities(truth)));

		this.disco.infoAsync(JULIET);
		this.asked.get(0).answer(lie);
		CompletableFuture<Boolean> support = this.disco.supportsAsync(NURSE, "urn:c");
		this.asked.get(1).answer(truth);

		assertThat(support).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(true);
	}

	@Test
	void formsThatHaveNoPartInTheHashAreNotGivenToOthers() {
		this.disco.accept(announcing(JULIET, capabilities(INFO)));
		this.disco.accept(announcing(NURSE, capabilities(INFO)));

		this.disco.infoAsync(JULIET);
		this.asked.get(0)
			.answer(Element.parse("<query xmlns='http://jabber.org/protocol/disco#info'>"
					+ "<identity category='client' type='pc'/><feature var='urn:xmpp:ping'/>"
					+ "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE'><value>urn:a</value></field></x>"
					+ "</query>"));
		CompletableFuture<DiscoInfo> other = this.disco.infoAsync(NURSE);

		assertThat(other).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
	}

	@Test
	void endlessCapabilitiesAreNotKept() {
		this.disco.accept(announcing(JULIET, EntityCapabilities.of("sha-1", "n".repeat(2000), "v")));

		this.disco.infoAsync(JULIET);

		assertThat(node(0)).isNull();
	}

	@Test
	void peerThatDoesNotKnowTheNodeItAnnouncedIsAskedWithoutIt() {
		this.disco.accept(announcing(JULIET, capabilities(INFO)));

		CompletableFuture<DiscoInfo> info = this.disco.infoAsync(JULIET);
		this.asked.get(0).refuse(StanzaErrorCondition.ITEM_NOT_FOUND);
		assertThat(node(1)).isNull();
		this.asked.get(1).answer(INFO);

		assertThat(info).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(INFO);
	}

	@Test
	void otherCapabilitiesAreAskedForAgain() {
		this.disco.accept(announcing(JULIET, capabilities(INFO)));
		this.disco.infoAsync(JULIET);
		this.asked.get(0).answer(INFO);

		this.disco.accept(announcing(JULIET, capabilities(OTHER_INFO)));

		this.disco.infoAsync(JULIET);
		assertThat(node(1)).isEqualTo(capabilities(OTHER_INFO).infoNode());
	}

	@Test
	void sameCapabilitiesAgainChangeNothing() {
		EntityCapabilities unverifiable = EntityCapabilities.of("sha-1", "n", "v");
		this.disco.accept(announcing(JULIET, unverifiable));
		this.disco.infoAsync(JULIET);
		this.asked.get(0).answer(INFO);

		this.disco.accept(announcing(JULIET, unverifiable));

		this.disco.infoAsync(JULIET);
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void legacyAndMalformedCapabilitiesAreNoNodes() {
		this.disco.accept(Presence.available()
			.from(JULIET)
			.extension(Element.parse("<c xmlns='http://jabber.org/protocol/caps' node='n' ver='1.0'/>"))
			.build());
		this.disco.accept(Presence.available()
			.from(NURSE)
			.extension(Element.parse("<c xmlns='http://jabber.org/protocol/caps'/>"))
			.build());

		this.disco.infoAsync(JULIET);
		this.disco.infoAsync(NURSE);

		assertThat(node(0)).isNull();
		assertThat(node(1)).isNull();
	}

	@Test
	void itemsAreAskedForEachTime() {
		DiscoItems items = DiscoItems.of("n", List.of(Item.of(JULIET, null)));

		for (int i = 0; i < 2; i++) {
			CompletableFuture<DiscoItems> found = this.disco.itemsAsync(JULIET, "n");
			this.asked.get(i).answer(DiscoItems.CODEC.write(items));
			assertThat(found).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(items);
		}
	}

	@Test
	void pageOfItemsIsAskedFor() {
		CompletableFuture<Page<Item>> page = this.disco.itemsAsync(JULIET, null, ResultSet.firstPage(1));
		this.asked.get(0).answerPage(1, 3);

		assertThat(this.asked.get(0).itemsRequest().set()).isEqualTo(ResultSet.firstPage(1));
		assertThat(page).succeedsWithin(5, TimeUnit.SECONDS)
			.satisfies((items) -> assertThat(items.hasNext()).isTrue())
			.satisfies((items) -> assertThat(items.total()).isEqualTo(3));
	}

	@Test
	void allPagesArePutTogether() {
		CompletableFuture<List<Item>> items = this.disco.allItemsAsync(JULIET, null, 1000);
		this.asked.get(0).answerPage(100, 250);
		this.asked.get(1).answerPage(100, 250);
		this.asked.get(2).answerPage(50, 250);

		assertThat(items).succeedsWithin(5, TimeUnit.SECONDS).satisfies((all) -> assertThat(all).hasSize(250));
		assertThat(this.asked).hasSize(3);
		assertThat(this.asked.get(1).itemsRequest().set()).isEqualTo(ResultSet.pageAfter("99", 100));
	}

	@Test
	void noMoreItemsAreTakenThanWanted() {
		CompletableFuture<List<Item>> items = this.disco.allItemsAsync(JULIET, null, 120);
		this.asked.get(0).answerPage(100, 250);
		assertThat(this.asked.get(1).itemsRequest().set().max()).isEqualTo(20);
		this.asked.get(1).answerPage(100, 250);

		assertThat(items).succeedsWithin(5, TimeUnit.SECONDS).satisfies((all) -> assertThat(all).hasSize(120));
		assertThat(this.asked).hasSize(2);
		assertThatIllegalArgumentException().isThrownBy(() -> this.disco.allItems(JULIET, null, 0));
	}

	@Test
	void whoKnowsNoPagesGivesEverything() {
		CompletableFuture<List<Item>> items = this.disco.allItemsAsync(JULIET, null, 1000);
		this.asked.get(0)
			.answer(DiscoItems.CODEC.write(DiscoItems.of(null, List.of(Item.of(JULIET, null), Item.of(NURSE, null)))));

		assertThat(items).succeedsWithin(5, TimeUnit.SECONDS).satisfies((all) -> assertThat(all).hasSize(2));
	}

	@Test
	void whoGivesUpGetsNoFurtherPages() {
		CompletableFuture<List<Item>> items = this.disco.allItemsAsync(JULIET, null, 1000);

		items.cancel(false);
		this.asked.get(0).answerPage(100, 250);

		assertThat(this.asked).hasSize(1);
	}

	@Test
	void givenUpRequestForItemsIsCancelled() {
		this.disco.itemsAsync(JULIET).cancel(false);

		assertThat(this.asked.get(0).response()).isCancelled();
	}

	private DiscoTemplate template(DiscoCacheSettings cache, Duration timeout) {
		return template(cache, timeout, this.executor);
	}

	private DiscoTemplate template(DiscoCacheSettings cache, Duration timeout, Executor executor) {
		PayloadCodecs codecs = new PayloadCodecs(List.of(DiscoInfo.CODEC, DiscoItems.CODEC), List.of());
		IqTemplate operations = new IqTemplate((request) -> {
			Asked question = new Asked(request, new CompletableFuture<>());
			this.asked.add(question);
			return question.response();
		}, codecs, IqTemplateSettings.DEFAULT.withExecutor(Runnable::run).withTimeout(timeout));
		return new DiscoTemplate(operations, cache, executor);
	}

	private @Nullable String node(int index) {
		return this.asked.get(index).request().payload().attribute("node");
	}

	private static EntityCapabilities capabilities(DiscoInfo info) {
		return EntityCapabilities.of("sha-1", "http://example.org/client", VerificationString.of(info).hash("sha-1"));
	}

	private static Presence announcing(Jid peer, EntityCapabilities capabilities) {
		return Presence.available().from(peer).extension(EntityCapabilities.CODEC.write(capabilities)).build();
	}

	private record Asked(Iq request, CompletableFuture<Iq> response) {

		void answer(DiscoInfo info) {
			answer(DiscoInfo.CODEC.write(info));
		}

		void answer(Element payload) {
			this.response.complete(this.request.result(payload));
		}

		void refuse(StanzaErrorCondition condition) {
			this.response.complete(this.request.error(condition));
		}

		DiscoItems itemsRequest() {
			return DiscoItems.CODEC.read(this.request.payload());
		}

		void answerPage(int size, int total) {
			ResultSet asked = itemsRequest().set();
			int first = (asked.after() != null) ? Integer.parseInt(asked.after()) + 1 : 0;
			List<Item> items = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				items.add(Item.of(Jid.of("i" + (first + i) + ".example.org"), null));
			}
			ResultSet page = ResultSet.page(String.valueOf(first), first, String.valueOf(first + size - 1), total);
			answer(DiscoItems.CODEC.write(new DiscoItems(null, items, page, Extensions.NONE)));
		}

	}

}
