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

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that sends a request, waits for its answer, and so on.
 *
 * @author XMPP for Spring Boot contributors
 */
final class BlockingLoad implements ClientLoad {

	private final Peer peer;

	private final Payload payload;

	private final Meter meter;

	private final Thread thread;

	private volatile boolean running;

	BlockingLoad(Peer peer, Load load, Meter meter) {
		this.peer = peer;
		this.payload = load.payload();
		this.meter = meter;
		this.thread = new Thread(this::run, "load");
		this.thread.setDaemon(true);
	}

	@Override
	public void start() {
		this.running = true;
		this.thread.start();
	}

	@Override
	public boolean stop() throws InterruptedException {
		this.running = false;
		this.thread.join(TimeUnit.SECONDS.toMillis(3));
		return !this.thread.isAlive();
	}

	private void run() {
		long started = System.nanoTime();
		while (this.running) {
			if (request()) {
				long now = System.nanoTime();
				this.meter.answered(now - started);
				started = now;
			}
			else {
				LockSupport.parkNanos(1_000_000);
				started = System.nanoTime();
			}
		}
	}

	private boolean request() {
		try {
			if (this.peer.requestAndWait(this.payload) == this.payload.weight()) {
				return true;
			}
			this.meter.failed(null);
		}
		catch (Exception ex) {
			this.meter.failed(ex);
		}
		return false;
	}

}
