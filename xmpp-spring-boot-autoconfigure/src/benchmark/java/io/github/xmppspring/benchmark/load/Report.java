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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Results as Markdown: the targets, then ratios, then all figures.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Report {

	private static final String EXPLANATION = """
			Medians over the repetitions; CPU is that of the whole client process, kernel, JIT and GC included, for each \
			exchange. A repetition counts as quiet if hypervisor ("steal") and other processes took less than 0.15 core \
			and the JIT less than 0.10; disturbed ones are rejected. A row without enough quiet ones bears a star: its \
			figures are of all repetitions. p50 and p99 of responses are those that the counterpart sees; of connections, \
			rate and times are of the time to connect and log in, the CPU is that of closing as well. Where the \
			counterpart uses most of its core, its limit was measured, which the raw socket shows.
			""";

	private final MarkdownTable targets = new MarkdownTable("Work", "Against", "Target", "Measured", "Reached");

	private final MarkdownTable ratios = new MarkdownTable("Load", "Starter to", "Rate", "p50", "p99", "CPU each",
			"Bytes each");

	private final MarkdownTable figures = new MarkdownTable("Load", "Peer", "1/s (range)", "p50 µs", "p99 µs",
			"CPU µs each (range)", "Bytes each", "Client core", "Counterpart core", "JIT", "Steal + others", "Quiet",
			"Threads", "Errors");

	private final Results results;

	private final Options options;

	private final String jvm;

	private final String counterpart;

	Report(Results results, Options options, String jvm, String counterpart) {
		this.results = results;
		this.options = options;
		this.jvm = jvm;
		this.counterpart = counterpart;
		targets();
		results.loads().forEach(this::ratios);
		results.rows().forEach(this::figures);
	}

	String markdown() {
		return "# Load against " + this.counterpart + "\n\n" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", "
				+ this.jvm + " " + String.join(" ", JavaCommand.JVM_OPTIONS) + ", " + processor() + ", " + Cores.COUNT
				+ " cores. Options: '" + this.options + "', repetitions of " + this.options.millis() + " ms.\n\n"
				+ EXPLANATION + section("Targets", this.targets) + section("Ratios", this.ratios)
				+ section("Figures", this.figures);
	}

	private static String section(String title, MarkdownTable table) {
		return table.isEmpty() ? "" : "\n## " + title + "\n\n" + table;
	}

	private static String processor() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo"))
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.findFirst()
				.map((line) -> line.substring(line.indexOf(':') + 1).trim())
				.orElse("unknown processor");
		}
		catch (IOException ex) {
			return "unknown processor";
		}
	}

	/**
	 * The targets are for the reflector without TLS: a server sets limits of its own.
	 */
	private void targets() {
		if (this.options.isEjabberd() || this.options.isTls()) {
			return;
		}
		for (Target target : Target.ALL) {
			double value = target.value().applyAsDouble(this.results);
			if (!Double.isNaN(value)) {
				this.targets.add(target.work(), target.against(),
						(target.isMaximum() ? "≤ " : "≥ ") + number(target.bound()), number(value),
						target.isReached(value) ? "yes" : "**no**");
			}
		}
	}

	private void ratios(Load load) {
		for (PeerKind kind : List.of(PeerKind.RAW, PeerKind.SMACK)) {
			if (this.results.row(load, kind) != null && this.results.row(load, PeerKind.STARTER) != null) {
				this.ratios.add(load.title(), kind.title(), ratio(load, kind, "rate"), ratio(load, kind, "p50"),
						ratio(load, kind, "p99"), ratio(load, kind, "cpu"),
						(kind == PeerKind.SMACK && load.operation() != Operation.CONNECT) ? ratio(load, kind, "bytes")
								: "");
			}
		}
	}

	private String ratio(Load load, PeerKind kind, String figure) {
		return number(Target.ratio(this.results, load, kind, figure));
	}

	private void figures(Row row) {
		boolean connects = row.load().operation() == Operation.CONNECT;
		this.figures.add(row.load().title(), row.kind().title() + (row.isComplete() ? "" : " *"), range(row, "rate"),
				number(row.median("p50")), number(row.median("p99")), range(row, "cpu"),
				connects ? "" : number(row.median("bytes")), number(row.median("client")),
				number(row.median("counterpart")), number(row.median("jit")),
				number(row.median("steal") + row.median("others")), row.share(), number(row.highest("threads")),
				number(row.highest("errors")));
	}

	private static String range(Row row, String figure) {
		return "%s (%s–%s)".formatted(number(row.median(figure)), number(row.lowest(figure)),
				number(row.highest(figure)));
	}

	/**
	 * A number with about three digits.
	 */
	private static String number(double value) {
		if (!Double.isFinite(value)) {
			return "";
		}
		if (value == Math.rint(value) || value >= 100) {
			return String.format(Locale.ROOT, "%,.0f", value);
		}
		return String.format(Locale.ROOT, (value >= 10) ? "%.1f" : "%.2f", value);
	}

	/**
	 * A table that grows row by row.
	 */
	private static final class MarkdownTable {

		private final StringBuilder text = new StringBuilder();

		private int rows = -2;

		MarkdownTable(String... head) {
			add(head);
			add(List.of(head).stream().map((title) -> "---").toArray(String[]::new));
		}

		void add(String... cells) {
			this.text.append("| ").append(String.join(" | ", cells)).append(" |\n");
			this.rows++;
		}

		boolean isEmpty() {
			return this.rows == 0;
		}

		@Override
		public String toString() {
			return this.text.toString();
		}

	}

}
