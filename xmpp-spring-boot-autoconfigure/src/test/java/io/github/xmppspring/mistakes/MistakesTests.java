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

package io.github.xmppspring.mistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each mistake is explained in the words that the README has for it: at the
 * start and, where it is one of the connection, later on in health and events. Each row
 * of the README is a test here, and each test here is a row there.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class MistakesTests {

	private static final String TITLE = "\n## What is wrong, and what to change\n";

	private static final Map<String, Map<String, Trial>> TRIALS = trials();

	private static Map<String, Map<String, Trial>> trials() {
		Map<String, Map<String, Trial>> trials = new LinkedHashMap<>();
		trials.put("Properties", PropertyMistakes.trials());
		trials.put("Settings without effect", PropertyMistakes.withoutEffect());
		trials.put("Handlers and payloads", CodeMistakes.trials());
		trials.put("The connection", ConnectionMistakes.trials());
		return trials;
	}

	@ParameterizedTest
	@MethodSource("rows")
	void isExplained(Row row, CapturedOutput output) throws Exception {
		Words words = row.trial().make(output);

		assertThat(Row.of(row.what(), words)).isEqualTo(row.expected());
	}

	@Test
	void readmeHasOneRowForEachMistake() throws IOException {
		Map<String, List<String>> documented = documented();
		Map<String, List<String>> tested = new LinkedHashMap<>();
		TRIALS.forEach((title, trials) -> tested.put(title, List.copyOf(trials.keySet())));

		assertThat(documented).isEqualTo(tested);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void remedyNamesSomethingToChange(Row row) {
		assertThat(row.expected()).as("the row of " + row.what()).isNotNull().endsWith(". |");
	}

	static Stream<Row> rows() throws IOException {
		Map<String, String> lines = new LinkedHashMap<>();
		section().filter((line) -> line.startsWith("| ")).forEach((line) -> lines.put(what(line), line));
		return TRIALS.values()
			.stream()
			.flatMap((trials) -> trials.entrySet().stream())
			.map((entry) -> new Row(entry.getKey(), entry.getValue(), lines.get(entry.getKey())));
	}

	private static Map<String, List<String>> documented() throws IOException {
		Map<String, List<String>> documented = new LinkedHashMap<>();
		List<String> rows = new ArrayList<>();
		for (String line : section().toList()) {
			if (line.startsWith("### ")) {
				rows = new ArrayList<>();
				documented.put(line.substring(4), rows);
			}
			else if (line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| Mistake |")) {
				rows.add(what(line));
			}
		}
		return documented;
	}

	private static String what(String line) {
		return line.substring(2, line.indexOf(" | "));
	}

	private static Stream<String> section() throws IOException {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("README.md"))) {
			directory = directory.getParent();
		}
		String readme = Files.readString(directory.resolve("README.md"));
		String section = readme.substring(readme.indexOf(TITLE) + TITLE.length());
		return section.substring(0, section.indexOf("\n## ")).lines();
	}

	/**
	 * A mistake and what the README has for it.
	 *
	 * @param what the mistake
	 * @param trial makes it
	 * @param expected the line of the README, {@code null} if there is none
	 */
	record Row(String what, Trial trial, String expected) {

		static String of(String what, Words words) {
			return "| " + what + " | " + escape(words.problem()) + " | " + escape(words.remedy()) + " |";
		}

		private static String escape(String text) {
			return text.replace("|", "\\|").replace("<", "&lt;");
		}

		@Override
		public String toString() {
			return this.what;
		}

	}

}
