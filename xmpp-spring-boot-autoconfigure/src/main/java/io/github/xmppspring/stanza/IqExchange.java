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

import java.util.concurrent.CompletionStage;

/**
 * One direction of the IQ conversation: a request goes in, exactly one response comes out
 * (RFC 6120, 8.2.3).
 * <p>
 * The connection is an exchange, towards the network; the dispatcher is one, towards the
 * handlers. What the two have in common is an {@link IqFilter}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface IqExchange {

	/**
	 * Exchanges a request for its response. Does not block.
	 * @param request a stanza of type get or set
	 * @return a stage that completes with the response, a stanza of type result or error,
	 * or exceptionally with an {@link XmppException} if none can come any more.
	 * Cancelling it gives the request up
	 */
	CompletionStage<Iq> exchange(Iq request);

}
