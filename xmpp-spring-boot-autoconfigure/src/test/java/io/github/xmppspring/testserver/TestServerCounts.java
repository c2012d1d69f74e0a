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

package io.github.xmppspring.testserver;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many tests of which class ran on which server, and why others did not.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestServerCounts {

	private static final String NOT_RUN = "-";

	private final Map<String, Map<String, int[]>> tests = new TreeMap<>();

	private final Map<String, String> notRun = new TreeMap<>();

	void add(String test, String server, TestOutcome outcome) {
		add(test, server, outcome, 1);
	}

	private void add(String test, String server, TestOutcome outcome, int count) {
		this.tests.computeIfAbsent(test, (key) -> new LinkedHashMap<>())
			.computeIfAbsent(server, (key) -> new int[TestOutcome.values().length])[outcome.ordinal()] += count;
	}

	void addNotRun(String counterpart, String reason) {
		this.notRun.put(counterpart, reason.replaceAll("\\s+", " "));
	}

	/**
	 * The counts as lines of fields with tabs between them.
	 * @return the lines
	 */
	Stream<String> rows() {
		Stream<String> ran = this.tests.entrySet()
			.stream()
			.flatMap((test) -> test.getValue()
				.entrySet()
				.stream()
				.flatMap((server) -> Arrays.stream(TestOutcome.values())
					.map((outcome) -> String.join("\t", test.getKey(), server.getKey(), outcome.name(),
							Integer.toString(server.getValue()[outcome.ordinal()])))));
		return Stream.concat(ran,
				this.notRun.entrySet()
					.stream()
					.map((entry) -> String.join("\t", NOT_RUN, entry.getKey(), entry.getValue())));
	}

	void addRow(String row) {
		String[] fields = row.split("\t");
		if (fields[0].equals(NOT_RUN)) {
			addNotRun(fields[1], fields[2]);
		}
		else {
			add(fields[0], fields[1], TestOutcome.valueOf(fields[2]), Integer.parseInt(fields[3]));
		}
	}

	/**
	 * What ran and what did not, in one line.
	 * @return the line
	 */
	String line() {
		String ran = servers().stream()
			.map((server) -> server + " (" + text(sum(server)) + ")")
			.collect(Collectors.joining(", "));
		String left = this.notRun.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " (" + entry.getValue() + ")")
			.collect(Collectors.joining(", "));
		return "Servers of the tests: " + (ran.isEmpty() ? "none" : ran) + ". Not run: "
				+ (left.isEmpty() ? "nothing" : left);
	}

	/**
	 * The counts by class and server, and the line.
	 * @return the table, in Markdown
	 */
	String table() {
		StringBuilder table = new StringBuilder("| Tests |");
		servers().forEach((server) -> table.append(' ').append(server).append(" |"));
		table.append("\n| --- |").append(" ---: |".repeat(servers().size())).append('\n');
		this.tests.forEach((test, counts) -> {
			table.append("| ").append(test).append(" |");
			servers().forEach((server) -> table.append(' ').append(text(counts.get(server))).append(" |"));
			table.append('\n');
		});
		table.append("| **All** |");
		servers().forEach((server) -> table.append(' ').append(text(sum(server))).append(" |"));
		return table.append("\n\n").append(line()).append('\n').toString();
	}

	private List<String> servers() {
		return this.tests.values().stream().flatMap((counts) -> counts.keySet().stream()).distinct().sorted().toList();
	}

	private int[] sum(String server) {
		int[] sum = new int[TestOutcome.values().length];
		this.tests.values()
			.stream()
			.map((counts) -> counts.get(server))
			.filter(Objects::nonNull)
			.forEach((counts) -> Arrays.setAll(sum, (i) -> sum[i] + counts[i]));
		return sum;
	}

	private static String text(int[] counts) {
		if (counts == null) {
			return "";
		}
		String text = Integer.toString(Arrays.stream(counts).sum());
		for (TestOutcome outcome : List.of(TestOutcome.FAILED, TestOutcome.SKIPPED)) {
			if (counts[outcome.ordinal()] > 0) {
				text += ", " + counts[outcome.ordinal()] + " " + outcome.name().toLowerCase(Locale.ROOT);
			}
		}
		return text;
	}

}
