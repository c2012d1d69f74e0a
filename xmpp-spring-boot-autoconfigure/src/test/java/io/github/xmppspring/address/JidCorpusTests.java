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

package io.github.xmppspring.address;

import java.util.Objects;
import java.util.stream.Stream;

import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link Jid} with the corpora of JIDs and of escaped localparts.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
class JidCorpusTests {

	private static final JidCache CACHE = new JidCache();

	private static final String LABELS = "RFC 7622, 3.2 wants the labels of RFC 5890, which have at most 63 octets; "
			+ "neither DNS nor a certificate could name a longer one";

	@ParameterizedTest(name = "{0}")
	@MethodSource("jids")
	void parsesAsTheRecordSays(String id, JsonNode record) {
		boolean disputed = record.has("disputed");
		Choice choice = disputed ? choice(id) : null;
		String expected = (choice != null) ? choice.normalised() : normalised(record);

		Jid jid = parse(Corpus.text(record, "jid"));

		String actual = Objects.toString(jid, null);
		assumeTrue(!disputed || choice != null || Objects.equals(actual, expected),
				() -> "Disputed, and no choice is written down for it: we make it " + actual);
		assertThat(actual).as("%s", record).isEqualTo(expected);
		if (jid != null) {
			assertThatPartsEqual(jid, record);
			assertThatIsStable(jid);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("escapings")
	void escapesAndUnescapes(String id, JsonNode record) {
		String unescaped = record.get("unescaped").asString();
		String escaped = record.get("escaped").asString();

		assertThat(Jid.escapeLocal(unescaped)).isEqualTo(escaped);
		assertThat(Jid.unescapeLocal(escaped)).isEqualTo(unescaped);
		assertThat(Jid.of(escaped, "example.com", null).local()).isEqualTo(escaped);
	}

	static Stream<Arguments> jids() {
		return records("jids/jids.jsonl");
	}

	static Stream<Arguments> escapings() {
		return records("jids/escaping.jsonl");
	}

	private static Stream<Arguments> records(String path) {
		return Corpus.records(path).map((record) -> Arguments.of(record.get("id").asString(), record));
	}

	private static @Nullable Jid parse(String text) {
		try {
			Jid jid = CACHE.of(text);
			assertThat(CACHE.of(text)).isEqualTo(jid).isEqualTo(Jid.of(text));
			return jid;
		}
		catch (JidFormatException ex) {
			return null;
		}
	}

	private static @Nullable String normalised(JsonNode record) {
		if (!record.get("valid").asBoolean()) {
			return null;
		}
		String local = Corpus.text(record, "local");
		String resource = Corpus.text(record, "resource");
		return ((local != null) ? local + "@" : "") + Corpus.text(record, "domain")
				+ ((resource != null) ? "/" + resource : "");
	}

	private static void assertThatPartsEqual(Jid jid, JsonNode record) {
		if (jid.toString().equals(normalised(record))) {
			assertThat(jid.local()).as("localpart").isEqualTo(Corpus.text(record, "local"));
			assertThat(jid.domain()).as("domainpart").isEqualTo(Corpus.text(record, "domain"));
			assertThat(jid.resource()).as("resourcepart").isEqualTo(Corpus.text(record, "resource"));
		}
	}

	private static void assertThatIsStable(Jid jid) {
		assertThat(Jid.of(jid.toString())).isEqualTo(jid).hasToString(jid.toString());
		assertThat(Jid.of(jid.local(), jid.domain(), jid.resource())).isEqualTo(jid);
		assertThat(Jid.of(null, jid.asciiDomain(), null)).isEqualTo(jid.domainJid());
	}

	/**
	 * Return what we choose in a disputed record, where implementations differ. A
	 * disputed record without a choice has to go as it says.
	 */
	private static @Nullable Choice choice(String id) {
		return switch (id) {
			case "jid-010" -> accept("\u03c2@example.com",
					"RFC 7622, 3.5: final sigma stays, as localparts become lower case and are not case-folded");
			case "jid-021", "jid-147" -> refuse(LABELS);
			case "jid-046" -> accept("juliet@example.com/ foo",
					"OpaqueString keeps spaces, and erratum 4560 corrects the table of RFC 7622");
			case "jid-129" ->
				refuse("no host has such a name, and the author of a configuration should hear it at once");
			default -> null;
		};
	}

	private static Choice accept(String normalised, String reason) {
		return new Choice(normalised, reason);
	}

	private static Choice refuse(String reason) {
		return new Choice(null, reason);
	}

	/**
	 * A decision about a disputed record.
	 *
	 * @param normalised the normal form or {@code null} if we refuse the JID
	 * @param reason why
	 */
	private record Choice(@Nullable String normalised, String reason) {

	}

}
