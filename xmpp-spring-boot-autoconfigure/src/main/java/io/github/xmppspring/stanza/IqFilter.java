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

package io.github.xmppspring.stanza;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Stands before an {@link IqExchange} and sees every request and its response: for
 * observation, access rules, limits. It may answer itself, change either stanza, or pass
 * both on; it must not change the order of requests.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface IqFilter {

	/**
	 * Handles a request.
	 * @param request the request
	 * @param next the rest of the way
	 * @return the response, as {@link IqExchange#exchange(Iq)} gives it
	 */
	CompletionStage<Iq> exchange(Iq request, IqExchange next);

	/**
	 * Puts filters before an exchange.
	 * @param filters the filters; the first sees a request first
	 * @param exchange the exchange
	 * @return an exchange that goes through all filters
	 */
	static IqExchange chain(List<? extends IqFilter> filters, IqExchange exchange) {
		IqExchange chain = exchange;
		for (int i = filters.size() - 1; i >= 0; i--) {
			IqFilter filter = filters.get(i);
			IqExchange next = chain;
			chain = (request) -> filter.exchange(request, next);
		}
		return chain;
	}

}
