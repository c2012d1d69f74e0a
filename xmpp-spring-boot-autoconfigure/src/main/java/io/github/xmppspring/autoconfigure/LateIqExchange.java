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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Leads through filters to an exchange. All of them are looked for once, at the first
 * request at the latest. If there is no exchange, nothing that a peer may ask for is
 * supported.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LateIqExchange implements IqExchange {

	private final SingletonSupplier<IqExchange> target;

	LateIqExchange(Supplier<? extends @Nullable IqExchange> target,
			Supplier<? extends List<? extends IqFilter>> filters) {
		this.target = SingletonSupplier.of(() -> {
			IqExchange exchange = target.get();
			return IqFilter.chain(filters.get(), (exchange != null) ? exchange : LateIqExchange::refuse);
		});
	}

	private static CompletionStage<Iq> refuse(Iq request) {
		return CompletableFuture.completedFuture(request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
	}

	/**
	 * Looks for the filters and the exchange now: when the application has stopped, it
	 * would make them anew.
	 */
	void find() {
		this.target.obtain();
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		return this.target.obtain().exchange(request);
	}

}
