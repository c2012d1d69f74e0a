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

package io.github.xmppspring.payload.pubsub;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.CorpusCheck;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.Infoset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the publish-subscribe payloads of the corpus lose nothing but the white
 * space between elements when they are read and written.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
class PubSubCorpusTests {

	private static final Map<QName, PayloadCodec<?>> CODECS = Map.of(PubSub.NAME, PubSub.CODEC, PubSubOwner.NAME,
			PubSubOwner.CODEC, PubSubNotification.NAME, PubSubNotification.CODEC);

	/**
	 * Examples that are not what the schemas allow: a form that does not say what it is
	 * for, and options of a form that hold a text instead of a value.
	 */
	private static final Set<String> BROKEN = Set.of("xep-0214-ex003-1", "xep-0248-ex033-1");

	/**
	 * A text stands for something that is left out.
	 */
	private static final String ELLIPSIS = "ellipsis-text";

	@ParameterizedTest
	@ValueSource(strings = { "iq", "message" })
	void nothingIsLost(String stanza) {
		CorpusCheck.of("stanzas/" + stanza + ".jsonl", "publish-subscribe is written as it was read")
			.where((record) -> !payloads(record).isEmpty() && !isBroken(record))
			.run((record) -> payloads(record).forEach(this::check));
	}

	private static boolean isBroken(JsonNode record) {
		return BROKEN.contains(record.get("id").asString())
				|| record.get("flags").valueStream().anyMatch((flag) -> flag.asString().equals(ELLIPSIS));
	}

	private void check(Element payload) {
		PayloadCodec<?> codec = Objects.requireNonNull(CODECS.get(payload.name()));

		assertThat(loose(rewrite(codec, payload))).isEqualTo(loose(payload));
	}

	// Also without the white space that stood around a comment
	private static String loose(Element element) {
		return Infoset.loose(element).replaceAll(">\\s+</>", "></>");
	}

	private static <T> Element rewrite(PayloadCodec<T> codec, Element payload) {
		T value = codec.read(payload);
		Element written = codec.write(value);
		assertThat(codec.read(written)).isEqualTo(value);
		return written;
	}

	private static List<Element> payloads(JsonNode record) {
		return Element.parse(record.get("xml").asString())
			.children()
			.stream()
			.filter((child) -> CODECS.containsKey(child.name()))
			.toList();
	}

}
