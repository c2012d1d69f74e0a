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

package io.github.xmppspring.handler;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.xmppspring.handler.Tickets.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link IqDispatcher}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqDispatcherTests {

	private final HandlerContext context = new HandlerContext(Desk.class, Responder.class);

	@BeforeEach
	void refresh() {
		this.context.refresh();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	@DisplayName("U1: unknown namespace is service-unavailable, without text")
	void unknownNamespaceIsServiceUnavailable() {
		Iq request = Tickets.request(Iq.get(Element.of("urn:example:unknown", "list")));

		assertThat(this.context.exchange(request))
			.isEqualTo(request.error(StanzaError.of(StanzaErrorCondition.SERVICE_UNAVAILABLE)));
	}

	@Test
	@DisplayName("U1: unknown namespace is what the policy says")
	void unknownNamespaceIsAsPolicySays() {
		IqDispatcher dispatcher = new IqDispatcher(this.context.mapping(),
				new IqErrorPolicy(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED, false));
		Iq request = Tickets.request(Iq.get(Element.of("urn:example:unknown", "list")));

		assertThat(dispatcher.exchange(request))
			.isCompletedWithValue(request.error(StanzaError.of(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED)));
	}

	@Test
	void policyIsOneOfTwoConditions() {
		assertThatIllegalArgumentException().isThrownBy(() -> new IqErrorPolicy(StanzaErrorCondition.GONE, false));
	}

	@Test
	@DisplayName("U1, U6: known namespace and name but wrong type is feature-not-implemented")
	void wrongTypeIsFeatureNotImplemented() {
		Iq request = Tickets.set("list");

		assertThat(this.context.exchange(request))
			.isEqualTo(request.error(StanzaError.of(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED)));
	}

	@Test
	@DisplayName("U1: known namespace but unknown name is feature-not-implemented")
	void unknownNameIsFeatureNotImplemented() {
		Iq request = Tickets.get("unknown");

		assertThat(this.context.exchange(request))
			.isEqualTo(request.error(StanzaErrorCondition.FEATURE_NOT_IMPLEMENTED));
	}

	@Test
	void payloadWithoutNamespaceIsServiceUnavailable() {
		Iq request = Tickets.request(Iq.get(Element.of("", "list")));

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
	}

	@Test
	@DisplayName("U5: responses never reach a handler")
	void responsesNeverReachHandler() {
		Iq result = Tickets.get("list").result(Tickets.element("list", ""));

		CompletionStage<Iq> reply = this.context.dispatcher().exchange(result);

		assertThat(reply.toCompletableFuture()).isCompletedExceptionally();
		assertThat(this.context.bean(Desk.class).calls).isZero();
	}

	@Test
	@DisplayName("A4: no id is invented for a request without one")
	void requestWithoutIdGetsReplyWithoutId() {
		assertThat(this.context.exchange(Tickets.get("list").withId(null)).id()).isNull();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER_ANSWERS")
	@DisplayName("R5: whatever a responder does wrong, there is one reply")
	void misbehavingResponderGivesOneReply(Misbehaviour misbehaviour) {
		this.context.bean(Responder.class).misbehaviour = misbehaviour;
		Iq request = Tickets.get("misbehave");

		assertThat(this.context.exchange(request)).isEqualTo(request.error(StanzaErrorCondition.INTERNAL_SERVER_ERROR));
	}

	@Test
	void handlersMayBlockButMissesDoNot() {
		IqDispatcher dispatcher = this.context.dispatcher();

		assertThat(dispatcher.isNonBlocking(Tickets.get("list"))).isFalse();
		assertThat(dispatcher.isNonBlocking(Tickets.get("misbehave"))).isTrue();
		assertThat(dispatcher.isNonBlocking(Tickets.get("unknown"))).isTrue();
	}

	@Test
	void descriptionHasNothingOfRequest() {
		assertThat(this.context.dispatcher().describe(Tickets.get("unknown"))).isEqualTo("without a mapping");
		assertThat(this.context.dispatcher().describe(Tickets.get("list"))).contains("Desk.list()");
	}

	@Test
	void callsAreCountedByMapping() {
		this.context.exchange(Tickets.get("list"));
		this.context.exchange(Tickets.get("list"));
		this.context.exchange(Tickets.set("list"));

		assertThat(info("list").calls()).isEqualTo(2);
		assertThat(info("list").errors()).isZero();
		assertThat(info("misbehave").calls()).isZero();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER_ANSWERS")
	void errorsAreCountedByMapping(Misbehaviour misbehaviour) {
		this.context.bean(Responder.class).misbehaviour = misbehaviour;

		this.context.exchange(Tickets.get("misbehave"));

		assertThat(info("misbehave").calls()).isOne();
		assertThat(info("misbehave").errors()).isOne();
	}

	@Test
	void callThatIsCalledOffIsAnError() {
		this.context.bean(Responder.class).misbehaviour = Misbehaviour.NEVER_ANSWERS;

		this.context.dispatcher().exchange(Tickets.get("misbehave")).toCompletableFuture().cancel(false);

		assertThat(info("misbehave").errors()).isOne();
	}

	private IqMappingInfo info(String name) {
		return this.context.mapping()
			.mappings()
			.stream()
			.filter((info) -> name.equals(info.mapping().name()))
			.findFirst()
			.orElseThrow();
	}

	@IqHandler(NAMESPACE)
	static class Desk {

		private int calls;

		@IqHandler(name = "list", type = IqType.GET)
		void list() {
			this.calls++;
		}

	}

	enum Misbehaviour {

		RETURNS_NULL, COMPLETES_WITH_NULL, THROWS, FAILS, ANSWERS_WITH_REQUEST, THROWS_ERROR, NEVER_ANSWERS

	}

	static class Responder implements IqResponder {

		private @Nullable Misbehaviour misbehaviour;

		@Override
		public Set<IqMapping> mappings() {
			return Set.copyOf(List.of(new IqMapping(IqType.GET, NAMESPACE, "misbehave")));
		}

		@Override
		public boolean isNonBlocking() {
			return true;
		}

		@Override
		@SuppressWarnings("NullAway")
		public CompletionStage<Iq> exchange(Iq request) {
			switch (this.misbehaviour) {
				case RETURNS_NULL -> {
					return null;
				}
				case COMPLETES_WITH_NULL -> {
					return CompletableFuture.completedFuture(null);
				}
				case FAILS -> {
					return CompletableFuture.failedFuture(new LinkageError());
				}
				case ANSWERS_WITH_REQUEST -> {
					return CompletableFuture.completedFuture(request);
				}
				case NEVER_ANSWERS -> {
					return new CompletableFuture<>();
				}
				case THROWS_ERROR -> throw new StackOverflowError();
				default -> throw new IllegalStateException();
			}
		}

	}

}
