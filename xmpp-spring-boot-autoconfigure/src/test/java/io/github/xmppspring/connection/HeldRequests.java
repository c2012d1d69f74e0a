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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import org.awaitility.Awaitility;

/**
 * Takes requests of peers and answers them when the test says so.
 *
 * @author XMPP for Spring Boot contributors
 */
final class HeldRequests implements IqExchange {

	private final List<Held> requests = Collections.synchronizedList(new ArrayList<>());

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		Held held = new Held(request, new CompletableFuture<>());
		this.requests.add(held);
		return held.response();
	}

	/**
	 * Waits for a request.
	 * @param index how many came before it
	 * @return the request
	 */
	Held await(int index) {
		awaitCount(index + 1);
		return this.requests.get(index);
	}

	void awaitCount(int count) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.requests.size() >= count);
	}

	int count() {
		return this.requests.size();
	}

	/**
	 * Answers all requests with their own payload.
	 */
	void answerAll() {
		List.copyOf(this.requests).forEach(Held::answer);
	}

	/**
	 * A request that waits for its answer.
	 *
	 * @param request the request
	 * @param response takes the answer
	 */
	record Held(Iq request, CompletableFuture<Iq> response) {

		void answer() {
			this.response.complete(this.request.result(this.request.payload()));
		}

	}

}
