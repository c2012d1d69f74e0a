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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Starts an empty application and the same with the starter by turns, each in a process
 * of its own, and prints what the starter adds as a Markdown table.
 * <p>
 * The server is in a process of its own. With the starter the application starts once as
 * it does by default, in which the connection is opened meanwhile, and once so that it
 * waits for the login.
 * <p>
 * Options: {@code java=/path/to/java}, another JVM for the processes; {@code rounds=15},
 * how often each starts; {@code cores=0,1}, that of the applications and that of the
 * server.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class StartupBenchmark {

	private final String java;

	private final int rounds;

	private final int[] cores;

	private final Map<String, List<Start>> starts = new LinkedHashMap<>();

	private StartupBenchmark(Map<String, String> options) {
		this.java = options.getOrDefault("java", System.getProperty("java.home") + "/bin/java");
		this.rounds = Integer.parseInt(options.getOrDefault("rounds", "15"));
		this.cores = Arrays.stream(options.getOrDefault("cores", "0,1").split(","))
			.mapToInt(Integer::parseInt)
			.toArray();
	}

	/**
	 * Measures.
	 * @param arguments the options
	 */
	public static void main(String[] arguments) {
		Map<String, String> options = new HashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			if (parts.length < 2 || !List.of("java", "rounds", "cores").contains(parts[0])) {
				throw new IllegalArgumentException("'" + argument + "' is no option");
			}
			options.put(parts[0], parts[1]);
		}
		new StartupBenchmark(options).run();
	}

	private void run() {
		try (ChildProcess server = ChildProcess.start(this.java, this.cores[1], System.getProperty("java.class.path"),
				LocalServer.class, List.of())) {
			List<String> account = account(server.await(LocalServer.RESULT));
			List<String> waiting = new ArrayList<>(account);
			waiting.add("--xmpp.connect-mode=fail-fast");
			// the first round only fills the caches of the system
			for (int round = 0; round <= this.rounds; round++) {
				Start empty = start(ClassPaths.empty(), List.of());
				Start starter = start(ClassPaths.starter(), account);
				Start connected = start(ClassPaths.starter(), waiting);
				if (round > 0) {
					add("without the starter", empty);
					add("with the starter", starter);
					add("with the starter, logged in", connected);
				}
			}
		}
		print();
	}

	private static List<String> account(String port) {
		return List.of("--xmpp.jid=" + LocalServer.USER + "@" + LocalServer.DOMAIN,
				"--xmpp.password=" + LocalServer.PASSWORD, "--xmpp.host=127.0.0.1", "--xmpp.port=" + port,
				"--xmpp.ssl.mode=disabled");
	}

	private void add(String name, Start start) {
		this.starts.computeIfAbsent(name, (added) -> new ArrayList<>()).add(start);
	}

	private Start start(String classPath, List<String> arguments) {
		long begin = System.nanoTime();
		try (ChildProcess application = ChildProcess.start(this.java, this.cores[0], classPath,
				StartedApplication.class, arguments)) {
			String[] figures = application.await(StartedApplication.RESULT).split(" ");
			return new Start((System.nanoTime() - begin) / 1e6, Long.parseLong(figures[0]) / 1e6,
					Long.parseLong(figures[1]), Long.parseLong(figures[2]) / 1e6);
		}
	}

	private void print() {
		System.out.printf("%s, %d starts each%n%n", this.java, this.rounds);
		System.out.println("| application | wall, ms | CPU, ms | more CPU, ms | classes | heap, MB |");
		System.out.println("|---|---|---|---|---|---|");
		Figures base = new Figures(new double[] { 0 });
		for (Map.Entry<String, List<Start>> entry : this.starts.entrySet()) {
			List<Start> all = entry.getValue();
			Figures cpu = figures(all, Start::cpu);
			base = (base.median() == 0) ? cpu : base;
			System.out.printf("| %s | %s | %s | %s | %s | %s |%n", entry.getKey(), figures(all, Start::wall), cpu,
					Figures.show(cpu.median() - base.median()), Figures.show(figures(all, Start::classes).median()),
					Figures.show(figures(all, Start::heap).median()));
		}
	}

	private static Figures figures(List<Start> starts, ToDoubleFunction<Start> figure) {
		return new Figures(starts.stream().mapToDouble(figure).toArray());
	}

	/**
	 * One start.
	 *
	 * @param wall milliseconds from the start of the process to the result
	 * @param cpu milliseconds of CPU time
	 * @param classes how many were loaded
	 * @param heap megabytes in use after a collection
	 */
	private record Start(double wall, double cpu, long classes, double heap) {
	}

}
