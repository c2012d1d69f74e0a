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

package io.github.xmppspring.cost;

/**
 * The bounds, about a sixth above what is measured on Java 17 and 25. What code allocates
 * that is only interpreted differs from that by a few percent, so that the same bounds
 * hold however warm the process is, and whoever makes a figure worse by a third does not
 * get past its bound. Whoever makes it better takes the bound along.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Bounds {

	/**
	 * Heap of a ping that a thread waits for: the call, the request as bytes, the bytes
	 * of the response as a result.
	 */
	static final long PING_ROUND_TRIP_BYTES = 2900;

	/** Heap of a ping, one of several in flight, each with a future. */
	static final long PING_IN_FLIGHT_BYTES = 2520;

	/** Heap of a request with a typed result that a thread waits for. */
	static final long TYPED_ROUND_TRIP_BYTES = 3800;

	/** Heap of a request to an {@code @IqHandler} that takes and returns payloads. */
	static final long HANDLER_BYTES = 3440;

	/** Heap of a request that the starter answers on the event loop. */
	static final long RESPONDER_BYTES = 2280;

	/** Heap of an empty result from bytes to object. */
	static final long READ_PING_BYTES = 1110;

	/** Heap of a result of 276 bytes from bytes to object. */
	static final long READ_VERSION_BYTES = 2060;

	/** Heap of a roster with 50 contacts from bytes to object. */
	static final long READ_ROSTER_BYTES = 54_000;

	/** Heap of an empty result from object to bytes. */
	static final long WRITE_PING_BYTES = 1160;

	/** Heap of a result of 276 bytes from object to bytes. */
	static final long WRITE_VERSION_BYTES = 1420;

	/** Heap of a roster with 50 contacts from its element to a payload. */
	static final long ROSTER_OBJECT_BYTES = 68_000;

	/** Heap of an address of ASCII that has been parsed before. */
	static final long KNOWN_ADDRESS_BYTES = 230;

	/** Heap of a new address of ASCII, the text itself included. */
	static final long NEW_ADDRESS_BYTES = 330;

	/** Heap that a request holds until its response comes, the future included. */
	static final long PENDING_REQUEST_BYTES = 430;

	/** Tasks of the event loop for a request that goes alone: write it, flush it. */
	static final double LOOP_TASKS_OF_REQUEST = 2.6;

	/** Tasks of the event loop for the response of a handler. */
	static final double LOOP_TASKS_OF_RESPONSE = 1.3;

	/** Tasks of the executor of handlers for one of many requests. */
	static final double HANDLER_TASKS_OF_REQUEST = 0.1;

	/** Tasks of the executor of callbacks for one of many responses. */
	static final double CALLBACK_TASKS_OF_RESPONSE = 0.3;

	/** Tasks of the event loop for 1000 requests that come while it is busy. */
	static final int LOOP_TASKS_OF_PILE = 10;

	/** Flushes for 1000 requests that come while the event loop is busy. */
	static final int FLUSHES_OF_PILE = 3;

	/** Responses that go out with one flush, if there are so many. */
	static final int RESPONSES_OF_FLUSH = 250;

	/** Ids that are made from one call for random bytes. */
	static final int IDS_OF_RANDOM_CALL = 100;

	private Bounds() {
	}

}
