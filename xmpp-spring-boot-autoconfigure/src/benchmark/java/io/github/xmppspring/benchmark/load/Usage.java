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
import java.util.List;

/**
 * What a repetition uses of the machine.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Usage {

	private final long client;

	private final long counterpart;

	private final List<Long> own;

	private final Machine machine;

	private final ThreadTimes counterpartTimes;

	private final ThreadTimes clientTimes;

	private final long started;

	private Usage(long client, long counterpart) throws IOException {
		this.client = client;
		this.counterpart = counterpart;
		this.own = List.of(client, counterpart, ProcessHandle.current().pid());
		this.machine = Machine.now(this.own);
		this.counterpartTimes = ThreadTimes.of(counterpart);
		this.clientTimes = ThreadTimes.of(client);
		this.started = System.nanoTime();
	}

	static Usage begin(long client, long counterpart) throws IOException {
		return new Usage(client, counterpart);
	}

	/**
	 * Adds what was used since the beginning.
	 * @param figures with the count of exchanges, the seconds in which they were counted,
	 * and the bytes that were allocated
	 */
	void end(Figures figures) throws IOException {
		double seconds = (System.nanoTime() - this.started) / 1e9;
		ThreadTimes times = ThreadTimes.of(this.client);
		double used = times.since(this.clientTimes);
		double count = Math.max(figures.get("count"), 1);
		figures.put("cpu", used / seconds * figures.get("seconds") / count * 1e6);
		figures.put("bytes", figures.get("allocated") / count);
		figures.put("client", used / seconds);
		figures.put("counterpart", ThreadTimes.of(this.counterpart).since(this.counterpartTimes) / seconds);
		figures.put("jit", times.compilerSince(this.clientTimes) / seconds);
		Machine machine = Machine.now(this.own);
		figures.put("steal", machine.stealSince(this.machine) / seconds);
		figures.put("others", machine.othersSince(this.machine) / seconds);
	}

}
