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

package io.github.xmppspring.benchmark.load;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps requests to a client in flight: each answer sends the next one. Checks every
 * answer: that it is a result, that it answers a request that waits, and its payload.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RequestPump {

	private static final int ID_DIGITS = 5;

	private static final int BATCH = 256;

	private static final byte[] ID = Ascii.bytes(" id=");

	private static final byte[] RESULT = Ascii.bytes("result");

	private static final byte[] TYPE = Ascii.bytes(" type=");

	private static final byte[] ITEM = Ascii.bytes("<item");

	private final Meter meter = new Meter();

	private final AtomicInteger waiting = new AtomicInteger();

	private Load load = Load.of("respond:ping:0");

	private byte[][] beforeId = {};

	private byte[] afterId = {};

	private byte[] proof = {};

	private long[] sent = {};

	private volatile boolean running;

	/**
	 * Sends requests until it is stopped.
	 * @param load what to send
	 * @param jid the client
	 * @param output its stream
	 * @param lock what guards the stream
	 */
	void start(Load load, String jid, ByteOutput output, Object lock) throws IOException, InterruptedException {
		synchronized (lock) {
			this.load = load;
			this.sent = new long[load.inFlight()];
			this.beforeId = new byte[load.senders()][];
			for (int i = 0; i < load.senders(); i++) {
				this.beforeId[i] = Ascii
					.bytes("<iq type='get' from='" + sender(load.senders(), i) + "' to='" + jid + "' id='");
			}
			this.afterId = Ascii.bytes("'>" + load.payload().request() + "</iq>");
			this.proof = Ascii.bytes(">" + Sample.VERSION + "<");
			this.waiting.set(0);
			this.running = true;
		}
		this.meter.reset();
		// In batches: all at once could fill both directions, each side waiting to write
		for (int i = 0; i < load.inFlight(); i += BATCH) {
			synchronized (lock) {
				for (int j = i; j < Math.min(i + BATCH, load.inFlight()); j++) {
					this.waiting.incrementAndGet();
					request(j, output);
				}
				output.flush();
			}
			LockSupport.parkNanos(20_000);
		}
		this.meter.settle(load.inFlight(), TimeUnit.SECONDS.toNanos(4));
	}

	private static String sender(int senders, int number) {
		return (senders == 1) ? ReflectedStream.DOMAIN : "peer" + number + "@" + ReflectedStream.DOMAIN + "/home";
	}

	private void request(int number, ByteOutput output) throws IOException {
		this.sent[number] = System.nanoTime();
		output.put(this.beforeId[number % this.beforeId.length]).putNumber(number, ID_DIGITS).put(this.afterId);
	}

	/**
	 * Takes a stanza of the client if it is an answer.
	 * @return {@code false} if it is a request
	 */
	boolean answered(byte[] bytes, int from, int to, ByteOutput output) throws IOException {
		int tagEnd = Ascii.indexOf(bytes, from, to, '>');
		int type = Ascii.behind(bytes, from, tagEnd, TYPE) + 1;
		if (bytes[type] != 'r' && bytes[type] != 'e') {
			return false;
		}
		int id = Ascii.behind(bytes, from, tagEnd, ID) + 1;
		if (bytes[id - 1] != bytes[id + ID_DIGITS]) {
			this.meter.failed(null);
			return true;
		}
		int number = Ascii.number(bytes, id, id + ID_DIGITS);
		boolean right = Ascii.startsWith(bytes, type, tagEnd, RESULT) && proves(bytes, tagEnd, to);
		if (right && number < this.sent.length && this.sent[number] != 0) {
			this.meter.answered(System.nanoTime() - this.sent[number]);
		}
		else {
			this.meter.failed(null);
		}
		next(number, output);
		return true;
	}

	private void next(int number, ByteOutput output) throws IOException {
		if (number >= this.sent.length || this.sent[number] == 0) {
			return;
		}
		this.sent[number] = 0;
		if (this.running) {
			request(number, output);
		}
		else {
			this.waiting.decrementAndGet();
		}
	}

	private boolean proves(byte[] bytes, int from, int to) {
		return switch (this.load.payload()) {
			case PING -> true;
			case VERSION -> Ascii.behind(bytes, from, to, this.proof) > 0;
			case ROSTER -> items(bytes, from, to) == Sample.CONTACTS;
		};
	}

	private static int items(byte[] bytes, int from, int to) {
		int items = 0;
		int position = Ascii.behind(bytes, from, to, ITEM);
		while (position > 0) {
			items++;
			position = Ascii.behind(bytes, position, to, ITEM);
		}
		return items;
	}

	Figures measure(long millis) throws InterruptedException {
		long started = System.nanoTime();
		this.meter.reset();
		Thread.sleep(millis);
		return this.meter.figures(System.nanoTime() - started);
	}

	void stop() {
		this.running = false;
	}

	/**
	 * Waits for the answers to what was sent before the stop.
	 */
	void awaitLast() throws InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
		while (this.waiting.get() > 0 && System.nanoTime() < deadline) {
			Thread.sleep(5);
		}
	}

}
