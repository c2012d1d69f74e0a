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

package io.github.xmppspring.behaviour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Prints the table of behaviours as Markdown: each row with the tests whose names begin
 * with its id, and their results by the reports of the last build. Needs nothing but a
 * JDK: {@code java BehaviourTable.java}, in the root of the project or with the folders
 * of the reports as arguments. The exit code is 0 only if each row has tests and all of
 * them passed, and 2 if there are no reports.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class BehaviourTable {

	/** What a row begins with, and the name of its tests. */
	static final String ID = "[A-Z]{1,2}\\d+|roster|disco|pubsub|vcard4";

	private static final String MODULE = "xmpp-spring-boot-autoconfigure";

	private static final String ROWS = MODULE + "/src/test/resources/io/github/xmppspring/behaviour/behaviours.md";

	private static final Pattern ROW = Pattern.compile("\\| (" + ID + ") \\| .* \\|");

	private static final Pattern NAME = Pattern.compile("(" + ID + ")[ :].*", Pattern.DOTALL);

	private final List<String> lines;

	private final Map<String, List<TestCase>> tests;

	private int failures;

	BehaviourTable(List<String> lines, List<TestCase> tests) {
		this.lines = lines;
		this.tests = tests.stream().collect(Collectors.groupingBy(TestCase::row));
	}

	public static void main(String[] arguments) throws Exception {
		Path root = root();
		List<Path> folders = (arguments.length > 0) ? Stream.of(arguments).map(Path::of).toList() : reports(root);
		List<TestCase> tests = read(folders);
		if (tests.isEmpty()) {
			System.err.println("There are no reports of tests: run 'mvn -B verify' before");
			System.exit(2);
		}
		BehaviourTable table = new BehaviourTable(Files.readAllLines(root.resolve(ROWS)), tests);
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		out.print(table.print());
		for (Path file : furtherTables(root)) {
			out.print("\n" + Files.readString(file));
		}
		System.exit((table.failures() > 0) ? 1 : 0);
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (folder != null && !Files.exists(folder.resolve(ROWS))) {
			folder = folder.getParent();
		}
		if (folder == null) {
			throw new IllegalStateException("To be called within the project");
		}
		return folder;
	}

	private static List<Path> reports(Path root) throws IOException {
		try (Stream<Path> modules = Files.list(root)) {
			return modules.map((module) -> module.resolve("target"))
				.flatMap((target) -> Stream.of(target.resolve("surefire-reports"), target.resolve("failsafe-reports")))
				.filter(Files::isDirectory)
				.toList();
		}
	}

	private static List<Path> furtherTables(Path root) throws IOException {
		Path target = root.resolve(MODULE).resolve("target");
		if (!Files.isDirectory(target)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(target)) {
			return files.filter((file) -> file.getFileName().toString().endsWith(".md")).sorted().toList();
		}
	}

	static List<TestCase> read(List<Path> folders) throws Exception {
		List<TestCase> tests = new ArrayList<>();
		for (Path folder : folders) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.filter(BehaviourTable::isReport).sorted().toList()) {
					readReport(file, tests);
				}
			}
		}
		return tests;
	}

	private static boolean isReport(Path file) {
		return file.getFileName().toString().matches("TEST-.*\\.xml");
	}

	private static void readReport(Path file, List<TestCase> tests)
			throws IOException, SAXException, ParserConfigurationException {
		DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
		NodeList cases = parser.parse(file.toFile()).getElementsByTagName("testcase");
		for (int i = 0; i < cases.getLength(); i++) {
			Element test = (Element) cases.item(i);
			Matcher name = NAME.matcher(test.getAttribute("name"));
			if (name.matches()) {
				tests.add(new TestCase(name.group(1), test.getAttribute("classname"), Result.of(test)));
			}
		}
	}

	/**
	 * The ids of rows.
	 * @param lines a table
	 * @return the ids in their order
	 */
	static List<String> rows(List<String> lines) {
		return lines.stream().map(ROW::matcher).filter(Matcher::matches).map((row) -> row.group(1)).toList();
	}

	String print() {
		StringBuilder text = new StringBuilder();
		int rows = 0;
		int count = 0;
		this.failures = 0;
		for (String line : this.lines) {
			Matcher row = ROW.matcher(line);
			if (row.matches()) {
				List<TestCase> found = this.tests.getOrDefault(row.group(1), List.of());
				rows++;
				count += found.size();
				text.append(line)
					.append(' ')
					.append(describe(found))
					.append(" | ")
					.append(verdict(found))
					.append(" |\n");
			}
			else {
				text.append(line.startsWith("| Row") ? line + " Tests | Result |"
						: line.startsWith("| ---") ? line + " --- | --- |" : line)
					.append('\n');
			}
		}
		return text + "\n%d rows, %d tests: %s\n".formatted(rows, count,
				(this.failures == 0) ? "all passed" : this.failures + " rows are not shown to hold");
	}

	int failures() {
		return this.failures;
	}

	private static String describe(List<TestCase> tests) {
		Map<String, Long> counts = tests.stream()
			.collect(Collectors.groupingBy(TestCase::simpleName, TreeMap::new, Collectors.counting()));
		return counts.entrySet()
			.stream()
			.map((entry) -> "%d in %s".formatted(entry.getValue(), entry.getKey()))
			.collect(Collectors.joining(", "));
	}

	private String verdict(List<TestCase> tests) {
		Map<Result, Integer> results = new LinkedHashMap<>();
		tests.forEach((test) -> results.merge(test.result(), 1, Integer::sum));
		if (!tests.isEmpty() && results.keySet().equals(Set.of(Result.PASSED))) {
			return "passed";
		}
		this.failures++;
		return tests.isEmpty() ? "NO TEST"
				: results.entrySet()
					.stream()
					.filter((entry) -> entry.getKey() != Result.PASSED)
					.map((entry) -> entry.getValue() + " " + entry.getKey())
					.collect(Collectors.joining(", "));
	}

	/**
	 * What became of a test.
	 */
	enum Result {

		PASSED, FAILED, SKIPPED;

		static Result of(Element test) {
			if (test.getElementsByTagName("failure").getLength() > 0
					|| test.getElementsByTagName("error").getLength() > 0) {
				return FAILED;
			}
			return (test.getElementsByTagName("skipped").getLength() > 0) ? SKIPPED : PASSED;
		}

	}

	/**
	 * A test of a row.
	 *
	 * @param row the id of the row
	 * @param className its class
	 * @param result what became of it
	 */
	record TestCase(String row, String className, Result result) {

		String simpleName() {
			String top = this.className.replaceAll("\\$.*", "");
			return top.substring(top.lastIndexOf('.') + 1);
		}

	}

}
