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

package io.github.xmppspring.template;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqProgress;

/**
 * An exchange whose responses a test gives, and that forgets a request when its future
 * ends, as a connection does.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ControlledExchange implements IqExchange {

	private final Map<CompletableFuture<Iq>, Iq> pending = new ConcurrentHashMap<>();

	private final List<CompletableFuture<Iq>> futures = new CopyOnWriteArrayList<>();

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		CompletableFuture<Iq> response = new SentFuture();
		this.pending.put(response, request);
		this.futures.add(response);
		response.whenComplete((iq, failure) -> this.pending.remove(response));
		return response;
	}

	int pending() {
		return this.pending.size();
	}

	int sent() {
		return this.futures.size();
	}

	CompletableFuture<Iq> future() {
		return this.futures.get(this.futures.size() - 1);
	}

	Iq request() {
		return this.pending.values().iterator().next();
	}

	void forgetFutures() {
		this.futures.clear();
	}

	private static final class SentFuture extends CompletableFuture<Iq> implements IqProgress.Aware {

		@Override
		public IqProgress progress() {
			return IqProgress.SENT;
		}

	}

}
