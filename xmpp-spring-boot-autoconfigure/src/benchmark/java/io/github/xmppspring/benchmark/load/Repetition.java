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

/**
 * What was measured once.
 *
 * @param load the load
 * @param kind the peer
 * @param figures {@code count}, {@code rate}, {@code p50}, {@code p99}, {@code errors} of
 * the load; {@code cpu} (microseconds) and {@code bytes} of the client for each exchange;
 * {@code threads} of the client; {@code client}, {@code counterpart}, {@code jit},
 * {@code steal}, {@code others} in cores
 * @author XMPP for Spring Boot contributors
 */
record Repetition(Load load, PeerKind kind, Figures figures) {

	private static final double DISTURBANCE = 0.15;

	private static final double COMPILATION = 0.10;

	/**
	 * Whether something else than the peer was measured as well.
	 * @return {@code true} if the hypervisor and other processes took 0.15 core or more,
	 * or the JIT compiler 0.1
	 */
	boolean isDisturbed() {
		return this.figures.get("steal") + this.figures.get("others") >= DISTURBANCE
				|| this.figures.get("jit") >= COMPILATION;
	}

	String json() {
		return "{\"load\":\"%s\",\"peer\":\"%s\",\"disturbed\":%s,%s}".formatted(this.load, this.kind, isDisturbed(),
				this.figures.json());
	}

}
