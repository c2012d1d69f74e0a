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

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/**
 * The process of a peer: connects it, puts it under load and tells what came of it.
 *
 * <ul>
 * <li>{@code open <load> <login>}: connects for a load</li>
 * <li>{@code start}: starts the requests, returns when all in flight have been answered
 * once</li>
 * <li>{@code measure <milliseconds>}: counts for a time</li>
 * <li>{@code stop}: ends the requests</li>
 * <li>{@code cycle}: connects and disconnects, as often as the load says</li>
 * <li>{@code profile <milliseconds> <file>}: records for a time where time and memory
 * go</li>
 * <li>{@code close}: frees what was opened</li>
 * <li>{@code about}: tells the JVM</li>
 * </ul>
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Client implements CommandLoop.Commands {

	private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(4);

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Meter meter = new Meter();

	private final Peer peer;

	private Load load = Load.of("request:ping:1");

	private @Nullable ClientLoad running;

	private boolean connected;

	private Client(Peer peer) {
		this.peer = peer;
	}

	/**
	 * Runs a peer.
	 * @param args its name
	 * @throws Exception if the commands cannot be read
	 */
	public static void main(String[] args) throws Exception {
		CommandLoop loop = CommandLoop.onStandardStreams();
		loop.run(new Client(PeerKind.of(args[0]).create()));
	}

	@Override
	public String execute(String[] words) throws Exception {
		return switch (words[0]) {
			case "open" -> open(Load.of(words[1]), Login.of(words, 2));
			case "start" -> start();
			case "measure" -> measure(Long.parseLong(words[1])).toString();
			case "stop" -> stop();
			case "cycle" -> cycle().toString();
			case "profile" -> profile(Long.parseLong(words[1]), Path.of(words[2]));
			case "close" -> close();
			case "about" -> System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
			default -> throw new IllegalArgumentException("There is no command '" + words[0] + "'");
		};
	}

	private String open(Load load, Login login) throws Exception {
		this.load = load;
		this.peer.prepare(login, load);
		if (load.operation() != Operation.CONNECT) {
			this.peer.connect();
			this.connected = true;
		}
		return "";
	}

	private String start() throws InterruptedException {
		if (this.load.operation() != Operation.REQUEST) {
			return "";
		}
		this.running = (this.load.inFlight() == 1) ? new BlockingLoad(this.peer, this.load, this.meter)
				: new WindowLoad(this.peer, this.load, this.meter);
		this.meter.reset();
		this.running.start();
		this.meter.settle(this.load.inFlight(), SETTLE_NANOS);
		return "";
	}

	private Figures measure(long millis) throws InterruptedException {
		AllocatedBytes allocated = AllocatedBytes.now(this.threads);
		long started = System.nanoTime();
		this.meter.reset();
		Thread.sleep(millis);
		Figures figures = this.meter.figures(System.nanoTime() - started);
		figures.put("allocated", AllocatedBytes.now(this.threads).since(allocated));
		figures.put("threads", this.threads.getThreadCount());
		return figures;
	}

	private String stop() throws Exception {
		if (this.running != null && !this.running.stop()) {
			// What is still in flight must not meet the next load
			this.peer.disconnect();
			this.peer.connect();
		}
		this.running = null;
		return "";
	}

	private Figures cycle() throws Exception {
		Latencies latencies = new Latencies();
		long connecting = 0;
		long started = System.nanoTime();
		for (int i = 0; i < this.load.inFlight(); i++) {
			long begin = System.nanoTime();
			this.peer.connect();
			long nanos = System.nanoTime() - begin;
			connecting += nanos;
			latencies.record(nanos);
			this.peer.disconnect();
		}
		Figures figures = new Figures();
		figures.put("count", this.load.inFlight());
		figures.put("seconds", (System.nanoTime() - started) / 1e9);
		figures.put("rate", this.load.inFlight() * 1e9 / connecting);
		figures.put("p50", latencies.micros(0.5));
		figures.put("p99", latencies.micros(0.99));
		figures.put("threads", this.threads.getThreadCount());
		return figures;
	}

	private static String profile(long millis, Path file) throws Exception {
		try (Recording recording = new Recording()) {
			recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(1));
			recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(1));
			recording.enable("jdk.ObjectAllocationSample").with("throttle", "1000/s");
			recording.start();
			Thread.sleep(millis);
			recording.stop();
			recording.dump(file);
		}
		return "";
	}

	private String close() throws Exception {
		if (this.connected) {
			this.peer.disconnect();
			this.connected = false;
		}
		this.peer.close();
		return "";
	}

}
