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

package io.github.xmppspring.benchmark.startup;

import java.util.Arrays;
import java.util.Locale;

/**
 * What repetitions of the same have given.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Figures {

	private final double[] sorted;

	Figures(double[] values) {
		this.sorted = values.clone();
		Arrays.sort(this.sorted);
	}

	double median() {
		int middle = this.sorted.length / 2;
		return (this.sorted.length % 2 == 1) ? this.sorted[middle]
				: (this.sorted[middle - 1] + this.sorted[middle]) / 2;
	}

	/**
	 * The median, and the least and the most.
	 * @return the three, as text
	 */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s (%s to %s)", show(median()), show(this.sorted[0]),
				show(this.sorted[this.sorted.length - 1]));
	}

	static String show(double value) {
		return String.format(Locale.ROOT, (Math.abs(value) < 10) ? "%.2f" : "%.0f", value);
	}

}
