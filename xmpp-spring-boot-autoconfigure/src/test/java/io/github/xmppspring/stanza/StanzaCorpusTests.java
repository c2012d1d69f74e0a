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

package io.github.xmppspring.stanza;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import javax.xml.crypto.Data;
import javax.xml.crypto.NodeSetData;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;

import io.github.xmppspring.CorpusCheck;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.ElementWriter;
import io.github.xmppspring.xml.FrameReader;
import io.github.xmppspring.xml.Infoset;
import io.github.xmppspring.xml.NamespaceDeclaration;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.StreamElementWriter;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads and writes the example stanzas of the XEPs. Elements are compared strictly, with
 * all white space; {@link Iq} drops indentation, so it is compared loosely.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
class StanzaCorpusTests {

	private static final String IQ = "stanzas/iq.jsonl";

	private static final Set<String> ILLEGAL = Set.of("iq-no-id", "iq-bad-type", "iq-request-children",
			"iq-result-children");

	private final FrameReader reader = new ElementReader(XmlLimits.DEFAULT)
		.framesIn(new NamespaceScope(Iq.DEFAULT_NAMESPACE, List.of()));

	private final IqReader iqs = new IqReader(StanzaReading.STRICT);

	private final ElementWriter writer = new ElementWriter().in(new NamespaceScope(Iq.DEFAULT_NAMESPACE,
			List.of(new NamespaceDeclaration("stream", "http://etherx.jabber.org/streams"))));

