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

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Latency against load as an image (SVG): the median and the 99th percentile of each peer
 * over the exchanges in a second, both logarithmic, a point for each number of requests
 * in flight.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LatencyPlot {

	private static final int WIDTH = 760;

	private static final int HEIGHT = 480;

	private static final int LEFT = 80;

	private static final int TOP = 70;

	private static final int RIGHT = 50;

	private static final int BOTTOM = 60;

	private static final int LEGEND = 120;

	private final StringBuilder svg = new StringBuilder();

	private final Results results;

	private double lowestRate;

	private double highestRate;

	private double lowestLatency;

	private double highestLatency;

	LatencyPlot(Results results) {
		this.results = results;
	}

	String svg() {
		List<List<Row>> panels = List.of(rows(Operation.REQUEST, Payload.PING),
				rows(Operation.RESPOND, Payload.VERSION));
		List<List<Row>> filled = panels.stream().filter((rows) -> !rows.isEmpty()).toList();
		add("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>",
				WIDTH, Math.max(filled.size(), 1) * HEIGHT);
		add("<rect width='100%%' height='100%%' fill='white'/>");
		for (int i = 0; i < filled.size(); i++) {
			add("<g transform='translate(0,%d)'>", i * HEIGHT);
			panel(filled.get(i));
			add("</g>");
		}
		add("</svg>");
		return this.svg.toString();
	}

	private List<Row> rows(Operation operation, Payload payload) {
		return this.results.rows()
			.stream()
			.filter((row) -> row.load().is(operation, payload) && row.load().senders() == 1)
			.sorted(Comparator.comparingInt((row) -> row.load().inFlight()))
			.toList();
	}

	private void panel(List<Row> rows) {
		this.lowestRate = decade(rows.stream().mapToDouble((row) -> row.median("rate")).min().orElse(1), false);
		this.highestRate = decade(rows.stream().mapToDouble((row) -> row.median("rate")).max().orElse(1), true);
		this.lowestLatency = decade(rows.stream().mapToDouble((row) -> row.median("p50")).min().orElse(1), false);
		this.highestLatency = decade(rows.stream().mapToDouble((row) -> row.median("p99")).max().orElse(1), true);
		Load load = rows.get(0).load();
		add("<text x='%d' y='24' font-size='15' font-weight='bold'>Latency against load: %s %s</text>", LEFT,
				load.operation().name().toLowerCase(Locale.ROOT), load.payload().name().toLowerCase(Locale.ROOT));
		axes();
		add("<text x='%d' y='%d' text-anchor='end' fill='#555'>p50, dashed: p99, numbers: in flight</text>",
				WIDTH - RIGHT, TOP - 18);
		int line = 0;
		for (PeerKind kind : PeerKind.values()) {
			List<Row> own = rows.stream().filter((row) -> row.kind() == kind).toList();
			if (!own.isEmpty()) {
				curve(own, kind, "p99", "5,4");
				curve(own, kind, "p50", "none");
				labels(own, kind);
				legend(kind, line++);
			}
		}
	}

	private static double decade(double value, boolean above) {
		double exponent = Math.log10(Math.max(value, 1e-3));
		return Math.pow(10, above ? Math.ceil(exponent) : Math.floor(exponent));
	}

	private void axes() {
		for (double rate = this.lowestRate; rate <= this.highestRate * 1.01; rate *= 10) {
			add("<line x1='%.1f' y1='%d' x2='%1$.1f' y2='%d' stroke='#ddd'/>", x(rate), TOP, HEIGHT - BOTTOM);
			add("<text x='%.1f' y='%d' text-anchor='middle'>%,.0f</text>", x(rate), HEIGHT - BOTTOM + 18, rate);
		}
		for (double micros = this.lowestLatency; micros <= this.highestLatency * 1.01; micros *= 10) {
			add("<line x1='%d' y1='%.1f' x2='%d' y2='%2$.1f' stroke='#ddd'/>", LEFT, y(micros), WIDTH - RIGHT);
			add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 8, y(micros) + 4, time(micros));
		}
		add("<text x='%d' y='%d' text-anchor='middle'>exchanges in a second</text>", (LEFT + WIDTH - RIGHT) / 2,
				HEIGHT - BOTTOM + 42);
	}

	private static String time(double micros) {
		if (micros >= 1e6) {
			return String.format(Locale.ROOT, "%,.0f s", micros / 1e6);
		}
		return (micros >= 1e3) ? String.format(Locale.ROOT, "%.0f ms", micros / 1e3)
				: String.format(Locale.ROOT, "%.0f µs", micros);
	}

	private void curve(List<Row> rows, PeerKind kind, String figure, String dashes) {
		StringBuilder points = new StringBuilder();
		for (Row row : rows) {
			points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(row.median("rate")), y(row.median(figure))));
		}
		add("<polyline points='%s' fill='none' stroke='%s' stroke-width='2' stroke-dasharray='%s'/>", points,
				kind.color(), dashes);
		for (Row row : rows) {
			add("<circle cx='%.1f' cy='%.1f' r='3.5' fill='%s'/>", x(row.median("rate")), y(row.median(figure)),
					kind.color());
		}
	}

	private void labels(List<Row> rows, PeerKind kind) {
		for (Row row : rows) {
			add("<text x='%.1f' y='%.1f' fill='%s' text-anchor='middle'>%,d</text>", x(row.median("rate")),
					y(row.median("p50")) + 18, kind.color(), row.load().inFlight());
		}
	}

	private void legend(PeerKind kind, int line) {
		int x = LEFT + line * LEGEND;
		add("<line x1='%d' y1='%d' x2='%d' y2='%2$d' stroke='%s' stroke-width='2'/>", x, TOP - 22, x + 24,
				kind.color());
		add("<text x='%d' y='%d'>%s</text>", x + 30, TOP - 18, kind.title());
	}

	private double x(double rate) {
		return LEFT + (WIDTH - LEFT - RIGHT) * position(rate, this.lowestRate, this.highestRate);
	}

	private double y(double micros) {
		return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * position(micros, this.lowestLatency, this.highestLatency);
	}

	private static double position(double value, double lowest, double highest) {
		return (Math.log10(Math.max(value, 1e-3)) - Math.log10(lowest)) / (Math.log10(highest) - Math.log10(lowest));
	}

	private void add(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

}
