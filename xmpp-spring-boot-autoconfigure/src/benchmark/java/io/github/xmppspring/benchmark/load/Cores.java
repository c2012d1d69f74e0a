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

import org.jspecify.annotations.Nullable;

/**
 * Keeps processes on cores, by {@code taskset}. Does nothing on a machine without it or
 * with one core only.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Cores {

	/**
	 * Those that this process sees before it is kept on one.
	 */
	static final int COUNT = Runtime.getRuntime().availableProcessors();

	private final @Nullable Integer client;

	private final @Nullable Integer counterpart;

	private final boolean available;

	Cores(@Nullable Integer client, @Nullable Integer counterpart) {
		this.client = client;
		this.counterpart = counterpart;
		this.available = client != null && counterpart != null && COUNT > 1
				&& pin(ProcessHandle.current().pid(), counterpart.toString());
	}

	boolean isAvailable() {
		return this.available;
	}

	void toClientCore(long pid) {
		if (this.available) {
			pin(pid, this.client.toString());
		}
	}

	void toCounterpartCore(long pid) {
		if (this.available) {
			pin(pid, this.counterpart.toString());
		}
	}

	void toBothCores(long pid) {
		if (this.available) {
			pin(pid, this.client + "," + this.counterpart);
		}
	}

	/**
	 * Moves all threads of a process; new threads go where the one that makes them is.
	 */
	private static boolean pin(long pid, String cores) {
		try {
			Process process = new ProcessBuilder("taskset", "-a", "-p", "-c", cores, Long.toString(pid))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
