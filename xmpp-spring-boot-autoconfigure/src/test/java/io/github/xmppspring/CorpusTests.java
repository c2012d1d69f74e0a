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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Corpus}.
 *
 * @author XMPP for Spring Boot contributors
 */
class CorpusTests {

	@Test
	void expandsStringsToUtf8() {
		assertThat(expand("['a', '\u20ac', '']")).isEqualTo("a\u20ac");
	}

	@Test
	void expandsHex() {
		assertThat(Corpus.expand(json("['<', {'hex': 'c0af'}]"))).containsExactly('<', 0xc0, 0xaf);
	}

	@Test
	void countsTheRoundsOfTheInnermostRepeat() {
		String inner = "{'repeat': 3, 'of': [{'counter': 0}]}";
		String pieces = "['[', {'repeat': 2, 'of': [{'counter': 7}, '(', " + inner + ", ')']}, ']']";

		assertThat(expand(pieces)).isEqualTo("[7(012)8(012)]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{'counter': 1}]", "[{'other': 1}]", "'text'", "[1]" })
	void rejectsWhatIsNoPiece(String pieces) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> expand(pieces));
	}

	@Test
	void checksLengthAndDigest() {
		String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

		assertThat(Corpus.bytes(json("{'pieces': [''], 'length': 0, 'sha256': '" + empty + "'}"))).isEmpty();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> Corpus.bytes(json("{'pieces': ['a'], 'length': 2}")));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> Corpus.bytes(json("{'pieces': ['a'], 'sha256': '" + empty + "'}")));
	}

	@Test
	void readsTextGivenPlainlyOrInPieces() {
		JsonNode record = json("{'a': 'x', 'b_pieces': ['x', 'y'], 'c': null}");

		assertThat(Corpus.text(record, "a")).isEqualTo("x");
		assertThat(Corpus.text(record, "b")).isEqualTo("xy");
		assertThat(Corpus.text(record, "c")).isNull();
		assertThat(Corpus.text(record, "d")).isNull();
	}

	@CorpusTest
	@ParameterizedTest(name = "{0}")
	@MethodSource
	void everyProgramOfTheCorporaExpands(String id, JsonNode program) {
		assertThat(Corpus.bytes(program)).isNotEmpty();
	}

	static Stream<Arguments> everyProgramOfTheCorporaExpands() {
		Stream<JsonNode> streams = Corpus.records("streams/streams.jsonl");
		Stream<JsonNode> hostile = Corpus.records("hostile/hostile.jsonl");
		return Stream.concat(
				streams.flatMap((record) -> record.get("segments")
					.valueStream()
					.map((segment) -> Arguments.of(record.get("id").asString(), segment))),
				hostile.map((record) -> Arguments.of(record.get("id").asString(), record)));
	}

	@Test
	void takesOneCorpusFromAnotherFolder(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("jids.jsonl"), "{\"id\": \"a\"}\n\n{\"id\": \"b\"}\n");

		withProperty("corpus.jids", folder, () -> {
			assertThat(Corpus.isPresent()).isTrue();
			assertThat(ids("jids/jids.jsonl")).containsExactly("a", "b");
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ids("jids/escaping.jsonl"));
		});
	}

	@Test
	void takesOneCorpusFromAFile(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("other.jsonl"), "{\"id\": \"a\"}");

		withProperty("corpus.iq-behaviour", file,
				() -> assertThat(ids("iq-behaviour/scripts.jsonl")).containsExactly("a"));
		withProperty("corpus.stanzas", file,
				() -> assertThatExceptionOfType(TestAbortedException.class).isThrownBy(() -> ids("stanzas/iq.jsonl"))
					.withMessageContaining("-Dcorpus.stanzas"));
		withProperty("corpus.stanzas", Files.move(file, folder.resolve("iq.jsonl")),
				() -> assertThat(ids("stanzas/iq.jsonl")).containsExactly("a"));
	}

	@Test
	void complainsOfAFolderThatIsNotThere(@TempDir Path folder) {
		withProperty("corpus.hostile", folder.resolve("typo"),
				() -> assertThatIllegalStateException().isThrownBy(() -> ids("hostile/hostile.jsonl"))
					.withMessageContaining("typo"));
	}

	@Test
	void takesAllCorporaFromAnotherFolder(@TempDir Path folder) throws IOException {
		Files.createDirectory(folder.resolve("jids"));
		Files.writeString(folder.resolve("jids/jids.jsonl"), "{\"id\": \"a\"}");

		withProperty("corpus.dir", folder, () -> {
			assertThat(ids("jids/jids.jsonl")).containsExactly("a");
			assertThatExceptionOfType(TestAbortedException.class).isThrownBy(() -> ids("streams/streams.jsonl"));
		});
	}

	private static List<String> ids(String file) {
		return Corpus.records(file).map((record) -> record.get("id").asString()).toList();
	}

	private static void withProperty(String name, Path value, Runnable test) {
		String before = System.getProperty(name);
		System.setProperty(name, value.toString());
		try {
			test.run();
		}
		finally {
			if (before != null) {
				System.setProperty(name, before);
			}
			else {
				System.clearProperty(name);
			}
		}
	}

	private static String expand(String pieces) {
		return new String(Corpus.expand(json(pieces)), StandardCharsets.UTF_8);
	}

	private static JsonNode json(String json) {
		return new JsonMapper().readTree(json.replace('\'', '"'));
	}

}
