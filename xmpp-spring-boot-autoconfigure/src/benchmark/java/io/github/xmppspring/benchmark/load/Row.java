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

import java.util.ArrayList;
import java.util.List;

/**
 * The repetitions of a load by a peer. Disturbed ones count only if there are not enough
 * others.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Row {

	private final List<Repetition> repetitions = new ArrayList<>();

	private final Load load;

	private final PeerKind kind;

	private final int wanted;

	Row(Load load, PeerKind kind, int wanted) {
		this.load = load;
		this.kind = kind;
		this.wanted = wanted;
	}

	void add(Repetition repetition) {
		this.repetitions.add(repetition);
	}

	Load load() {
		return this.load;
	}

	PeerKind kind() {
		return this.kind;
	}

	boolean isComplete() {
		return quiet().size() >= this.wanted;
	}

	private List<Repetition> quiet() {
		return this.repetitions.stream().filter((repetition) -> !repetition.isDisturbed()).toList();
	}

	/**
	 * How many repetitions were not disturbed.
	 * @return quiet ones and all of them
	 */
	String share() {
		return quiet().size() + "/" + this.repetitions.size();
	}

	double median(String figure) {
		double[] values = values(figure);
		if (values.length == 0) {
			return Double.NaN;
		}
		int middle = values.length / 2;
		return (values.length % 2 == 1) ? values[middle] : (values[middle - 1] + values[middle]) / 2;
	}

	double lowest(String figure) {
		double[] values = values(figure);
		return (values.length > 0) ? values[0] : Double.NaN;
	}

	double highest(String figure) {
		double[] values = values(figure);
		return (values.length > 0) ? values[values.length - 1] : Double.NaN;
	}

	private double[] values(String figure) {
		return (isComplete() ? quiet() : this.repetitions).stream()
			.mapToDouble((repetition) -> repetition.figures().get(figure))
			.sorted()
			.toArray();
	}

}
