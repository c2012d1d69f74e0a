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

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a number of requests in flight: each answer sends the next request, on the thread
 * on which the peer hands it over.
 *
 * @author XMPP for Spring Boot contributors
 */
final class WindowLoad implements ClientLoad {

	private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(3);

	private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "retries");
		thread.setDaemon(true);
		return thread;
	});

	private final AtomicInteger waiting = new AtomicInteger();

	private final Peer peer;

	private final Payload payload;

	private final int inFlight;

	private final Meter meter;

	private volatile boolean running;

	WindowLoad(Peer peer, Load load, Meter meter) {
		this.peer = peer;
		this.payload = load.payload();
		this.inFlight = load.inFlight();
		this.meter = meter;
	}

	@Override
	public void start() {
		this.running = true;
		this.waiting.set(this.inFlight);
		for (int i = 0; i < this.inFlight; i++) {
			new Slot(this, i).start();
		}
	}

	@Override
	public boolean stop() throws InterruptedException {
		this.running = false;
		long deadline = System.nanoTime() + STOP_NANOS;
		while (this.waiting.get() > 0 && System.nanoTime() < deadline) {
			Thread.sleep(5);
		}
		this.retries.shutdownNow();
		return this.waiting.get() <= 0;
	}

	void send(Slot slot) {
		try {
			this.peer.request(this.payload, slot);
		}
		catch (Exception ex) {
			slot.ended(0, ex);
		}
	}

	/**
	 * Takes the end of a request.
	 * @return whether to send the next one now
	 */
	boolean ended(Slot slot, long nanos, int weight, @Nullable Throwable error) {
		if (!this.running) {
			this.waiting.decrementAndGet();
			return false;
		}
		if (error == null && weight == this.payload.weight()) {
			this.meter.answered(nanos);
			return true;
		}
		this.meter.failed(error);
		this.retries.schedule(slot::start, 1, TimeUnit.MILLISECONDS);
		return false;
	}

}
