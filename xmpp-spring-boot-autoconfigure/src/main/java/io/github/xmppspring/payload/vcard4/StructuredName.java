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

package io.github.xmppspring.payload.vcard4;

import java.util.List;
import java.util.stream.Stream;

/**
 * The name of a person in parts: {@code n} (RFC 6350, 6.2.2). Each part is a list.
 *
 * @param surnames the family names
 * @param given the given names
 * @param additional further names
 * @param prefixes what stands before the name, such as titles
 * @param suffixes what stands behind the name
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StructuredName(List<String> surnames, List<String> given, List<String> additional, List<String> prefixes,
		List<String> suffixes) {

	public StructuredName {
		surnames = List.copyOf(surnames);
		given = List.copyOf(given);
		additional = List.copyOf(additional);
		prefixes = List.copyOf(prefixes);
		suffixes = List.copyOf(suffixes);
	}

	/**
	 * A name of two parts.
	 * @param given the given name
	 * @param surname the family name
	 * @return the name
	 */
	public static StructuredName of(String given, String surname) {
		return new StructuredName(List.of(surname), List.of(given), List.of(), List.of(), List.of());
	}

	/**
	 * The name that a property holds.
	 * @param property a property {@code n}
	 * @return the name
	 */
	public static StructuredName from(VCardProperty property) {
		return new StructuredName(Components.texts(property, "surname"), Components.texts(property, "given"),
				Components.texts(property, "additional"), Components.texts(property, "prefix"),
				Components.texts(property, "suffix"));
	}

	/**
	 * The property of this name.
	 * @return a property with all components, as the schema demands
	 */
	public VCardProperty toProperty() {
		return VCardProperty.of(VCardProperty.N,
				Stream
					.of(Components.values("surname", this.surnames), Components.values("given", this.given),
							Components.values("additional", this.additional),
							Components.values("prefix", this.prefixes), Components.values("suffix", this.suffixes))
					.flatMap(List::stream)
					.toArray(VCardValue[]::new));
	}

}
