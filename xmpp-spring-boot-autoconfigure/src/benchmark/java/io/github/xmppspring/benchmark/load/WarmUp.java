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

/**
 * Tells when the JIT compiler of a process rests: when it has used next to nothing for a
 * while.
 *
 * @author XMPP for Spring Boot contributors
 */
final class WarmUp {

	static final long STEP_MILLIS = 500;

	private static final int QUIET_STEPS = 3;

	private static final double QUIET = 0.03;

	private final long pid;

	private final long deadline;

	private ThreadTimes times;

	private long seen = System.nanoTime();

	private int quietSteps;

	WarmUp(long pid, long millis) throws IOException {
		this.pid = pid;
		this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		this.times = ThreadTimes.of(pid);
	}

	/**
	 * Looks at the process after a step.
	 * @return whether it is to be kept under load
	 */
	boolean goesOn() throws IOException {
		long now = System.nanoTime();
		ThreadTimes times = ThreadTimes.of(this.pid);
		double cores = times.compilerSince(this.times) / ((now - this.seen) / 1e9);
		this.quietSteps = (cores < QUIET) ? this.quietSteps + 1 : 0;
		this.times = times;
		this.seen = now;
		return this.quietSteps < QUIET_STEPS && now < this.deadline;
	}

}
