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
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqFilter;

/**
 * The way that all requests of a template go.
 *
 * @param filters the filters on the way
 * @param exchange the exchange at the end
 * @param deadlines watches the time
 * @author XMPP for Spring Boot contributors
 */
record IqWay(List<IqFilter> filters, IqExchange exchange, Deadlines deadlines) {

	/**
	 * Passes a request through the filters.
	 * @param request the request
	 * @param end the end of the way for this request
	 * @return the response
	 */
	CompletionStage<Iq> pass(Iq request, IqExchange end) {
		return this.filters.isEmpty() ? end.exchange(request) : IqFilter.chain(this.filters, end).exchange(request);
	}

}
