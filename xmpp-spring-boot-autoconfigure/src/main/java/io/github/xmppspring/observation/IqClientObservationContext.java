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

import io.github.xmppspring.stanza.Iq;
import io.micrometer.observation.transport.RequestReplySenderContext;

/**
 * The context of the observation of a request that the application sends. XMPP has no
 * place for the identity of a trace in a stanza, so the peer does not get it.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqClientObservationContext extends RequestReplySenderContext<Iq, Iq>
		implements IqObservationContext {

	private final Iq request;

	private final String payload;

	private IqOutcome outcome = IqOutcome.UNKNOWN;

	/**
	 * Creates a context.
	 * @param request the request
	 * @param payload what its payload is called, of a bounded set of names
	 */
	public IqClientObservationContext(Iq request, String payload) {
		super((carrier, key, value) -> {
		});
		this.request = request;
		this.payload = payload;
		setCarrier(request);
	}

	@Override
	public Iq getRequest() {
		return this.request;
	}

	@Override
	public String getPayload() {
		return this.payload;
	}

	@Override
	public IqOutcome getOutcome() {
		return this.outcome;
	}

	@Override
	public void setOutcome(IqOutcome outcome) {
		this.outcome = outcome;
	}

}
