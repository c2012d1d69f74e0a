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

package io.github.xmppspring.connection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link IqCorrelator}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqCorrelatorTests {

	private static final OwnAddresses SELF = new ClientAddress(Jid.of("me@x.test/r"));

	private final IqCorrelator correlator = new IqCorrelator(false);

	@ParameterizedTest
	@CsvSource({ //
			",              ,              true", //
			",              me@x.test,     true", //
			",              x.test,        true", //
			",              me@x.test/r,   true", //
			",              evil@y.test,   false", //
			",              other@x.test,  false", //
			",              me@x.test/q,   false", //
			"bob@y.test/z,  bob@y.test/z,  true", //
			"bob@y.test/z,  BOB@Y.test/z,  true", //
			"bob@y.test/z,  bob@y.test,    false", //
			"bob@y.test/z,  y.test,        false", //
			"bob@y.test/z,  ,              false", //
			"bob@y.test/z,  me@x.test,     false", //
			"bob@y.test/z,  x.test,        false", //
			"bob@y.test,    bob@y.test/a,  false", //
			"y.test,        bob@y.test,    false", //
			"y.test,        y.test,        true", //
			"me@x.test,     ,              true", //
			"me@x.test,     me@x.test,     true", //
			"x.test,        x.test,        true", //
			"me@x.test/r,   me@x.test/r,   true", //
			"me@x.test/q,   me@x.test/q,   true", //
			"me@x.test/q,   ,              false" })
	void responseIsTakenFromTheAskedEntityOnly(@Nullable String to, @Nullable String from, boolean taken) {
		PendingIq request = register("1", to);

		this.correlator.complete(result("1", from), SELF);

		assertThat(request.isDone()).isEqualTo(taken);
		assertThat(this.correlator.size()).isEqualTo(taken ? 0 : 1);
		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(0, 0, 0, taken ? 0 : 1));
	}

	@Test
	void requestIsForgottenBeforeItsCallbacksRun() {
		CompletableFuture<Integer> pending = register("1", "bob@y.test/z")
			.thenApply((response) -> this.correlator.size());

		this.correlator.complete(result("1", "bob@y.test/z"), SELF);

		assertThat(pending).isCompletedWithValue(0);
	}

	@Test
	void requestGoesOnWaitingAfterAForgedResponse() {
		PendingIq request = register("1", "bob@y.test/z");
		Iq response = result("1", "bob@y.test/z");

		this.correlator.complete(result("1", "evil@z.test"), SELF);
		this.correlator.complete(response, SELF);

		assertThat(request).isCompletedWithValue(response);
	}

	@ParameterizedTest
	@CsvSource({ ", true", "me@x.test, true", "x.test, true", "y.test, true", "bob@y.test, false", "z.test, false" })
	void errorOfAServerIsTakenIfLenient(@Nullable String from, boolean taken) {
		IqCorrelator lenient = new IqCorrelator(true);
		PendingIq request = pending("1", "bob@y.test/z");
		lenient.register(request, SELF);

		lenient.complete(error("1", from), SELF);

		assertThat(request.isDone()).isEqualTo(taken);
	}

	@Test
	void resultOfAServerIsNotTakenEvenIfLenient() {
		IqCorrelator lenient = new IqCorrelator(true);
		PendingIq request = pending("1", "bob@y.test/z");
		lenient.register(request, SELF);

		lenient.complete(result("1", "y.test"), SELF);

		assertThat(request).isNotDone();
	}

	@Test
	void requestThatHasEndedBeforeIsNotKept() {
		PendingIq request = pending("1", null);
		request.cancel(false);

		this.correlator.register(request, SELF);

		assertThat(this.correlator.size()).isZero();
	}

	@Test
	void requestIsForgottenHoweverItEnds() {
		register("1", null).complete(result("1", null));
		register("2", null).completeExceptionally(new IllegalStateException("test"));
		register("3", null).cancel(false);
		register("4", null).completeAsync(() -> result("4", null), Runnable::run);
		register("5", null).orTimeout(1, TimeUnit.MILLISECONDS).exceptionally((ex) -> result("5", null)).join();
		register("6", null).completeOnTimeout(result("6", null), 1, TimeUnit.MILLISECONDS).join();

		await().untilAsserted(() -> assertThat(this.correlator.size()).isZero());
	}

	@Test
	void listenerIsToldOnceHoweverTheRequestEnds() {
		List<Object> told = new ArrayList<>();
		PendingIq answered = told("1", told);
		this.correlator.complete(result("1", null), SELF);
		answered.cancel(false);
		told("2", told).completeExceptionally(new IllegalStateException("test"));
		told("3", told).cancel(false);
		told("4", told).complete(result("4", null));
		told("5", told).completeAsync(() -> result("5", null), Runnable::run);

		assertThat(told).hasSize(5).first().isEqualTo(result("1", null));
		assertThat(told.get(1)).isInstanceOf(IllegalStateException.class);
		assertThat(told.get(2)).isInstanceOf(CancellationException.class);
		assertThat(told.get(3)).isEqualTo(result("4", null));
		assertThat(told.get(4)).isEqualTo(result("5", null));
	}

	@Test
	void listenerIsRefusedWhereItWouldNotBeTold() {
		List<Object> told = new ArrayList<>();
		PendingIq ended = register("1", null);
		ended.cancel(false);
		PendingIq taken = told("2", told);

		assertThat(ended.tell((response, failure) -> told.add("late"))).isFalse();
		assertThat(taken.tell((response, failure) -> told.add("second"))).isFalse();
		this.correlator.complete(result("2", null), SELF);
		assertThat(told).containsExactly(result("2", null));
	}

	@Test
	void listenerThatFailsDoesNotReachTheStream() {
		PendingIq request = register("1", null);
		request.tell((response, failure) -> {
			throw new IllegalStateException("expected");
		});

		this.correlator.complete(result("1", null), SELF);

		assertThat(request).isCompletedWithValue(result("1", null));
		assertThat(this.correlator.size()).isZero();
	}

	@Test
	void requestGetsItsIdWhenItIsSent() {
		PendingIq request = pending("1", "bob@y.test/z");

		assertThat(request.request().id()).isNull();
		assertThat(request.outgoing()).isEqualTo(request.request().mutate().id("1").build());
	}

	@Test
	void lateResponseIsCounted() {
		PendingIq request = register("1", null);
		request.cancel(false);

		this.correlator.complete(result("1", null), SELF);

		assertThat(this.correlator.size()).isZero();
		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(1, 0, 0, 0));
	}

	@Test
	void responseThatComesWhileItsRequestIsGivenUpIsLate() {
		PendingIq request = register("1", null);
		request.whenComplete((response, ex) -> this.correlator.complete(result("1", null), SELF));

		request.cancel(false);

		assertThat(this.correlator.size()).isZero();
		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(1, 0, 0, 0));
	}

	@Test
	void secondResponseIsCountedAndIgnored() {
		PendingIq request = register("1", null);
		Iq first = result("1", null);

		this.correlator.complete(first, SELF);
		this.correlator.complete(result("1", "me@x.test"), SELF);

		assertThat(request).isCompletedWithValue(first);
		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(0, 1, 0, 0));
	}

	@Test
	void responseAfterALateOneIsADuplicate() {
		PendingIq request = register("1", "bob@y.test/z");
		request.completeExceptionally(new IqConnectionLostException("test", null));

		this.correlator.complete(result("1", "bob@y.test/z"), SELF);
		this.correlator.complete(result("1", "bob@y.test/z"), SELF);

		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(1, 1, 0, 0));
	}

	@Test
	void responseOfWhoWasNotAskedIsUnmatched() {
		register("1", "bob@y.test/z").cancel(false);

		this.correlator.complete(result("1", "eve@y.test"), SELF);
		this.correlator.complete(result("2", "bob@y.test/z"), SELF);
		this.correlator.complete(Iq.builder(IqType.RESULT).build(), SELF);

		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(0, 0, 3, 0));
	}

	@Test
	void malformedResponseIsAResponse() {
		register("1", "bob@y.test/z");
		MalformedStanzaException malformed = malformed(
				"<iq xmlns='jabber:client' type='result' id='1' from='bob@y.test/z'><a xmlns='u'/><b xmlns='u'/></iq>");

		this.correlator.fail(malformed, SELF);
		this.correlator.fail(malformed, SELF);

		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(0, 1, 0, 0));
	}

	@Test
	void requestIsForgottenWhenOthersNeedItsPlace() {
		register("first", null).cancel(false);
		for (int i = 0; i < 50 * EndedRequests.CAPACITY; i++) {
			register("id-" + i, null).cancel(false);
		}

		this.correlator.complete(result("first", null), SELF);

		assertThat(this.correlator.ignored()).isEqualTo(new IgnoredResponses(0, 0, 1, 0));
	}

	@Test
	void sameIdMayBeUsedForDifferentEntities() {
		PendingIq bob = register("1", "bob@y.test/z");
		PendingIq eve = register("1", "eve@y.test/z");
		PendingIq server = register("1", null);

		this.correlator.complete(result("1", "eve@y.test/z"), SELF);

		assertThat(eve).isCompleted();
		assertThat(bob).isNotDone();
		assertThat(server).isNotDone();
		this.correlator.complete(result("1", "bob@y.test/z"), SELF);
		this.correlator.complete(result("1", null), SELF);
		assertThat(bob).isCompleted();
		assertThat(server).isCompleted();
		assertThat(this.correlator.size()).isZero();
	}

	@Test
	void sameIdToTheSameEntityIsRefused() {
		PendingIq first = register("1", "bob@y.test/z");

		assertThatIllegalStateException().isThrownBy(() -> register("1", "bob@y.test/z"));

		this.correlator.complete(result("1", "bob@y.test/z"), SELF);
		assertThat(first).isCompleted();
		assertThat(this.correlator.size()).isZero();
	}

	@Test
	void malformedResponseFailsItsRequest() {
		PendingIq request = register("1", "bob@y.test/z");
		MalformedStanzaException malformed = malformed(
				"<iq xmlns='jabber:client' type='result' id='1' from='bob@y.test/z'><a xmlns='u'/><b xmlns='u'/></iq>");

		this.correlator.fail(malformed, SELF);

		assertThat(request).isCompletedExceptionally();
		assertThatExceptionOfType(java.util.concurrent.CompletionException.class).isThrownBy(request::join)
			.withCause(malformed);
	}

	@Test
	void malformedResponseOfSomebodyElseIsIgnored() {
		PendingIq request = register("1", "bob@y.test/z");

		this.correlator.fail(malformed(
				"<iq xmlns='jabber:client' type='result' id='1' from='e@y.test'><a xmlns='u'/><b xmlns='u'/></iq>"),
				SELF);

		assertThat(request).isNotDone();
		assertThat(this.correlator.ignored().spoofed()).isEqualTo(1);
	}

	@Test
	void failAllFailsEverythingAndLeavesNothing() {
		List<PendingIq> requests = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			requests.add(register("" + i % 100, "bob" + i + "@y.test"));
		}

		this.correlator.failAll(new IqConnectionLostException("test", null));

		assertThat(requests).allMatch(PendingIq::isCompletedExceptionally);
		assertThat(this.correlator.size()).isZero();
	}

	@Test
	void chainedRequestsAreRemovedInAnyOrder() {
		List<PendingIq> requests = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			requests.add(register("1", "bob" + i + "@y.test"));
		}
		Collections.shuffle(requests, new java.util.Random(42));

		for (int i = 0; i < 49; i++) {
			requests.get(i).cancel(false);
		}

		assertThat(requests.get(49)).isNotDone();
		assertThat(this.correlator.size()).isEqualTo(1);
		requests.get(49).cancel(false);
		assertThat(this.correlator.size()).isZero();
	}

	@Test
	void registeredRequestCountsAsSent() {
		PendingIq request = pending("1", null);
		assertThat(request.progress()).isEqualTo(IqProgress.NOT_SENT);

		this.correlator.register(request, SELF);

		assertThat(request.progress()).isEqualTo(IqProgress.SENT);
	}

	private PendingIq register(String id, @Nullable String to) {
		PendingIq request = pending(id, to);
		this.correlator.register(request, SELF);
		return request;
	}

	private PendingIq told(String id, List<Object> told) {
		PendingIq request = register(id, null);
		assertThat(request.tell((response, failure) -> told.add((failure != null) ? failure : response))).isTrue();
		return request;
	}

	private static PendingIq pending(String id, @Nullable String to) {
		return new PendingIq(Iq.get(Element.of("urn:example:q", "q")).to((to != null) ? Jid.of(to) : null).build(), id);
	}

	private static Iq result(String id, @Nullable String from) {
		return Iq.builder(IqType.RESULT).id(id).from((from != null) ? Jid.of(from) : null).build();
	}

	private static Iq error(String id, @Nullable String from) {
		return Iq.builder(IqType.ERROR)
			.id(id)
			.from((from != null) ? Jid.of(from) : null)
			.error(StanzaError.of(StanzaErrorCondition.ITEM_NOT_FOUND))
			.build();
	}

	private static MalformedStanzaException malformed(String xml) {
		try {
			Iq.from(Element.parse(xml));
		}
		catch (MalformedStanzaException ex) {
			return ex;
		}
		throw new AssertionError("Not malformed");
	}

}
