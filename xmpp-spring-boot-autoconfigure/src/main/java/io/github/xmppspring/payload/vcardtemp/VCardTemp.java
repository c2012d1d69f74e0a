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

package io.github.xmppspring.payload.vcardtemp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A card in the old format, which every server keeps for its accounts (XEP-0054). It is a
 * list of properties in their order, and whatever else the element holds; methods give
 * the known properties their types.
 *
 * <pre class="code">
 * VCardTemp card = VCardTemp.builder()
 *     .text(TempProperty.FN, "Juliet Capulet")
 *     .add(StructuredName.of("Juliet", "Capulet"))
 *     .add(EmailAddress.of("juliet@example.com", EmailAddress.Type.HOME))
 *     .build();
 * </pre>
 *
 * The namespace {@code vcard-temp} is a relative reference, which XML deprecates. It is
 * compared as the string that it is.
 *
 * @param version the version of the format, as some give it in an attribute
 * @param properties the properties in their order
 * @param extensions other attributes, and elements of other namespaces
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCardTemp(@Nullable String version, List<TempProperty> properties, Extensions extensions) {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName("vcard-temp", "vCard");

	/**
	 * Reads and writes cards.
	 */
	public static final PayloadCodec<VCardTemp> CODEC = new VCardTempCodec();

	public VCardTemp {
		Assert.notNull(extensions, "'extensions' must not be null");
		properties = List.copyOf(properties);
	}

	/**
	 * The request for a card.
	 * @return a payload without content
	 */
	public static VCardTemp request() {
		return new VCardTemp(null, List.of(), Extensions.NONE);
	}

	/**
	 * Starts a card.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder(null, List.of(), Extensions.NONE);
	}

	/**
	 * Starts a copy of this card.
	 * @return a builder that holds everything this card has
	 */
	public Builder mutate() {
		return new Builder(this.version, this.properties, this.extensions);
	}

	/**
	 * Whether the card says nothing: so servers tell that there is none.
	 * @return whether there are neither properties nor extensions
	 */
	public boolean isEmpty() {
		return this.properties.isEmpty() && this.extensions.isEmpty();
	}

	/**
	 * The properties of a name.
	 * @param name the name
	 * @return the properties in order
	 */
	public List<TempProperty> properties(String name) {
		return this.properties.stream().filter((property) -> property.name().equals(name)).toList();
	}

	/**
	 * The first property of a name.
	 * @param name the name
	 * @return the property, or {@code null} if there is none
	 */
	public @Nullable TempProperty property(String name) {
		for (TempProperty property : this.properties) {
			if (property.name().equals(name)) {
				return property;
			}
		}
		return null;
	}

	/**
	 * The text of the first property of a name.
	 * @param name the name, such as {@link TempProperty#TITLE}
	 * @return the text, or {@code null} if there is no such property
	 */
	public @Nullable String text(String name) {
		TempProperty property = property(name);
		return (property != null) ? property.text() : null;
	}

	/**
	 * The formatted name.
	 * @return the text, or {@code null}
	 */
	public @Nullable String formattedName() {
		return text(TempProperty.FN);
	}

	/**
	 * The name in parts.
	 * @return the first name, or {@code null}
	 */
	public @Nullable StructuredName name() {
		return first(TempProperty.N, StructuredName::from);
	}

	/**
	 * The nickname.
	 * @return the text, or {@code null}
	 */
	public @Nullable String nickname() {
		return text(TempProperty.NICKNAME);
	}

	/**
	 * The picture of the person.
	 * @return the first picture, or {@code null}
	 */
	public @Nullable Picture photo() {
		return first(TempProperty.PHOTO, Picture::from);
	}

	/**
	 * The picture of the organisation.
	 * @return the first picture, or {@code null}
	 */
	public @Nullable Picture logo() {
		return first(TempProperty.LOGO, Picture::from);
	}

	/**
	 * The postal addresses.
	 * @return the addresses in order
	 */
	public List<PostalAddress> addresses() {
		return all(TempProperty.ADR, PostalAddress::from);
	}

	/**
	 * The labels for letters.
	 * @return the labels in order
	 */
	public List<AddressLabel> labels() {
		return all(TempProperty.LABEL, AddressLabel::from);
	}

	/**
	 * The telephone numbers.
	 * @return the numbers in order
	 */
	public List<TelephoneNumber> telephones() {
		return all(TempProperty.TEL, TelephoneNumber::from);
	}

	/**
	 * The email addresses.
	 * @return the addresses in order
	 */
	public List<EmailAddress> emails() {
		return all(TempProperty.EMAIL, EmailAddress::from);
	}

	/**
	 * The place on earth.
	 * @return the first place, or {@code null}
	 * @throws io.github.xmppspring.payload.PayloadException if it is not given in numbers
	 */
	public @Nullable GeoPosition position() {
		return first(TempProperty.GEO, GeoPosition::from);
	}

	/**
	 * Somebody who acts for the person.
	 * @return the first agent, or {@code null}
	 */
	public @Nullable Agent agent() {
		return first(TempProperty.AGENT, Agent::from);
	}

	/**
	 * The organisations.
	 * @return the organisations in order
	 */
	public List<Organization> organizations() {
		return all(TempProperty.ORG, Organization::from);
	}

	/**
	 * The keywords of all properties for them.
	 * @return the keywords in order
	 */
	public List<String> categories() {
		return all(TempProperty.CATEGORIES, Categories::from).stream()
			.flatMap((categories) -> categories.keywords().stream())
			.toList();
	}

	/**
	 * How the name is pronounced.
	 * @return the first sound, or {@code null}
	 */
	public @Nullable Sound sound() {
		return first(TempProperty.SOUND, Sound::from);
	}

	/**
	 * Whom the card is for.
	 * @return the classification, or {@code null} if none or an unknown one is given
	 */
	public @Nullable Classification classification() {
		TempProperty property = property(TempProperty.CLASS);
		return (property != null) ? Classification.from(property) : null;
	}

	/**
	 * The credentials.
	 * @return the credentials in order
	 */
	public List<Credential> keys() {
		return all(TempProperty.KEY, Credential::from);
	}

	private <T> @Nullable T first(String name, Function<TempProperty, T> view) {
		TempProperty property = property(name);
		return (property != null) ? view.apply(property) : null;
	}

	private <T> List<T> all(String name, Function<TempProperty, T> view) {
		return this.properties.stream().filter((property) -> property.name().equals(name)).map(view).toList();
	}

	/**
	 * Collects what a {@link VCardTemp} is made of.
	 */
	public static final class Builder {

		private @Nullable String version;

		private final List<TempProperty> properties;

		private Extensions extensions;

		private Builder(@Nullable String version, List<TempProperty> properties, Extensions extensions) {
			this.version = version;
			this.properties = new ArrayList<>(properties);
			this.extensions = extensions;
		}

		/**
		 * Gives the version of the format in an attribute.
		 * @param version the version, such as 3.0, or {@code null}
		 * @return this builder
		 */
		public Builder version(@Nullable String version) {
			this.version = version;
			return this;
		}

		/**
		 * Appends a property.
		 * @param property the property
		 * @return this builder
		 */
		public Builder add(TempProperty property) {
			this.properties.add(property);
			return this;
		}

		/**
		 * Appends a structured property.
		 * @param value the value
		 * @return this builder
		 */
		public Builder add(TempValue value) {
			return add(value.toProperty());
		}

		/**
		 * Sets a property that is a text, in place of those of this name.
		 * @param name the name, such as {@link TempProperty#FN}
		 * @param text the text
		 * @return this builder
		 */
		public Builder text(String name, String text) {
			return set(TempProperty.text(name, text));
		}

		/**
		 * Sets a structured property, in place of those of its name.
		 * @param value the value
		 * @return this builder
		 */
		public Builder set(TempValue value) {
			return set(value.toProperty());
		}

		/**
		 * Sets a property, in place of those of its name.
		 * @param property the property
		 * @return this builder
		 */
		public Builder set(TempProperty property) {
			int place = 0;
			while (place < this.properties.size() && !this.properties.get(place).name().equals(property.name())) {
				place++;
			}
			remove(property.name());
			this.properties.add(place, property);
			return this;
		}

		/**
		 * Removes the properties of a name.
		 * @param name the name
		 * @return this builder
		 */
		public Builder remove(String name) {
			this.properties.removeIf((property) -> property.name().equals(name));
			return this;
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
		public VCardTemp build() {
			return new VCardTemp(this.version, this.properties, this.extensions);
		}

	}

}
