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

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the starter is to reach, in one run and against what is measured beside it.
 *
 * @param work what is done
 * @param against what it is compared with
 * @param bound the least or the most
 * @param isMaximum whether it is the most
 * @param value how to get the value, which is not a number if it was not measured
 * @author XMPP for Spring Boot contributors
 */
record Target(String work, String against, double bound, boolean isMaximum, ToDoubleFunction<Results> value) {

	private static final String RATE = "rate";

	/**
	 * All targets that this benchmark can tell about.
	 */
	static final List<Target> ALL = List.of(rate("request:ping:1", PeerKind.RAW, 0.75),
			rate("request:ping:32", PeerKind.SMACK, 8), rate("request:ping:32", PeerKind.RAW, 0.40),
			rate("request:ping:512", PeerKind.SMACK, 30), rate("request:ping:512", PeerKind.RAW, 0.15),
			own("request:ping:16384", "request:ping:512", 0.8), rate("request:roster:32", PeerKind.SMACK, 3),
			rate("respond:version:512", PeerKind.SMACK, 3.5),
			most("connect:ping:50", "the time of Smack", 0.7,
					(results) -> ratio(results, Load.of("connect:ping:50"), PeerKind.SMACK, "p50")),
			most("request:ping:32", "bytes allocated for each", 2048,
					(results) -> results.median(Load.of("request:ping:32"), PeerKind.STARTER, "bytes")));

	private static Target rate(String load, PeerKind kind, double least) {
		Load measured = Load.of(load);
		return new Target(measured.title(), "the rate of " + kind.title(), least, false,
				(results) -> ratio(results, measured, kind, RATE));
	}

	private static Target own(String load, String other, double least) {
		return new Target(Load.of(load).title(), "its rate with 512", least, false,
				(results) -> results.median(Load.of(load), PeerKind.STARTER, RATE)
						/ results.median(Load.of(other), PeerKind.STARTER, RATE));
	}

	private static Target most(String load, String against, double most, ToDoubleFunction<Results> value) {
		return new Target(Load.of(load).title(), against, most, true, value);
	}

	static double ratio(Results results, Load load, PeerKind kind, String figure) {
		return results.median(load, PeerKind.STARTER, figure) / results.median(load, kind, figure);
	}

	boolean isReached(double value) {
		return this.isMaximum ? value <= this.bound : value >= this.bound;
	}

}
