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

import java.util.concurrent.CompletionStage;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.ReceptionIqFilter;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.util.Assert;

/**
 * Observes the requests of peers from their arrival, so that those are seen too that are
 * refused, or answered without a handler of the application. Without an observation
 * handler it costs nothing.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 * @see IqServerObservationDocumentation
 */
public final class IqServerObservationFilter implements ReceptionIqFilter, PriorityOrdered {

	private final ObservationRegistry registry;

	private final IqPayloadNames payloads;

	private final @Nullable IqServerObservationConvention customConvention;

	private final IqServerObservationConvention defaultConvention;

	/**
	 * Creates a filter.
	 * @param registry where observations go
	 * @param payloads names payloads
	 * @param customConvention names and describes observations, or {@code null}
	 * @param defaultConvention does so if there is no custom convention, and none in the
	 * registry
	 */
	public IqServerObservationFilter(ObservationRegistry registry, IqPayloadNames payloads,
			@Nullable IqServerObservationConvention customConvention, IqServerObservationConvention defaultConvention) {
		Assert.notNull(registry, "'registry' must not be null");
		Assert.notNull(payloads, "'payloads' must not be null");
		Assert.notNull(defaultConvention, "'defaultConvention' must not be null");
		this.registry = registry;
		this.payloads = payloads;
		this.customConvention = customConvention;
		this.defaultConvention = defaultConvention;
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request, IqExchange next) {
		if (this.registry.isNoop()) {
			return next.exchange(request);
		}
		IqServerObservationContext context = new IqServerObservationContext(request, this.payloads.nameOf(request));
		Observation observation = IqServerObservationDocumentation.IQ_SERVER_REQUESTS.observation(this.customConvention,
				this.defaultConvention, () -> context, this.registry);
		return IqObservations.observe(observation, context, next);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
