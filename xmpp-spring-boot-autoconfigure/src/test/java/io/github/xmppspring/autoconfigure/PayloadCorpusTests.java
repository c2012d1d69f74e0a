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

package io.github.xmppspring.autoconfigure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.namespace.QName;

import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.TestReport;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.ElementWriter;
import io.github.xmppspring.xml.Infoset;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.XmlLimits;
import io.github.xmppspring.xml.XmlNode;
import io.github.xmppspring.xml.XmlText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads and writes the payloads in the example stanzas of the XEPs with the built-in
 * codecs. What is written must equal what was read in the loose form, which drops
 * indentation. Stanzas without such a payload must survive as elements in the strict
 * form.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
class PayloadCorpusTests {

	private static final List<String> FILES = List.of("stanzas/iq.jsonl", "stanzas/message.jsonl",
			"stanzas/presence.jsonl");

	/**
	 * Records whose payload does not come out as it went in, and why.
	 */
	private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
			Map.entry("xep-0026-ex004-1", "the form does not say what it is for"),
			Map.entry("xep-0026-ex006-1", "the form does not say what it is for"),
			Map.entry("xep-0052-ex001-1", "the form does not say what it is for"),
			Map.entry("xep-0052-ex002-1", "the form does not say what it is for"),
			Map.entry("xep-0105-ex001-1", "the form does not say what it is for"),
			Map.entry("xep-0136-ex058-1", "what a page is asked by is in the other order"),
			Map.entry("xep-0214-ex003-1", "the form does not say what it is for"),
			Map.entry("xep-0248-ex033-1", "options of the form hold a text instead of a value"),
			Map.entry("xep-0497-ex003-1", "an item has only the white space around a comment"),
			Map.entry("xep-0497-ex006-1", "an item has only the white space around a comment"));

	private static final int MAX_FAILURE = 2000;

	/**
	 * What the examples have in the place of something that is left out.
	 */
	private static final Pattern PLACEHOLDER = Pattern
		.compile("\\.(\\s*\\.)+|\u2026|\\[.*(\\.\\.\\.|\u2026).*]|\\.\\.\\. .* \\.\\.\\.", Pattern.DOTALL);

	private final ElementReader reader = new ElementReader(XmlLimits.DEFAULT)
		.in(new NamespaceScope(Iq.DEFAULT_NAMESPACE, List.of()));

	private final ElementWriter writer = new ElementWriter().in(new NamespaceScope(Iq.DEFAULT_NAMESPACE, List.of()));

	private final Map<QName, List<PayloadCodec<?>>> codecs = codecs();

	@Test
	void payloadsComeOutAsTheyWentIn() {
		Map<QName, Count> counts = new TreeMap<>(Comparator.comparing(QName::toString));
		Map<String, String> failures = new LinkedHashMap<>();
		Set<String> seen = new TreeSet<>();
		Count others = new Count();
		Stream<JsonNode> records = FILES.stream().filter(Corpus::isPresent).flatMap(Corpus::records);
		records.forEach((record) -> {
			String id = record.get("id").asString();
			seen.add(id);
			List<Element> payloads = payloads(this.reader.read(record.get("xml").asString()));
			for (Element payload : payloads) {
				Count count = counts.computeIfAbsent(payload.name(), (name) -> new Count());
				count.add(id, check(payload), failures);
			}
			if (payloads.isEmpty()) {
				others.add(id, checkStrictly(record), failures);
			}
		});

		TestReport.publish("payload-corpus.md", table(counts, others, failures));

		Map<String, String> unexpected = new LinkedHashMap<>(failures);
		unexpected.keySet().removeAll(EXCEPTIONS.keySet());
		assertThat(unexpected.entrySet()).as("payloads that come out otherwise").isEmpty();
		assertThat(EXCEPTIONS.keySet().stream().filter(seen::contains)).as("exceptions that fail in fact")
			.allSatisfy((id) -> assertThat(failures).containsKey(id));
	}

	@Test
	void lossesAreFound() {
		Element full = Element.parse("<query xmlns='jabber:iq:version'><name>a</name><x xmlns='urn:x'/>...</query>");

		assertThat(check(full, SoftwareVersion.CODEC).kind()).isEqualTo(Kind.EQUAL_BUT_PLACEHOLDERS);
		assertThat(check(full, new Lossy((element) -> SoftwareVersion.of("a", "1"))).kind()).isEqualTo(Kind.OTHER);
		assertThat(check(full, new Lossy((element) -> {
			throw new PayloadException("bad");
		})).failure()).isEqualTo("refused: bad");
	}

	private static Map<QName, List<PayloadCodec<?>>> codecs() {
		Map<QName, List<PayloadCodec<?>>> codecs = new HashMap<>();
		BuiltinPayloads.CODECS
			.forEach((codec) -> codecs.computeIfAbsent(codec.name(), (name) -> new ArrayList<>()).add(codec));
		return codecs;
	}

	/**
	 * The elements below this one that have a codec, but none below those.
	 */
	private List<Element> payloads(Element parent) {
		return parent.children()
			.stream()
			.flatMap((child) -> this.codecs.containsKey(child.name()) ? Stream.of(child) : payloads(child).stream())
			.toList();
	}

	/**
	 * How the payload fares with the type of its name it fares best with.
	 */
	private Outcome check(Element payload) {
		return this.codecs.get(payload.name())
			.stream()
			.map((codec) -> check(payload, codec))
			.min(Comparator.comparing(Outcome::kind))
			.orElseThrow();
	}

	private <T> Outcome check(Element payload, PayloadCodec<T> codec) {
		try {
			T value = codec.read(payload);
			Element written = this.reader.read(this.writer.write(codec.write(value)));
			T again = codec.read(written);
			if (!again.equals(value)) {
				return new Outcome(Kind.OTHER, "read " + value + ", then " + again);
			}
			if (Infoset.loose(written).equals(Infoset.loose(payload))) {
				return new Outcome(Kind.EQUAL, "");
			}
			String expected = Infoset.loose(withoutPlaceholders(payload));
			String actual = Infoset.loose(withoutPlaceholders(written));
			return actual.equals(expected) ? new Outcome(Kind.EQUAL_BUT_PLACEHOLDERS, "")
					: new Outcome(Kind.OTHER, "read " + expected + ", wrote " + actual);
		}
		catch (PayloadException ex) {
			return new Outcome(Kind.OTHER, "refused: " + ex.getMessage());
		}
		catch (RuntimeException ex) {
			return new Outcome(Kind.OTHER, "fails: " + ex);
		}
	}

	private static Element withoutPlaceholders(Element element) {
		Element.Builder copy = Element.builder(element.name());
		element.attributes()
			.forEach((attribute) -> copy.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(),
					attribute.value()));
		for (XmlNode node : element.content()) {
			if (node instanceof Element child) {
				copy.child(withoutPlaceholders(child));
			}
			else if (node instanceof XmlText text && !PLACEHOLDER.matcher(text.value().trim()).matches()) {
				copy.text(text.value());
			}
		}
		return copy.build();
	}

	private Outcome checkStrictly(JsonNode record) {
		Element stanza = this.reader.read(record.get("xml").asString());
		String written = Infoset.strict(this.reader.read(this.writer.write(stanza)));
		String expected = record.get("infoset").asString();
		return written.equals(expected) ? new Outcome(Kind.EQUAL, "")
				: new Outcome(Kind.OTHER, "read " + expected + ", wrote " + written);
	}

	private static String table(Map<QName, Count> counts, Count others, Map<String, String> failures) {
		StringBuilder table = new StringBuilder("# Payloads of the example stanzas: read, typed, written\n\n")
			.append("| Payload | Count | Equal | Equal but for `...` in the place of something | Exceptions |\n")
			.append("|---|--:|--:|--:|---|\n");
		counts.forEach((name, count) -> table.append(count.row("`" + name + "`")));
		Count all = new Count();
		counts.values().forEach(all::addAll);
		table.append(all.row("all"));
		table.append(others.row("stanzas with no such payload, as elements, strictly"));
		failures.forEach((id, failure) -> table.append("\n- ")
			.append(id)
			.append(": ")
			.append(reason(id))
			.append(": `")
			.append(shortened(failure))
			.append('`'));
		return table.append('\n').toString();
	}

	private static String shortened(String failure) {
		String line = failure.replaceAll("\\s+", " ");
		return (line.length() <= MAX_FAILURE) ? line : line.substring(0, MAX_FAILURE) + "…";
	}

	private static String reason(String id) {
		return EXCEPTIONS.getOrDefault(id, "**unexpected**");
	}

	/**
	 * From good to bad.
	 */
	private enum Kind {

		EQUAL, EQUAL_BUT_PLACEHOLDERS, OTHER

	}

	private record Outcome(Kind kind, String failure) {
	}

	private static final class Count {

		private int total;

		private int placeholders;

		private final List<String> failed = new ArrayList<>();

		void add(String id, Outcome outcome, Map<String, String> failures) {
			this.total++;
			if (outcome.kind() == Kind.EQUAL_BUT_PLACEHOLDERS) {
				this.placeholders++;
			}
			if (outcome.kind() == Kind.OTHER) {
				this.failed.add(id);
				failures.put(id, outcome.failure());
			}
		}

		void addAll(Count other) {
			this.total += other.total;
			this.placeholders += other.placeholders;
			this.failed.addAll(other.failed);
		}

		String row(String name) {
			int equal = this.total - this.placeholders - this.failed.size();
			String exceptions = String.join("<br>", this.failed.stream().map((id) -> id + ": " + reason(id)).toList());
			return "| %s | %d | %d | %d | %s |%n".formatted(name, this.total, equal, this.placeholders, exceptions);
		}

	}

	private record Lossy(Function<Element, SoftwareVersion> reader) implements PayloadCodec<SoftwareVersion> {

		@Override
		public QName name() {
			return SoftwareVersion.NAME;
		}

		@Override
		public Class<SoftwareVersion> type() {
			return SoftwareVersion.class;
		}

		@Override
		public SoftwareVersion read(Element element) {
			return this.reader.apply(element);
		}

		@Override
		public Element write(SoftwareVersion value) {
			return SoftwareVersion.CODEC.write(value);
		}

	}

}
