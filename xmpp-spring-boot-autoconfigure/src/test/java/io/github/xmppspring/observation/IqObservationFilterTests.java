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

package io.github.xmppspring.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.github.xmppspring.connection.IqConnectionLostException;
import io.github.xmppspring.connection.NotConnectedException;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IqClientObservationFilter} and {@link IqServerObservationFilter}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ParameterizedClass
@EnumSource
class IqObservationFilterTests {

	private static final Iq REQUEST = Iq.get(Element.of("urn:xmpp:ping", "ping"))
		.id("1")
		.from("juliet@example.org/balcony")
		.to("romeo@example.org/orchard")
		.build();

	@Parameter
	private Side side;

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final List<Observation.Context> stopped = new ArrayList<>();

	private final IqPayloadNames payloads = new IqPayloadNames(new PayloadCodecs(List.of(Ping.CODEC), List.of()),
			() -> null);

	@BeforeEach
	void listen() {
		this.registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

			@Override
			public void onStop(Observation.Context context) {
				IqObservationFilterTests.this.stopped.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof IqObservationContext;
			}

		});
	}

	@Test
	void resultIsSuccess() {
		Iq reply = exchange(CompletableFuture.completedFuture(REQUEST.result())).join();

		assertThat(reply).isEqualTo(REQUEST.result());
		assertKeys("get", "{urn:xmpp:ping}ping", "SUCCESS", "none");
		assertThat(context().getError()).isNull();
		assertThat(context().getContextualName()).isEqualTo("iq get {urn:xmpp:ping}ping");
	}

	@Test
	void errorIsErrorWithItsCondition() {
		exchange(CompletableFuture.completedFuture(REQUEST.error(StanzaErrorCondition.ITEM_NOT_FOUND)));

		assertKeys("get", "{urn:xmpp:ping}ping", "ERROR", "item-not-found");
		assertThat(context().getError()).isNull();
	}

	@Test
	void failureSaysWhatKindOfFailure() {
		Stream
			.of(new Case(new IqConnectionLostException("lost", null), "CONNECTION_LOST"),
					new Case(new CompletionException(new NotConnectedException("away", null)), "CONNECTION_LOST"),
					new Case(new IllegalStateException("other"), "FAILED"))
			.forEach((failed) -> {
				this.stopped.clear();

				CompletableFuture<Iq> reply = exchange(CompletableFuture.failedFuture(failed.failure()));

				assertThat(reply).isCompletedExceptionally();
				assertKeys("get", "{urn:xmpp:ping}ping", failed.outcome(), "none");
				assertThat(context().getError()).isSameAs(IqOutcome.unwrap(failed.failure()));
			});
	}

	@Test
	void timeoutDoesNotTellWhoWasAsked() {
		IqTimeoutException failure = new IqTimeoutException(REQUEST, Duration.ofSeconds(1), IqProgress.SENT);

		CompletableFuture<Iq> reply = exchange(CompletableFuture.failedFuture(failure));

		assertThat(reply).isCompletedExceptionally();
		assertKeys("get", "{urn:xmpp:ping}ping", "TIMEOUT", "none");
		assertThat(context().getError()).isExactlyInstanceOf(IqTimeoutException.class)
			.hasMessage("No response within 1000 ms; the request was " + IqProgress.SENT)
			.hasNoCause();
		assertThat(context().getError().getStackTrace()).isEqualTo(failure.getStackTrace());
		assertThat(failure).hasMessageContaining("romeo@example.org");
	}

	@Test
	void exchangeThatThrowsHasFailed() {
		IllegalStateException failure = new IllegalStateException("thrown");
		IqFilter filter = filter(this.registry);

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> filter.exchange(REQUEST, (request) -> {
			throw failure;
		})).isSameAs(failure);

		assertKeys("get", "{urn:xmpp:ping}ping", "FAILED", "none");
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@Test
	@SuppressWarnings("NullAway")
	void exchangeWithoutStageHasFailed() {
		IqFilter filter = filter(this.registry);

		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> filter.exchange(REQUEST, (request) -> null));

		assertKeys("get", "{urn:xmpp:ping}ping", "FAILED", "none");
	}

	@Test
	void givingUpIsCancelledAndNoError() {
		CompletableFuture<Iq> answer = new CompletableFuture<>();
		CompletableFuture<Iq> reply = exchange(answer);

		reply.cancel(false);

		assertThat(answer).isCancelled();
		assertKeys("get", "{urn:xmpp:ping}ping", "CANCELLED", "none");
		assertThat(context().getError()).isNull();
	}

	@Test
	void cancelledSourceIsCancelled() {
		CompletableFuture<Iq> reply = exchange(CompletableFuture.failedFuture(new CancellationException()));

		assertThat(reply).isCompletedExceptionally();
		assertKeys("get", "{urn:xmpp:ping}ping", "CANCELLED", "none");
	}

	@Test
	void lastsUntilThereIsAReply() {
		CompletableFuture<Iq> answer = new CompletableFuture<>();
		CompletableFuture<Iq> reply = exchange(answer);
		assertThat(reply).isNotDone();
		assertThat(this.stopped).isEmpty();

		answer.complete(REQUEST.result());

		assertThat(reply).isCompleted();
		assertKeys("get", "{urn:xmpp:ping}ping", "SUCCESS", "none");
	}

	@Test
	void payloadThatNobodyKnowsIsUnknown() {
		Iq request = Iq.set(Element.of("urn:example:random", "r4nd0m")).id("1").build();

		filter(this.registry).exchange(request, (iq) -> CompletableFuture.completedFuture(iq.result()));

		assertKeys("set", "UNKNOWN", "SUCCESS", "none");
		assertThat(context().getContextualName()).isEqualTo("iq set");
	}

	@Test
	void requestGoesOnInScopeThatIsClosedAfterwards() {
		Observation parent = Observation.start("parent", this.registry);
		parent.scoped(() -> filter(this.registry).exchange(REQUEST, (request) -> {
			Observation current = this.registry.getCurrentObservation();
			assertThat(current).isNotNull();
			assertThat(current.getContext()).isInstanceOf(IqObservationContext.class);
			assertThat(current.getContext().getParentObservation()).isSameAs(parent);
			return CompletableFuture.completedFuture(request.result());
		}));
		parent.stop();

		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@Test
	void addressesAreTold() {
		exchange(CompletableFuture.completedFuture(REQUEST.result()));
		assertThat(context().getHighCardinalityKeyValues()).isEmpty();
		this.stopped.clear();

		this.side.filter(this.registry, this.payloads, null, true)
			.exchange(REQUEST.withId(null), (request) -> CompletableFuture.completedFuture(REQUEST.result()));

		assertThat(context().getHighCardinalityKeyValues()).containsExactlyInAnyOrder(
				KeyValue.of("xmpp.jid.from", "juliet@example.org/balcony"),
				KeyValue.of("xmpp.jid.to", "romeo@example.org/orchard"), KeyValue.of("xmpp.iq.id", "1"));
	}

	@Test
	void addressesThatAreNotThereAreNotTold() {
		Iq request = Iq.get(Element.of("urn:xmpp:ping", "ping")).build();

		this.side.filter(this.registry, this.payloads, null, true)
			.exchange(request, (iq) -> CompletableFuture.completedFuture(iq.result()));

		assertThat(context().getHighCardinalityKeyValues()).isEmpty();
	}

	@Test
	void withoutListenerNothingIsAddedToTheWay() {
		CompletableFuture<Iq> answer = new CompletableFuture<>();

		assertThat(filter(ObservationRegistry.NOOP).exchange(REQUEST, (request) -> answer)).isSameAs(answer);
		assertThat(filter(ObservationRegistry.create()).exchange(REQUEST, (request) -> answer)).isSameAs(answer);
	}

	@Test
	void whatIsSwitchedOffIsNotObserved() {
		CompletableFuture<Iq> answer = new CompletableFuture<>();
		this.registry.observationConfig().observationPredicate((name, context) -> !name.startsWith("xmpp.iq."));

		assertThat(filter(this.registry).exchange(REQUEST, (request) -> answer)).isSameAs(answer);
	}

	@Test
	void customConventionReplacesDefault() {
		this.side.filter(this.registry, this.payloads, "own", false)
			.exchange(REQUEST, (request) -> CompletableFuture.completedFuture(request.result()));

		assertThat(context().getName()).isEqualTo("own");
		assertThat(context().getLowCardinalityKeyValues()).isEmpty();
	}

	@Test
	void conventionOfRegistryReplacesDefault() {
		this.registry.observationConfig().observationConvention(new Global());

		exchange(CompletableFuture.completedFuture(REQUEST.result()));

		assertThat(context().getName()).isEqualTo("global");
	}

	@Test
	void stanzaCarriesNoTrace() {
		exchange(CompletableFuture.completedFuture(REQUEST.result()));

		if (context() instanceof SenderContext<?> sender) {
			assertThat(this.side).isEqualTo(Side.CLIENT);
			assertThat(sender.getKind()).isEqualTo(Kind.CLIENT);
			((IqClientObservationContext) sender).getSetter().set(REQUEST, "traceparent", "00-1-2-01");
		}
		else {
			ReceiverContext<?> receiver = (ReceiverContext<?>) context();
			assertThat(receiver.getKind()).isEqualTo(Kind.SERVER);
			assertThat(((IqServerObservationContext) receiver).getGetter().get(REQUEST, "id")).isNull();
		}
	}

	@Test
	void documentationNamesWhatIsTold() {
		this.side.filter(this.registry, this.payloads, null, true)
			.exchange(REQUEST, (request) -> CompletableFuture.completedFuture(request.result()));

		assertThat(context().getLowCardinalityKeyValues().stream().map(KeyValue::getKey)).containsExactlyInAnyOrder(
				Stream.of(IqLowCardinalityKeyNames.values()).map((key) -> key.asString()).toArray(String[]::new));
		assertThat(context().getHighCardinalityKeyValues().stream().map(KeyValue::getKey)).containsExactlyInAnyOrder(
				Stream.of(IqHighCardinalityKeyNames.values()).map((key) -> key.asString()).toArray(String[]::new));
	}

	private IqFilter filter(ObservationRegistry registry) {
		return this.side.filter(registry, this.payloads, null, false);
	}

	private CompletableFuture<Iq> exchange(CompletionStage<Iq> answer) {
		IqExchange next = (request) -> answer;
		return filter(this.registry).exchange(REQUEST, next).toCompletableFuture();
	}

	private Observation.Context context() {
		assertThat(this.stopped).hasSize(1);
		return this.stopped.get(0);
	}

	private void assertKeys(String type, String payload, String outcome, String condition) {
		assertThat(context().getName()).isEqualTo(this.side.observation);
		assertThat(context().getLowCardinalityKeyValues()).containsExactlyInAnyOrder(KeyValue.of("type", type),
				KeyValue.of("payload", payload), KeyValue.of("outcome", outcome), KeyValue.of("condition", condition));
	}

	private record Case(Throwable failure, String outcome) {

	}

	enum Side {

		CLIENT("xmpp.iq.client") {

			@Override
			IqFilter filter(ObservationRegistry registry, IqPayloadNames payloads, @Nullable String ownName,
					boolean addresses) {
				IqClientObservationConvention own = (ownName != null) ? new OwnClientConvention(ownName) : null;
				return new IqClientObservationFilter(registry, payloads, own,
						new DefaultIqClientObservationConvention(addresses));
			}

		},

		SERVER("xmpp.iq.server") {

			@Override
			IqFilter filter(ObservationRegistry registry, IqPayloadNames payloads, @Nullable String ownName,
					boolean addresses) {
				IqServerObservationConvention own = (ownName != null) ? new OwnServerConvention(ownName) : null;
				return new IqServerObservationFilter(registry, payloads, own,
						new DefaultIqServerObservationConvention(addresses));
			}

		};

		private final String observation;

		Side(String observation) {
			this.observation = observation;
		}

		abstract IqFilter filter(ObservationRegistry registry, IqPayloadNames payloads, @Nullable String ownName,
				boolean addresses);

	}

	private static final class Global implements GlobalObservationConvention<Observation.Context> {

		@Override
		public String getName() {
			return "global";
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	private record OwnClientConvention(String name) implements IqClientObservationConvention {

		@Override
		public String getName() {
			return this.name;
		}

	}

	private record OwnServerConvention(String name) implements IqServerObservationConvention {

		@Override
		public String getName() {
			return this.name;
		}

	}

}
