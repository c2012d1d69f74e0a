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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts tests by class and server, and tells at the end of the run what ran where and
 * what did not run: a line on the console and, where the build names a directory for it
 * in the system property {@value #DIRECTORY}, a table over all modules of the build.
 *
 * <p>
 * Each module leaves its counts in a file of its own in that directory. Files of other
 * builds, told by the system property {@value #BUILD}, do not count.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestServerReport {

	static final String DIRECTORY = "xmpp.test.report.directory";

	static final String BUILD = "xmpp.test.report.build";

	private static final String MODULE = "xmpp.test.report.module";

	private final TestServerCounts counts = new TestServerCounts();

	synchronized void count(Class<?> test, TestServerKind server, TestOutcome outcome) {
		this.counts.add(test.getSimpleName(), server.toString(), outcome);
	}

	synchronized void notRun(String counterpart, String reason) {
		this.counts.addNotRun(counterpart, reason);
	}

	/**
	 * Write the table and print the line.
	 */
	synchronized void publish() {
		String directory = System.getProperty(DIRECTORY);
		TestServerCounts all = (directory != null) ? merge(Path.of(directory)) : this.counts;
		System.out.println(all.line());
	}

	private TestServerCounts merge(Path directory) {
		String build = System.getProperty(BUILD, "");
		try {
			Files.createDirectories(directory);
			Files.write(directory.resolve(System.getProperty(MODULE, "tests") + ".tsv"),
					Stream.concat(Stream.of(build), this.counts.rows()).toList());
			TestServerCounts all = new TestServerCounts();
			for (Path file : files(directory)) {
				List<String> lines = Files.readAllLines(file);
				if (lines.get(0).equals(build)) {
					lines.stream().skip(1).forEach(all::addRow);
				}
			}
			Files.writeString(directory.resolveSibling("test-servers.md"), all.table());
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.toString().endsWith(".tsv")).sorted().toList();
		}
	}

}
