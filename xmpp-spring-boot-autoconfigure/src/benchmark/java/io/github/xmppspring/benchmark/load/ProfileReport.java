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
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where time and memory of a recording go.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ProfileReport {

	private static final String OWN = "io.github.xmppspring.";

	private static final int ROWS = 25;

	private final Map<String, Double> topClasses = new HashMap<>();

	private final Map<String, Double> topMethods = new HashMap<>();

	private final Map<String, Double> ownClasses = new HashMap<>();

	private final Map<String, Double> threads = new HashMap<>();

	private final Map<String, Double> allocatedClasses = new HashMap<>();

	private final Map<String, Double> allocatingClasses = new HashMap<>();

	private ProfileReport() {
	}

	static ProfileReport of(Path file) throws IOException {
		ProfileReport report = new ProfileReport();
		try (RecordingFile recording = new RecordingFile(file)) {
			while (recording.hasMoreEvents()) {
				report.add(recording.readEvent());
			}
		}
		return report;
	}

	private void add(RecordedEvent event) {
		switch (event.getEventType().getName()) {
			case "jdk.ExecutionSample", "jdk.NativeMethodSample" -> sample(event);
			case "jdk.ObjectAllocationSample" -> allocation(event);
			default -> {
				// Of no interest
			}
		}
	}

	private void sample(RecordedEvent event) {
		List<RecordedFrame> frames = frames(event);
		if (frames.isEmpty() || isIdle(frames)) {
			return;
		}
		count(this.topClasses, className(frames.get(0)), 1);
		count(this.topMethods, className(frames.get(0)) + "." + frames.get(0).getMethod().getName(), 1);
		count(this.ownClasses, ownClass(frames), 1);
		if (event.hasField("sampledThread") && event.getThread("sampledThread") != null) {
			count(this.threads, String.valueOf(event.getThread("sampledThread").getJavaName()), 1);
		}
	}

	/**
	 * A thread that waits in native code is a sample as well.
	 */
	private static boolean isIdle(List<RecordedFrame> frames) {
		String method = frames.get(0).getMethod().getName();
		return method.equals("epollWait") || method.equals("wait") || method.equals("accept");
	}

	private void allocation(RecordedEvent event) {
		RecordedClass type = event.getClass("objectClass");
		double bytes = event.getLong("weight");
		count(this.allocatedClasses, (type != null) ? type.getName() : "?", bytes);
		count(this.allocatingClasses, ownClass(frames(event)), bytes);
	}

	private static List<RecordedFrame> frames(RecordedEvent event) {
		return (event.getStackTrace() != null) ? event.getStackTrace().getFrames() : List.of();
	}

	private static String ownClass(List<RecordedFrame> frames) {
		return frames.stream()
			.map(ProfileReport::className)
			.filter((name) -> name.startsWith(OWN))
			.findFirst()
			.orElse("(none of the project)");
	}

	private static String className(RecordedFrame frame) {
		return frame.getMethod().getType().getName().replaceFirst("(\\$\\$Lambda).*", "$1");
	}

	private static void count(Map<String, Double> counts, @Nullable String name, double weight) {
		counts.merge(String.valueOf(name), weight, Double::sum);
	}

	String markdown() {
		return table("Time by the class on top of the stack", this.topClasses)
				+ table("Time by the method on top of the stack", this.topMethods)
				+ table("Time by the class of the project nearest to the top", this.ownClasses)
				+ table("Time by thread", this.threads)
				+ table("Bytes by the class of the object", this.allocatedClasses)
				+ table("Bytes by the class of the project that allocates", this.allocatingClasses);
	}

	private static String table(String title, Map<String, Double> counts) {
		double sum = counts.values().stream().mapToDouble(Double::doubleValue).sum();
		StringBuilder table = new StringBuilder("\n| " + title + " | Share |\n| --- | --- |\n");
		counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(ROWS)
			.forEach((entry) -> table.append(
					String.format(Locale.ROOT, "| %s | %.1f %% |\n", entry.getKey(), 100 * entry.getValue() / sum)));
		return table.toString();
	}

}
