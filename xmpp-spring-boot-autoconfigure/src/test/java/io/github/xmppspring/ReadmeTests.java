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

package io.github.xmppspring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.xmppspring.autoconfigure.XmppProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the README says what is: its Java is compiled elsewhere, in a region between
 * {@code tag::name[]} and {@code end::name[]}, and its table of properties is that of
 * their metadata.
 *
 * @author XMPP for Spring Boot contributors
 */
class ReadmeTests {

	private static final Path ROOT = root();

	private static final String README = read("README.md");

	private static final Pattern JAVA = Pattern.compile("(?:<!-- snippet: (\\S+)#(\\S+) -->\\n)?```java\\n(.*?)```\\n",
			Pattern.DOTALL);

	@ParameterizedTest
	@MethodSource
	void javaIsCompiledCode(Snippet snippet) {
		assertThat(snippet.file()).as("the comment that says where this is compiled: " + snippet.code()).isNotNull();
		assertThat(snippet.code()).isEqualTo(region(snippet.file(), snippet.tag()));
	}

	static Stream<Snippet> javaIsCompiledCode() {
		Matcher matcher = JAVA.matcher(README);
		return matcher.results().map((found) -> new Snippet(found.group(1), found.group(2), found.group(3)));
	}

	@Test
	void tableOfPropertiesIsThatOfMetadata() throws IOException, URISyntaxException {
		String table = properties().map(ReadmeTests::row).collect(Collectors.joining());

		assertThat(README).contains("| --- | --- | --- |\n" + table + "\n");
	}

	@Test
	void propertiesThatDecideAheadOfTimeAreThoseOfConditions() {
		String section = README.substring(README.indexOf("\n### Ahead-of-time processing\n"));
		String list = section.substring(section.indexOf("\n- the properties "), section.indexOf(";\n- "));

		assertThat(Pattern.compile("`(.+?)`").matcher(list).results().map((found) -> found.group(1)))
			.containsExactlyInAnyOrderElementsOf(conditionalProperties());
	}

	@ParameterizedTest
	@CsvSource({ "Run, mvn -Dfast -pl sample-app -am spring-boot:run", "Test, mvn -B verify",
			"Benchmarks, mvn -q -Dfast -Pbenchmark -pl xmpp-spring-boot-autoconfigure test-compile exec:exec@jmh" })
	void firstBlockIsTheCommand(String title, String command) {
		String section = README.substring(README.indexOf("\n## " + title + "\n"));

		assertThat(section.split("```")[1]).isEqualTo("sh\n" + command + "\n");
	}

	// Lists have a condition of their own
	private static Set<String> conditionalProperties() {
		Set<String> names = new TreeSet<>(Set.of("xmpp.pubsub.notify"));
		for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.github.xmppspring.autoconfigure")) {
			Stream.concat(Stream.of(type), type.getMethods().stream())
				.flatMap((annotated) -> annotated.getAnnotations().stream())
				.forEach((annotation) -> collect(annotation, names));
		}
		return names;
	}

	private static void collect(JavaAnnotation<?> annotation, Set<String> names) {
		if (annotation.getRawType().getSimpleName().matches("ConditionalOn.*Propert(y|ies)")) {
			Stream.of("name", "value").map(annotation::get).flatMap(Optional::stream).forEach((values) -> {
				for (Object value : (Object[]) values) {
					if (value instanceof JavaAnnotation<?> repeated) {
						collect(repeated, names);
					}
					else {
						names.add((String) value);
					}
				}
			});
		}
	}

	private static Stream<Map<String, Object>> properties() throws IOException, URISyntaxException {
		Path classes = Path.of(XmppProperties.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		String metadata = Files.readString(classes.resolve("META-INF/spring-configuration-metadata.json"));
		List<Map<String, Object>> properties = new ArrayList<>();
		for (Object property : (List<?>) JsonParserFactory.getJsonParser().parseMap(metadata).get("properties")) {
			Map<String, Object> copy = ((Map<?, ?>) property).entrySet()
				.stream()
				.collect(Collectors.toMap((entry) -> (String) entry.getKey(), Map.Entry::getValue));
			properties.add(copy);
		}
		return properties.stream().sorted(Comparator.comparing((property) -> (String) property.get("name")));
	}

	private static String row(Map<String, Object> property) {
		Object defaultValue = property.get("defaultValue");
		return "| `%s` | %s | %s |\n".formatted(property.get("name"),
				(defaultValue != null) ? "`" + defaultValue + "`" : "", property.get("description"));
	}

	private static String region(String file, String tag) {
		StringBuilder region = new StringBuilder();
		boolean within = false;
		for (String line : read(file).split("\n", -1)) {
			boolean marker = line.strip().matches("// (tag|end)::.*");
			if (line.strip().equals("// end::" + tag + "[]")) {
				within = false;
			}
			if (within && !marker) {
				region.append(line).append('\n');
			}
			if (line.strip().equals("// tag::" + tag + "[]")) {
				within = true;
			}
		}
		return region.toString().stripTrailing().stripIndent() + "\n";
	}

	private static String read(String file) {
		try {
			return Files.readString(ROOT.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path root() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("README.md"))) {
			directory = directory.getParent();
		}
		return directory;
	}

	record Snippet(String file, String tag, String code) {

		@Override
		public String toString() {
			return this.file + "#" + this.tag;
		}

	}

}
