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

package io.github.xmppspring.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a stanza from the application should be like.
 *
 * @param expected what the script says
 * @param self the address of the application
 * @param ids writes ids for their names
 * @param requests the payloads of the requests that the application got, by id
 * @author XMPP for Spring Boot contributors
 */
record StanzaExpectation(JsonNode expected, String self, UnaryOperator<String> ids,
		Map<String, @Nullable Element> requests) {

	/**
	 * Check a stanza.
	 * @param stanza the stanza
	 * @throws AssertionError if it is not as the script says
	 */
	void check(Element stanza) {
		attribute("type", stanza.attribute("type"));
		attribute("id", stanza.attribute("id"));
		address("to", stanza.attribute("to"));
		from(stanza.attribute("from"));
		List<Element> errors = new ArrayList<>();
		List<Element> payloads = new ArrayList<>();
		stanza.children().forEach((child) -> (child.is(stanza.namespace(), "error") ? errors : payloads).add(child));
		error(errors, "error".equals(stanza.attribute("type")));
		if (this.expected.has("payload")) {
			payload(payloads);
		}
		if (this.expected.has("original_payload")) {
			originalPayload(payloads, stanza.attribute("id"));
		}
	}

	private void attribute(String name, @Nullable String actual) {
		if (this.expected.has(name)) {
			assertThat(actual).as(name).isIn(values(name));
		}
	}

	/**
	 * Addresses are equal if their normal forms are.
	 */
	private void address(String name, @Nullable String actual) {
		if (this.expected.has(name)) {
			assertThat(normal(actual)).as(name).isIn(values(name).stream().map(StanzaExpectation::normal).toList());
		}
	}

	private List<@Nullable String> values(String name) {
		return AnyOf.values(this.expected.get(name))
			.stream()
			.map((value) -> (value != null) ? this.ids.apply(value) : null)
			.toList();
	}

	private static @Nullable String normal(@Nullable String address) {
		try {
			return (address != null) ? Jid.of(address).toString() : null;
		}
		catch (JidFormatException ex) {
			return address;
		}
	}

	private void from(@Nullable String actual) {
		if (this.expected.has("from")) {
			address("from", actual);
		}
		else {
			assertThat(actual).as("from").isIn(null, this.self);
		}
	}

	private void error(List<Element> errors, boolean needed) {
		if (needed || ErrorView.isExpected(this.expected)) {
			assertThat(errors).as("<error/>").hasSize(1);
			ErrorView.of(errors.get(0)).check(this.expected);
		}
		else {
			assertThat(errors).as("<error/>").isEmpty();
		}
	}

	private void payload(List<Element> payloads) {
		assertThat(payloads).as("children").hasSizeLessThan(2);
		Element payload = payloads.isEmpty() ? null : payloads.get(0);
		assertThat(Xml.infoset(payload)).as("payload").isIn(infosets(this.expected.get("payload")));
	}

	/**
	 * The infosets that a payload may have.
	 * @param expected the payloads as XML
	 * @return their infosets
	 */
	static List<String> infosets(JsonNode expected) {
		return AnyOf.values(expected)
			.stream()
			.map((xml) -> Xml.infoset((xml != null) ? Xml.parse(xml) : null))
			.toList();
	}

	private void originalPayload(List<Element> payloads, @Nullable String id) {
		String rule = this.expected.get("original_payload").asString();
		Element request = this.requests.get(String.valueOf(id));
		assertThat(payloads).as("children").hasSizeLessThan(2);
		switch (rule) {
			case "optional" -> {
				if (!payloads.isEmpty()) {
					assertThat(Xml.infoset(payloads.get(0))).as("original payload").isEqualTo(Xml.infoset(request));
				}
			}
			case "required" ->
				assertThat(Xml.infoset(payloads.isEmpty() ? null : payloads.get(0))).as("original payload")
					.isEqualTo(Xml.infoset(request));
			case "absent" -> assertThat(payloads).as("original payload").isEmpty();
			default -> throw new IllegalArgumentException("Unknown original_payload: " + rule);
		}
	}

}
