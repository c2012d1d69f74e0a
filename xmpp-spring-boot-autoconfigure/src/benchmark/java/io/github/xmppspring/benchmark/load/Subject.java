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
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A peer under measurement: its process, seen from outside.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Subject implements AutoCloseable {

	private final PeerKind kind;

	private final ChildProcess client;

	private final Counterpart counterpart;

	private final Cores cores;

	private boolean warm;

	Subject(PeerKind kind, ChildProcess client, Counterpart counterpart, Cores cores) {
		this.kind = kind;
		this.client = client;
		this.counterpart = counterpart;
		this.cores = cores;
	}

	PeerKind kind() {
		return this.kind;
	}

	String about() throws IOException, InterruptedException {
		return this.client.ask("about");
	}

	void open(Load load) throws IOException, InterruptedException {
		this.client.ask("open " + load + " " + this.counterpart.login(this.kind).toArguments());
	}

	/**
	 * Puts the peer under load until its JIT compiler rests. On both cores: compiler and
	 * load do not have to share one.
	 * @param load the load
	 * @param options how long at the most
	 */
	void warmUp(Load load, Options options) throws IOException, InterruptedException {
		this.cores.toBothCores(this.client.pid());
		WarmUp warmUp = new WarmUp(this.client.pid(), options.warmUpMillis(isNew(load)));
		start(load);
		do {
			step(load);
		}
		while (warmUp.goesOn());
		stop(load);
		this.warm = true;
	}

	private void step(Load load) throws IOException, InterruptedException {
		if (load.operation() != Operation.CONNECT) {
			Thread.sleep(WarmUp.STEP_MILLIS);
			return;
		}
		long started = System.nanoTime();
		while (System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(WarmUp.STEP_MILLIS)) {
			this.client.ask("cycle");
		}
	}

	/**
	 * Whether the code that a load needs has not been in use yet.
	 */
	private boolean isNew(Load load) {
		return !this.warm || load.operation() == Operation.CONNECT;
	}

	private void start(Load load) throws IOException, InterruptedException {
		switch (load.operation()) {
			case REQUEST -> this.client.ask("start");
			case RESPOND -> this.counterpart.start(this.kind, load);
			case CONNECT -> {
				// Each cycle stands for itself
			}
		}
	}

	private void stop(Load load) throws IOException, InterruptedException {
		switch (load.operation()) {
			case REQUEST -> this.client.ask("stop");
			case RESPOND -> this.counterpart.stop(this.kind);
			case CONNECT -> {
				// Each cycle stands for itself
			}
		}
	}

	/**
	 * Measures the peer on its core.
	 * @param load the load
	 * @param millis how long
	 * @return what came of it
	 */
	Repetition measure(Load load, long millis) throws IOException, InterruptedException {
		this.cores.toClientCore(this.client.pid());
		start(load);
		Usage usage = Usage.begin(this.client.pid(), this.counterpart.pid());
		Figures figures = figures(load, millis);
		usage.end(figures);
		stop(load);
		return new Repetition(load, this.kind, figures);
	}

	private Figures figures(Load load, long millis) throws IOException, InterruptedException {
		if (load.operation() == Operation.CONNECT) {
			return Figures.of(this.client.ask("cycle"));
		}
		CompletableFuture<String> answer = this.client.askLater("measure " + millis);
		Figures counted = (load.operation() == Operation.RESPOND) ? this.counterpart.measure(this.kind, millis) : null;
		Figures figures = Figures.of(this.client.await(answer));
		if (counted != null) {
			figures.putAll(counted);
		}
		return figures;
	}

	/**
	 * Records the peer on its core under a load.
	 * @param load the load
	 * @param millis how long
	 * @param file the recording
	 */
	void profile(Load load, long millis, Path file) throws IOException, InterruptedException {
		this.cores.toClientCore(this.client.pid());
		start(load);
		this.client.ask("profile " + millis + " " + file.toAbsolutePath());
		stop(load);
	}

	void closeLoad() throws IOException, InterruptedException {
		this.client.ask("close");
	}

	@Override
	public void close() {
		this.client.close();
	}

}
