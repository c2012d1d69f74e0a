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
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures requests and answers between processes, the starter beside Smack and a raw
 * socket, and reports what came of it. {@link Options} says what it can be told.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class LoadBenchmark {

	private static final int EXTRA_REPETITIONS = 2;

	private static final long PROFILE_MILLIS = 5000;

	private final PrintStream console = System.out;

	private final Results results = new Results();

	private final Options options;

	private final Cores cores;

	private LoadBenchmark(Options options) {
		this.options = options;
		this.cores = new Cores(options.core(0), options.core(1));
	}

	/**
	 * Runs the benchmark.
	 * @param args options, as {@code name=value}
	 * @throws Exception if a process cannot be started or does not do what it should
	 */
	public static void main(String[] args) throws Exception {
		new LoadBenchmark(new Options(args)).run();
	}

	private void run() throws Exception {
		Path output = this.options.output();
		Files.createDirectories(output);
		JavaCommand java = new JavaCommand(this.options.java(), new ClassPaths(System.getProperty("java.class.path")),
				output);
		if (!this.cores.isAvailable()) {
			say("There is no taskset or no second core: client and counterpart share what there is");
		}
		List<Subject> subjects = new ArrayList<>();
		try (Counterpart counterpart = this.options.isEjabberd()
				? EjabberdCounterpart.start(this.cores, output, this.options.isTls())
				: ReflectorCounterpart.start(java, this.cores, output, this.options.isTls())) {
			for (PeerKind kind : this.options.peers()) {
				subjects.add(new Subject(kind,
						java.start(Client.class, java.classPaths().of(kind), kind.toString(), List.of(kind.toString())),
						counterpart, this.cores));
			}
			String jvm = subjects.get(0).about();
			try (PrintWriter lines = new PrintWriter(
					Files.newBufferedWriter(output.resolve(this.options.name() + ".jsonl")))) {
				for (Load load : this.options.loads()) {
					if (counterpart.supports(load)) {
						measure(load, subjects, lines);
					}
				}
			}
			report(new Report(this.results, this.options, jvm, counterpart.title()));
		}
		finally {
			subjects.forEach(Subject::close);
		}
	}

	private void measure(Load load, List<Subject> subjects, PrintWriter lines)
			throws IOException, InterruptedException {
		List<Row> rows = new ArrayList<>();
		for (Subject subject : subjects) {
			say(load.title() + ": " + subject.kind().title());
			subject.open(load);
			subject.warmUp(load, this.options);
			rows.add(new Row(load, subject.kind(), this.options.repetitions()));
		}
		for (int i = 0; i < this.options.repetitions() + EXTRA_REPETITIONS; i++) {
			for (int j = 0; j < rows.size(); j++) {
				if (!rows.get(j).isComplete()) {
					Repetition repetition = subjects.get(j).measure(load, this.options.millis());
					rows.get(j).add(repetition);
					lines.println(repetition.json());
				}
			}
		}
		for (Subject subject : subjects) {
			if (this.options.isProfile() && subject.kind() == PeerKind.STARTER) {
				subject.profile(load, PROFILE_MILLIS, recording(load));
			}
			subject.closeLoad();
		}
		rows.forEach(this.results::add);
	}

	private Path recording(Load load) {
		return this.options.output().resolve(load.toString().replace(':', '-') + ".jfr");
	}

	private void report(Report report) throws IOException {
		Path output = this.options.output();
		StringBuilder markdown = new StringBuilder(report.markdown());
		if (this.options.isProfile()) {
			for (Load load : this.results.loads()) {
				markdown.append("\n## ").append(load.title()).append(": where the time of the starter goes\n\n");
				markdown.append(ProfileReport.of(recording(load)).markdown());
			}
		}
		Path file = output.resolve(this.options.name() + ".md");
		Files.writeString(file, markdown);
		Files.writeString(output.resolve(this.options.name() + ".svg"), new LatencyPlot(this.results).svg());
		this.console.println();
		this.console.println(markdown);
		say("Written to " + file.toAbsolutePath() + ", with the raw figures (.jsonl) and a plot (.svg) beside it");
	}

	private void say(String text) {
		this.console.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
	}

}
