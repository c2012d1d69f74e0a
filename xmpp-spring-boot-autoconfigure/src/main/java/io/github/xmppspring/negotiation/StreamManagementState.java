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

package io.github.xmppspring.negotiation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamManagement;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * What one side of a session knows about the stanzas of both sides, and keeps when the
 * stream is lost: how many came in, and which went out that the peer may not have got
 * (XEP-0198). Counts are those of the session, not of one stream.
 * <p>
 * Not thread-safe: belongs to an event loop.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamManagementState {

	/** The most bytes that may wait for an acknowledgement, by estimate. */
	public static final long MAX_SIZE = 8 * 1024 * 1024;

	private final Deque<Element> unacknowledged = new ArrayDeque<>();

	private final int maxUnacknowledged;

	private long size;

	private long received;

	private long acknowledged;

	/**
	 * The state at the beginning of a session.
	 * @param maxUnacknowledged how many stanzas may wait for an acknowledgement
	 */
	public StreamManagementState(int maxUnacknowledged) {
		this(maxUnacknowledged, 0, 0);
	}

	StreamManagementState(int maxUnacknowledged, long received, long acknowledged) {
		Assert.isTrue(maxUnacknowledged > 0, "'maxUnacknowledged' must be positive");
		this.maxUnacknowledged = maxUnacknowledged;
		this.received = received;
		this.acknowledged = acknowledged;
	}

	/**
	 * A stanza came in.
	 */
	public void stanzaReceived() {
		this.received = (this.received + 1) % StreamManagement.MODULUS;
	}

	/**
	 * How many stanzas came in.
	 * @return the count to tell the peer
	 */
	public long received() {
		return this.received;
	}

	/**
	 * A stanza goes out.
	 * @param stanza the stanza, which is kept until it is acknowledged
	 * @throws StreamException with {@code resource-constraint} if too many wait
	 */
	public void stanzaSent(Element stanza) {
		this.unacknowledged.add(stanza);
		this.size += stanza.estimatedSize();
		boolean tooLarge = this.size > MAX_SIZE && this.unacknowledged.size() > 1;
		if (tooLarge || this.unacknowledged.size() > this.maxUnacknowledged) {
			throw new StreamException(StreamError.of(StreamErrorCondition.RESOURCE_CONSTRAINT),
					"The peer does not acknowledge the stanzas it is sent");
		}
	}

	/**
	 * How many stanzas went out.
	 * @return the highest count that the peer can tell
	 */
	public long sent() {
		return (this.acknowledged + this.unacknowledged.size()) % StreamManagement.MODULUS;
	}

	/**
	 * The peer says how many stanzas it has got.
	 * @param handled the count
	 * @return those that were not known to have arrived, in their order
	 * @throws StreamException with {@code handled-count-too-high} if they are more than
	 * were sent
	 */
	public List<Element> acknowledged(long handled) {
		long arrived = Math.floorMod(handled - this.acknowledged, StreamManagement.MODULUS);
		if (arrived > this.unacknowledged.size()) {
			throw tooHigh(handled, sent());
		}
		List<Element> stanzas = this.unacknowledged.stream().limit(arrived).toList();
		stanzas.forEach((stanza) -> this.size -= this.unacknowledged.remove().estimatedSize());
		this.acknowledged = handled;
		return stanzas;
	}

	/**
	 * The stanzas that went out and may not have arrived.
	 * @return the stanzas in their order
	 */
	public List<Element> unacknowledged() {
		return List.copyOf(this.unacknowledged);
	}

	/**
	 * How many stanzas went out that may not have arrived.
	 * @return their number
	 */
	public int count() {
		return this.unacknowledged.size();
	}

	/**
	 * How much memory the stanzas take that went out and may not have arrived.
	 * @return an estimate in bytes
	 */
	public long size() {
		return this.size;
	}

	/**
	 * Whether the peer has something to acknowledge.
	 * @return whether there are stanzas that may not have arrived
	 */
	public boolean hasUnacknowledged() {
		return !this.unacknowledged.isEmpty();
	}

	private static StreamException tooHigh(long handled, long sent) {
		Element condition = Element.builder(Namespaces.STREAM_MANAGEMENT, "handled-count-too-high")
			.attribute("h", handled)
			.attribute("send-count", sent)
			.build();
		return new StreamException(
				new StreamError(StreamErrorCondition.UNDEFINED_CONDITION, null, null, List.of(condition)),
				"The peer acknowledges more stanzas than it was sent");
	}

}