	@ParameterizedTest
	@ValueSource(strings = { "stanzas/iq.jsonl", "stanzas/message.jsonl", "stanzas/presence.jsonl" })
	void readsStanzasWithAllTheyHold(String file) {
		CorpusCheck.of(file, "read, strict infoset").run((record) -> {
			Element element = read(record);

			assertThat(Infoset.strict(element)).isEqualTo(record.get("infoset").asString());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "stanzas/iq.jsonl", "stanzas/message.jsonl", "stanzas/presence.jsonl" })
	void writesStanzasWithAllTheyHoldAndDeclaresTheirPrefixes(String file) {
		CorpusCheck.of(file, "write and read again, strict infoset").run((record) -> {
			String written = this.writer.write(read(record));

			Element again = read(written);
			assertThat(Infoset.strict(again)).isEqualTo(record.get("infoset").asString());
			assertThat(again).isEqualTo(read(record));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "stanzas/iq.jsonl", "stanzas/message.jsonl", "stanzas/presence.jsonl" })
	void writesTheSameBytesOnAStream(String file) {
		StreamElementWriter stream = this.writer.forStream();

		CorpusCheck.of(file, "write to a stream, same bytes").run((record) -> {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();

			stream.write(read(record), bytes);

			assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(this.writer.write(read(record)));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "stanzas/iq.jsonl", "stanzas/message.jsonl", "stanzas/presence.jsonl" })
	void keepsPrefixes(String file) {
		CorpusCheck.of(file, "write, Exclusive C14N")
			.where((record) -> !record.get("c14n_sha256").isNull())
			.run((record) -> {
				String written = read(record).toString();

				assertThat(sha256(canonical(written))).isEqualTo(record.get("c14n_sha256").asString());
			});
	}

	@Test
	void readsAndWritesLegalIqs() {
		CorpusCheck.of(IQ, "Iq, loose infoset").where((record) -> !isIllegal(record)).run((record) -> {
			Element element = read(record);

			Iq iq = this.iqs.read(element);

			assertThat(iq.type().value()).isEqualTo(text(record, "type"));
			assertThat(iq.id()).isEqualTo(text(record, "stanza_id"));
			assertThat(iq.to()).isEqualTo(address(record, "to"));
			assertThat(iq.from()).isEqualTo(address(record, "from"));
			Element written = read(this.writer.write(iq.toElement()));
			assertThat(Iq.from(written)).isEqualTo(iq);
			assertThat(Infoset.loose(comparable(written, element)))
				.isEqualTo(Infoset.loose(comparable(element, element)));
		});
	}

	@Test
	void refusesIllegalIqs() {
		CorpusCheck.of(IQ, "Iq, refused").where(StanzaCorpusTests::isIllegal).run((record) -> {
			Element element = read(record);

			assertThatExceptionOfType(MalformedStanzaException.class).isThrownBy(() -> this.iqs.read(element))
				.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(hasMalformedAddress(record)
						? StanzaErrorCondition.JID_MALFORMED : StanzaErrorCondition.BAD_REQUEST));
		});
	}

	@Test
	void takesErrorsWithoutError() {
		CorpusCheck.of(IQ, "Iq, error without error")
			.where((record) -> has(record, Set.of("iq-error-without-error")) && !isIllegal(record))
			.run((record) -> {
				Iq iq = this.iqs.read(read(record));

				assertThat(iq.type()).isEqualTo(IqType.ERROR);
				assertThat(iq.error()).isNull();
			});
	}

	private Element read(JsonNode record) {
		return read(record.get("xml").asString());
	}

	private Element read(String xml) {
		byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
		return this.reader.read(bytes, 0, bytes.length);
	}

	/**
	 * What an {@link Iq} changes when it is written again: addresses are normalised,
	 * white space in an empty stanza is dropped, and an error that breaks RFC 6120, 8.3
	 * comes out as what it was taken for.
	 */
	private static Element comparable(Element iq, Element original) {
		Element.Builder comparable = Element.builder(iq.name());
		iq.attributes().forEach((attribute) -> {
			boolean address = attribute.equals(Attribute.of("to", attribute.value()))
					|| attribute.equals(Attribute.of("from", attribute.value()));
			comparable.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(),
					address ? Jid.of(attribute.value()) : attribute.value());
		});
		Element error = original.child("error");
		boolean conforming = error == null || isConforming(error);
		iq.children()
			.stream()
			.filter((child) -> conforming || !child.is(iq.namespace(), "error"))
			.forEach(comparable::child);
		return comparable.build();
	}

	private static boolean isConforming(Element error) {
		List<Element> conditions = error.children()
			.stream()
			.filter((child) -> child.namespace().equals(StanzaError.NAMESPACE) && !child.localName().equals("text"))
			.toList();
		return conditions.size() == 1 && StanzaErrorCondition.ofValue(conditions.get(0).localName()) != null
				&& conditions.get(0).text().equals(conditions.get(0).text().trim()) && error.text().isBlank()
				&& error.attribute("type") != null;
	}

	private static boolean isIllegal(JsonNode record) {
		return has(record, ILLEGAL) || hasMalformedAddress(record) || isRequestWithError(record);
	}

	/**
	 * Whether it is a request with {@code <error/>} in it, which only a stanza of type
	 * error may have (RFC 6120, 8.3.1).
	 */
	private static boolean isRequestWithError(JsonNode record) {
		boolean request = List.of("get", "set").contains(String.valueOf(text(record, "type")));
		return request && record.get("children")
			.valueStream()
			.anyMatch((child) -> child.asString().equals("{" + Iq.DEFAULT_NAMESPACE + "}error"));
	}

	private static boolean has(JsonNode record, Set<String> flags) {
		return record.get("flags").valueStream().anyMatch((flag) -> flags.contains(flag.asString()));
	}

	private static boolean hasMalformedAddress(JsonNode record) {
		try {
			address(record, "to");
			address(record, "from");
			return false;
		}
		catch (JidFormatException ex) {
			return true;
		}
	}

	private static @Nullable Jid address(JsonNode record, String field) {
		String address = text(record, field);
		return (address != null) ? Jid.of(address) : null;
	}

	private static @Nullable String text(JsonNode record, String field) {
		return record.get(field).asStringOpt().orElse(null);
	}

	private static byte[] canonical(String xml) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		Node document = factory.newDocumentBuilder()
			.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
		List<Node> nodes = new ArrayList<>();
		collect(document, nodes);
		TransformService service = TransformService.getInstance(CanonicalizationMethod.EXCLUSIVE, "DOM");
		service.init((TransformParameterSpec) null);
		Data data = service.transform(new Nodes(nodes), null);
		return ((OctetStreamData) data).getOctetStream().readAllBytes();
	}

	private static void collect(Node node, List<Node> nodes) {
		nodes.add(node);
		NamedNodeMap attributes = node.getAttributes();
		for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
			nodes.add(attributes.item(i));
		}
		for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
			collect(child, nodes);
		}
	}

	private static String sha256(byte[] bytes) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
	}

	private record Nodes(List<Node> nodes) implements NodeSetData<Node> {

		@Override
		public Iterator<Node> iterator() {
			return this.nodes.iterator();
		}

	}

}
