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
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BehaviourTable}, and that the table and the tests fit together.
 *
 * @author XMPP for Spring Boot contributors
 */
class BehaviourTableTests {

	private static final Pattern NAME = Pattern.compile("(" + BehaviourTable.ID + ") .*");

	private static final List<String> LINES = List.of("# Title", "", "| Row | Seed | Ours |", "| --- | --- | --- |",
			"| A1 | one | two |");

	@TempDir
	private Path reports;

	@Test
	void rowsAndTestsFitTogether() throws Exception {
		List<String> rows = BehaviourTable.rows(rows());

		assertThat(rows).doesNotHaveDuplicates().hasSizeGreaterThan(100);
		assertThat(new TreeSet<>(rows)).isEqualTo(new TreeSet<>(idsOfTests()));
	}

	@Test
	void rowsArePrintedWithTheirTests() throws Exception {
		report("<testcase name='A1 does it' classname='a.b.CTests'/><testcase name='A1 also' classname='a.b.CTests'/>"
				+ "<testcase name='A12 other' classname='a.b.CTests'/><testcase name='a1()' classname='a.b.CTests'/>");

		BehaviourTable table = table();

		assertThat(table.print()).isEqualTo("""
				# Title

				| Row | Seed | Ours | Tests | Result |
				| --- | --- | --- | --- | --- |
				| A1 | one | two | 2 in CTests | passed |

				1 rows, 2 tests: all passed
				""");
		assertThat(table.failures()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "<failure/>, 1 FAILED", "<error/>, 1 FAILED", "<skipped/>, 1 SKIPPED" })
	void rowHoldsOnlyIfAllItsTestsPass(String outcome, String verdict) throws Exception {
		report("<testcase name='A1 does it' classname='CTests'/><testcase name='A1 also' classname='CTests'>" + outcome
				+ "</testcase>");

		BehaviourTable table = table();

		assertThat(table.print()).contains("| 2 in CTests | " + verdict + " |").contains("1 rows are not shown");
		assertThat(table.failures()).isOne();
	}

	@Test
	void rowWithoutTestDoesNotHold() throws Exception {
		report("<testcase name='A2 does it' classname='CTests'/>");

		BehaviourTable table = table();

		assertThat(table.print()).contains("NO TEST");
		assertThat(table.failures()).isOne();
	}

	private BehaviourTable table() throws Exception {
		return new BehaviourTable(LINES, BehaviourTable.read(List.of(this.reports)));
	}

	private void report(String cases) throws IOException {
		Files.writeString(this.reports.resolve("TEST-a.xml"), "<testsuite>" + cases + "</testsuite>");
	}

	private static List<String> rows() throws IOException {
		try (InputStream resource = BehaviourTableTests.class.getResourceAsStream("behaviours.md")) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

	private static Set<String> idsOfTests() throws Exception {
		String pattern = "classpath*:"
				+ ClassUtils.convertClassNameToResourcePath(BehaviourTableTests.class.getPackageName())
				+ "/*Tests.class";
		Resource[] classes = new PathMatchingResourcePatternResolver().getResources(pattern);
		return Arrays.stream(classes).flatMap(BehaviourTableTests::ids).collect(Collectors.toSet());
	}

	private static Stream<String> ids(Resource resource) {
		String name = BehaviourTableTests.class.getPackageName() + "." + resource.getFilename().replace(".class", "");
		Method[] methods = ClassUtils.resolveClassName(name, null).getDeclaredMethods();
		return Arrays.stream(methods)
			.map((method) -> method.getAnnotation(DisplayName.class))
			.filter((displayName) -> displayName != null)
			.map((displayName) -> NAME.matcher(displayName.value()))
			.filter(Matcher::matches)
			.map((matcher) -> matcher.group(1));
	}

}
