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

import org.jspecify.annotations.Nullable;

/**
 * A postal address: {@code adr} (RFC 6350, 6.3.1).
 *
 * @param postOfficeBox the post office box, which should not be used
 * @param extended the flat or suite, which should not be used
 * @param street street and number
 * @param locality the city
 * @param region the state or province
 * @param code the postal code
 * @param country the country
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PostalAddress(@Nullable String postOfficeBox, @Nullable String extended, @Nullable String street,
		@Nullable String locality, @Nullable String region, @Nullable String code, @Nullable String country) {

	/**
	 * The usual address.
	 * @param street street and number
	 * @param code the postal code
	 * @param locality the city
	 * @param country the country
	 * @return the address
	 */
	public static PostalAddress of(String street, String code, String locality, String country) {
		return new PostalAddress(null, null, street, locality, null, code, country);
	}

	/**
	 * The address that a property holds. Several values of a component are joined by
	 * commas.
	 * @param property a property {@code adr}
	 * @return the address
	 */
	public static PostalAddress from(VCardProperty property) {
		return new PostalAddress(joined(property, "pobox"), joined(property, "ext"), joined(property, "street"),
				joined(property, "locality"), joined(property, "region"), joined(property, "code"),
				joined(property, "country"));
	}

	private static @Nullable String joined(VCardProperty property, String component) {
		List<String> texts = Components.texts(property, component);
		return texts.isEmpty() ? null : String.join(", ", texts);
	}

	/**
	 * The property of this address.
	 * @return a property with all components, as the schema demands
	 */
	public VCardProperty toProperty() {
		return VCardProperty.of(VCardProperty.ADR, Stream
			.of(component("pobox", this.postOfficeBox), component("ext", this.extended),
					component("street", this.street), component("locality", this.locality),
					component("region", this.region), component("code", this.code), component("country", this.country))
			.toArray(VCardValue[]::new));
	}

	private static VCardValue component(String name, @Nullable String text) {
		return VCardValue.of(name, (text != null) ? text : "");
	}

}
