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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A vCard, version 4, in XML (XEP-0292; RFC 6350, RFC 6351). It is a list of properties
 * and groups of them in their order, and whatever else the element holds; methods give
 * the common properties their types.
 *
 * <pre class="code">
 * VCard4 card = VCard4.builder()
 *     .text(VCardProperty.FN, "Juliet Capulet")
 *     .add(StructuredName.of("Juliet", "Capulet").toProperty())
 *     .text(VCardProperty.EMAIL, "juliet@example.com")
 *     .build();
 * </pre>
 *
 * @param entries properties and groups in their order
 * @param extensions attributes, and elements of other namespaces
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCard4(List<VCardEntry> entries, Extensions extensions) {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName("urn:ietf:params:xml:ns:vcard-4.0", "vcard");

	/**
	 * The node on which accounts publish their cards (XEP-0292, 4).
	 */
	public static final String NODE = "urn:xmpp:vcard4";

	/**
	 * Reads and writes cards.
	 */
	public static final PayloadCodec<VCard4> CODEC = new VCard4Codec();

	private static final int NO_PREFERENCE = 101;

	public VCard4 {
		Assert.notNull(extensions, "'extensions' must not be null");
		entries = List.copyOf(entries);
	}

	/**
	 * The request for a card.
	 * @return a payload without content
	 */
	public static VCard4 request() {
		return new VCard4(List.of(), Extensions.NONE);
	}

	/**
	 * Starts a card.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder(List.of(), Extensions.NONE);
	}

	/**
	 * Starts a copy of this card.
	 * @return a builder that holds everything this card has
	 */
	public Builder mutate() {
		return new Builder(this.entries, this.extensions);
	}

	/**
	 * Whether the card says nothing: so servers tell that there is none.
	 * @return whether there are neither properties nor extensions
	 */
	public boolean isEmpty() {
		return this.entries.isEmpty() && this.extensions.isEmpty();
	}

	/**
	 * All properties, also those in groups.
	 * @return the properties in order
	 */
	public List<VCardProperty> properties() {
		return this.entries.stream().flatMap((entry) -> entry.properties().stream()).toList();
	}

	/**
	 * The properties of a name, also those in groups.
	 * @param name the name
	 * @return the properties, the preferred ones first, else in order
	 */
	public List<VCardProperty> properties(String name) {
		return properties().stream()
			.filter((property) -> property.name().equals(name))
			.sorted(Comparator.comparingInt(VCard4::preference))
			.toList();
	}

	private static int preference(VCardProperty property) {
		Integer preference = property.parameters().preference();
		return (preference != null) ? preference : NO_PREFERENCE;
	}

	/**
	 * The preferred property of a name.
	 * @param name the name
	 * @return the first of {@link #properties(String)}, or {@code null} if there is none
	 */
	public @Nullable VCardProperty property(String name) {
		List<VCardProperty> properties = properties(name);
		return properties.isEmpty() ? null : properties.get(0);
	}

	/**
	 * The text of the preferred property of a name, whatever the type of its value.
	 * @param name the name, such as {@link VCardProperty#TITLE}
	 * @return the text, or {@code null} if there is no such property
	 */
	public @Nullable String text(String name) {
		VCardProperty property = property(name);
		return (property != null) ? property.text() : null;
	}

	/**
	 * The texts of all values of the properties of a name, whatever their types.
	 * @param name the name, such as {@link VCardProperty#EMAIL}
	 * @return the texts, the preferred ones first
	 */
	public List<String> texts(String name) {
		return properties(name).stream()
			.flatMap((property) -> property.values().stream())
			.map(VCardValue::text)
			.toList();
	}

	/**
	 * The value of the preferred property of a name.
	 * @param name the name, such as {@link VCardProperty#PHOTO}
	 * @return the first value, or {@code null} if there is none
	 */
	public @Nullable VCardValue value(String name) {
		VCardProperty property = property(name);
		return (property != null) ? property.value() : null;
	}

	/**
	 * The formatted name.
	 * @return the text, or {@code null}
	 */
	public @Nullable String formattedName() {
		return text(VCardProperty.FN);
	}

	/**
	 * The name in parts.
	 * @return the name, or {@code null}
	 */
	public @Nullable StructuredName name() {
		VCardProperty property = property(VCardProperty.N);
		return (property != null) ? StructuredName.from(property) : null;
	}

	/**
	 * The nicknames.
	 * @return the texts, the preferred ones first
	 */
	public List<String> nicknames() {
		return texts(VCardProperty.NICKNAME);
	}

	/**
	 * The email addresses.
	 * @return the addresses, the preferred ones first
	 */
	public List<String> emails() {
		return texts(VCardProperty.EMAIL);
	}

	/**
	 * The telephone numbers, as URIs or texts.
	 * @return the numbers, the preferred ones first
	 */
	public List<String> telephones() {
		return texts(VCardProperty.TEL);
	}

	/**
	 * The addresses for instant messages.
	 * @return the URIs, the preferred ones first
	 */
	public List<String> impps() {
		return texts(VCardProperty.IMPP);
	}

	/**
	 * The postal addresses.
	 * @return the addresses, the preferred ones first
	 */
	public List<PostalAddress> addresses() {
		return properties(VCardProperty.ADR).stream().map(PostalAddress::from).toList();
	}

	/**
	 * Sex and gender.
	 * @return the gender, or {@code null}
	 */
	public @Nullable Gender gender() {
		VCardProperty property = property(VCardProperty.GENDER);
		return (property != null) ? Gender.from(property) : null;
	}

	/**
	 * What the numbers of clients in {@code pid} parameters mean.
	 * @return the meanings in order
	 * @throws io.github.xmppspring.payload.PayloadException if one is malformed
	 */
	public List<ClientPidMap> clientPidMaps() {
		return properties(VCardProperty.CLIENTPIDMAP).stream().map(ClientPidMap::from).toList();
	}

	/**
	 * Collects what a {@link VCard4} is made of.
	 */
	public static final class Builder {

		private final List<VCardEntry> entries;

		private Extensions extensions;

		private Builder(List<VCardEntry> entries, Extensions extensions) {
			this.entries = new ArrayList<>(entries);
			this.extensions = extensions;
		}

		/**
		 * Appends a property or a group of properties.
		 * @param entry the property or group
		 * @return this builder
		 */
		public Builder add(VCardEntry entry) {
			this.entries.add(entry);
			return this;
		}

		/**
		 * Appends a property that is a text, or some texts.
		 * @param name the name, such as {@link VCardProperty#FN}
		 * @param texts the texts
		 * @return this builder
		 */
		public Builder text(String name, String... texts) {
			return add(VCardProperty.text(name, texts));
		}

		/**
		 * Appends a property that is a URI.
		 * @param name the name, such as {@link VCardProperty#URL}
		 * @param uri the URI
		 * @return this builder
		 */
		public Builder uri(String name, String uri) {
			return add(VCardProperty.uri(name, uri));
		}

		/**
		 * Sets a property, in place of those of its name. Groups stay as they are.
		 * @param property the property
		 * @return this builder
		 */
		public Builder set(VCardProperty property) {
			int place = 0;
			while (place < this.entries.size() && !isNamed(this.entries.get(place), property.name())) {
				place++;
			}
			remove(property.name());
			this.entries.add(place, property);
			return this;
		}

		/**
		 * Removes the properties of a name. Groups stay as they are.
		 * @param name the name
		 * @return this builder
		 */
		public Builder remove(String name) {
			this.entries.removeIf((entry) -> isNamed(entry, name));
			return this;
		}

		private static boolean isNamed(VCardEntry entry, String name) {
			return entry instanceof VCardProperty property && property.name().equals(name);
		}

		/**
		 * Sets what stands in the card beyond its schema.
		 * @param extensions attributes and elements of other namespaces
		 * @return this builder
		 */
		public Builder extensions(Extensions extensions) {
			this.extensions = extensions;
			return this;
		}

		/**
		 * The finished card.
		 * @return a new card
		 */
		public VCard4 build() {
			return new VCard4(this.entries, this.extensions);
		}

	}

}
