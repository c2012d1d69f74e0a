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

import org.jspecify.annotations.Nullable;

/**
 * All that was measured in a run.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Results {

	private final List<Row> rows = new ArrayList<>();

	void add(Row row) {
		this.rows.add(row);
	}

	List<Row> rows() {
		return this.rows;
	}

	List<Load> loads() {
		return this.rows.stream().map(Row::load).distinct().toList();
	}

	@Nullable Row row(Load load, PeerKind kind) {
		return this.rows.stream()
			.filter((row) -> row.load().equals(load) && row.kind() == kind)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The median of a figure.
	 * @param load the load
	 * @param kind the peer
	 * @param figure its name
	 * @return the median, not a number if it was not measured
	 */
	double median(Load load, PeerKind kind, String figure) {
		Row row = row(load, kind);
		return (row != null) ? row.median(figure) : Double.NaN;
	}

}
