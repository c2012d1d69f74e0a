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

package io.github.xmppspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.ReceptionIqFilter;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LateIqExchange}.
 *
 * @author XMPP for Spring Boot contributors
 */
class LateIqExchangeTests {

	private static final Iq REQUEST = Iq.get(Element.of("urn:a", "a")).id("1").build();

	@Test
	void looksForTargetOnceAndNotBeforeFirstRequest() {
		AtomicInteger looked = new AtomicInteger();
		IqExchange target = (request) -> CompletableFuture.completedFuture(request.result());
		LateIqExchange exchange = new LateIqExchange(() -> {
			looked.incrementAndGet();
			return target;
		}, List::of);
		assertThat(looked).hasValue(0);

		exchange.exchange(REQUEST);
		Iq response = exchange.exchange(REQUEST).toCompletableFuture().join();

		assertThat(looked).hasValue(1);
		assertThat(response).isEqualTo(REQUEST.result());
	}

	@Test
	void withoutTargetNothingIsSupported() {
		LateIqExchange exchange = new LateIqExchange(() -> null, List::of);

		Iq response = exchange.exchange(REQUEST).toCompletableFuture().join();

		assertThat(response).isEqualTo(REQUEST.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
	}

	@Test
	void filtersStandBeforeTargetInTheirOrderAndBeforeRefusal() {
		List<String> seen = new ArrayList<>();
		List<ReceptionIqFilter> filters = List.of((request, next) -> {
			seen.add("first");
			return next.exchange(request);
		}, (request, next) -> {
			seen.add("second");
			return next.exchange(request);
		});

		LateIqExchange exchange = new LateIqExchange(() -> null, () -> filters);

		assertThat(exchange.exchange(REQUEST).toCompletableFuture())
			.isCompletedWithValue(REQUEST.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
		assertThat(seen).containsExactly("first", "second");
	}

}
