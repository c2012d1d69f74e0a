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

package io.github.xmppspring.metrics;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.IgnoredResponses;
import io.github.xmppspring.connection.ReconnectReason;
import io.github.xmppspring.connection.RefusalRule;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.HandlerStatistics;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Meters of a connection and of what takes its stanzas. What passes its streams is
 * measured by {@link XmppStreamMetrics}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 * @see XmppMeterDocumentation
 */
public final class XmppMetrics implements MeterBinder, AutoCloseable {

	private final XmppConnection connection;

	private final @Nullable OrderedIqExchange handlers;

	private final @Nullable StanzaReception reception;

	private final Iterable<Tag> tags;

	private final List<Meters> bound = new CopyOnWriteArrayList<>();

	/**
	 * Creates the metrics. They measure nothing before they are bound to a registry.
	 * @param connection the connection
	 * @param handlers the way to the handlers, or {@code null} for none
	 * @param reception the way of messages and presence to listeners, or {@code null} for
	 * none
	 * @param tags added to all meters; several connections in one registry need some
	 */
	public XmppMetrics(XmppConnection connection, @Nullable OrderedIqExchange handlers,
			@Nullable StanzaReception reception, Iterable<Tag> tags) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(tags, "'tags' must not be null");
		this.connection = connection;
		this.handlers = handlers;
		this.reception = reception;
		this.tags = tags;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters meters = new Meters(registry, this.tags);
		this.bound.add(meters);
		bindConnection(meters);
		bindResponses(meters);
		if (this.handlers != null) {
			bindHandlers(meters, this.handlers);
		}
		if (this.reception != null) {
			meters.gauge(XmppMeterDocumentation.LISTENERS_QUEUED, this.reception, StanzaReception::pending);
			meters.counter(XmppMeterDocumentation.STANZAS_REFUSED, this.reception, StanzaReception::dropped,
					"overload");
		}
	}

	private void bindConnection(Meters meters) {
		for (ConnectionState state : ConnectionState.values()) {
			meters.gauge(XmppMeterDocumentation.CONNECTION_STATE, this.connection,
					(connection) -> (connection.status().state() == state) ? 1 : 0, value(state));
		}
		meters.gauge(XmppMeterDocumentation.CONNECTION_DRAINING, this.connection,
				(connection) -> connection.isDraining() ? 1 : 0);
		meters.counter(XmppMeterDocumentation.CONNECTION_CONNECTS, this.connection,
				(connection) -> connection.statistics().connects());
		for (ReconnectReason reason : ReconnectReason.values()) {
			meters.counter(XmppMeterDocumentation.CONNECTION_RECONNECTS, this.connection,
					(connection) -> connection.statistics().reconnects(reason), reason.value());
		}
		for (RefusalRule rule : RefusalRule.values()) {
			meters.counter(XmppMeterDocumentation.STANZAS_REFUSED, this.connection,
					(connection) -> connection.statistics().refused(rule), rule.value());
		}
		this.connection.addListener(new StepTimer(meters));
	}

	private static String value(ConnectionState state) {
		return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private void bindResponses(Meters meters) {
		meters.gauge(XmppMeterDocumentation.REQUESTS_PENDING, this.connection,
				(connection) -> connection.statistics().pendingRequests());
		bindIgnored(meters, "late", IgnoredResponses::late);
		bindIgnored(meters, "duplicate", IgnoredResponses::duplicate);
		bindIgnored(meters, "unmatched", IgnoredResponses::unmatched);
		bindIgnored(meters, "spoofed", IgnoredResponses::spoofed);
	}

	private void bindIgnored(Meters meters, String reason, ToDoubleFunction<IgnoredResponses> count) {
		meters.counter(XmppMeterDocumentation.RESPONSES_IGNORED, this.connection,
				(connection) -> count.applyAsDouble(connection.statistics().ignored()), reason);
	}

	private static void bindHandlers(Meters meters, OrderedIqExchange handlers) {
		bindRequests(meters, XmppMeterDocumentation.HANDLERS_QUEUED, handlers, HandlerStatistics::queued);
		bindRequests(meters, XmppMeterDocumentation.HANDLERS_ACTIVE, handlers, HandlerStatistics::active);
		bindRequests(meters, XmppMeterDocumentation.HANDLERS_LIMIT, handlers, HandlerStatistics::limit);
		bindRejected(meters, handlers, "overload", HandlerStatistics::overloaded);
		bindRejected(meters, handlers, "timeout", HandlerStatistics::expired);
		bindRejected(meters, handlers, "stopping", HandlerStatistics::stopped);
	}

	private static void bindRequests(Meters meters, XmppMeterDocumentation meter, OrderedIqExchange handlers,
			ToDoubleFunction<HandlerStatistics> value) {
		meters.gauge(meter, handlers, (exchange) -> value.applyAsDouble(exchange.statistics()));
	}

	private static void bindRejected(Meters meters, OrderedIqExchange handlers, String reason,
			ToDoubleFunction<HandlerStatistics> count) {
		meters.counter(XmppMeterDocumentation.HANDLERS_REJECTED, handlers,
				(exchange) -> count.applyAsDouble(exchange.statistics()), reason);
	}

	/**
	 * Removes the meters from their registries.
	 */
	@Override
	public void close() {
		this.bound.forEach(Meters::remove);
		this.bound.clear();
	}

	/**
	 * Records how long steps take. Their names are those of the application and its
	 * libraries.
	 *
	 * @param meters the meters of one registry
	 */
	private record StepTimer(Meters meters) implements ConnectionListener {

		@Override
		public void stepEnded(NegotiationStep step) {
			if (!this.meters.isRemoved()) {
				this.meters
					.timer(XmppMeterDocumentation.CONNECTION_NEGOTIATION, step.name(),
							(step.failure() == null) ? "success" : "failure")
					.record(step.duration());
			}
		}

	}

}
