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

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * The meters, with all that there is to know about them. Their tags have few values, and
 * none of them comes from a peer.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum XmppMeterDocumentation implements MeterDocumentation {

	/**
	 * Whether the connection is in a state.
	 */
	CONNECTION_STATE("xmpp.connection.state", Meter.Type.GAUGE, null, "1 for the state of the connection, 0 for others",
			TagKey.STATE),

	/**
	 * Whether requests of peers are refused for now.
	 */
	CONNECTION_DRAINING("xmpp.connection.draining", Meter.Type.GAUGE, null,
			"1 while requests of peers are refused, else 0"),

	/**
	 * How often a stream was negotiated.
	 */
	CONNECTION_CONNECTS("xmpp.connection.connects", Meter.Type.COUNTER, null, "Streams that were negotiated"),

	/**
	 * How often a connection was tried again.
	 */
	CONNECTION_RECONNECTS("xmpp.connection.reconnects", Meter.Type.COUNTER, null,
			"Further attempts to connect, by how the stream or the attempt before has ended", TagKey.REASON),

	/**
	 * How long the steps of attempts to connect take.
	 */
	CONNECTION_NEGOTIATION("xmpp.connection.negotiation", Meter.Type.TIMER, "seconds",
			"Time that each step of an attempt to connect takes", TagKey.STEP, TagKey.OUTCOME),

	/**
	 * For how long nothing has passed.
	 */
	CONNECTION_IDLE("xmpp.connection.idle", Meter.Type.GAUGE, "seconds",
			"Time since bytes have passed; not a number before the first", TagKey.DIRECTION),

	/**
	 * How many bytes have passed.
	 */
	CONNECTION_TRAFFIC("xmpp.connection.traffic", Meter.Type.COUNTER, BaseUnits.BYTES,
			"Bytes on the network, TLS included", TagKey.DIRECTION),

	/**
	 * How many stanzas have passed, and how long they were.
	 */
	FRAME_SIZE("xmpp.frame.size", Meter.Type.DISTRIBUTION_SUMMARY, BaseUnits.BYTES,
			"Lengths of stanzas and of other parts of the stream, without TLS; their count is that of stanzas",
			TagKey.DIRECTION, TagKey.KIND),

	/**
	 * What was not taken.
	 */
	STANZAS_REFUSED("xmpp.stanzas.refused", Meter.Type.COUNTER, null,
			"What was not taken from the server, by the rule that forbids it", TagKey.RULE),

	/**
	 * How many requests wait for their response.
	 */
	REQUESTS_PENDING("xmpp.requests.pending", Meter.Type.GAUGE, null, "Requests that wait for their response"),

	/**
	 * Responses that nobody was waiting for.
	 */
	RESPONSES_IGNORED("xmpp.responses.ignored", Meter.Type.COUNTER, null,
			"Responses for which no request was waiting, or that are not from who was asked", TagKey.REASON),

	/**
	 * How many requests of peers wait for their handler.
	 */
	HANDLERS_QUEUED("xmpp.handlers.queued", Meter.Type.GAUGE, null, "Requests of peers that wait for their handler"),

	/**
	 * How many requests of peers are with their handler.
	 */
	HANDLERS_ACTIVE("xmpp.handlers.active", Meter.Type.GAUGE, null,
			"Requests of peers that are with their handler, also while its stage is not complete"),

	/**
	 * The bound of both.
	 */
	HANDLERS_LIMIT("xmpp.handlers.limit", Meter.Type.GAUGE, null,
			"The most requests of peers that may wait for their handler or be with it"),

	/**
	 * Requests that were not answered by their handler.
	 */
	HANDLERS_REJECTED("xmpp.handlers.rejected", Meter.Type.COUNTER, null,
			"Requests of peers that were answered with an error in place of their handler", TagKey.REASON),

	/**
	 * How many messages and presences wait for listeners.
	 */
	LISTENERS_QUEUED("xmpp.listeners.queued", Meter.Type.GAUGE, null,
			"Messages and presence that wait for listeners or are with them");

	private final String name;

	private final Meter.Type type;

	private final @Nullable String baseUnit;

	private final String description;

	private final TagKey[] keys;

	XmppMeterDocumentation(String name, Meter.Type type, @Nullable String baseUnit, String description,
			TagKey... keys) {
		this.name = name;
		this.type = type;
		this.baseUnit = baseUnit;
		this.description = description;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public @Nullable String getBaseUnit() {
		return this.baseUnit;
	}

	/**
	 * What the meter tells.
	 * @return a description for people
	 */
	public String getDescription() {
		return this.description;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	/**
	 * The names of tags.
	 */
	public enum TagKey implements KeyName {

		/**
		 * A {@link io.github.xmppspring.connection.ConnectionState}.
		 */
		STATE("state"),

		/**
		 * Why something was necessary or was not done.
		 */
		REASON("reason"),

		/**
		 * The name of a {@link io.github.xmppspring.negotiation.NegotiationStep}.
		 */
		STEP("step"),

		/**
		 * Whether a step was successful.
		 */
		OUTCOME("outcome"),

		/**
		 * From the server, or to it.
		 */
		DIRECTION("direction"),

		/**
		 * The kind of stanza, or {@code stream} for all that is none.
		 */
		KIND("kind"),

		/**
		 * A {@link io.github.xmppspring.connection.RefusalRule}, or {@code overload} for
		 * messages and presence while too many are waiting.
		 */
		RULE("rule");

		private final String key;

		TagKey(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
