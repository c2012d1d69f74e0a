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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A postal address: {@code ADR}.
 *
 * @param types what it is for
 * @param postOfficeBox the post office box
 * @param extended the flat, suite or the like
 * @param street street and number
 * @param locality the city
 * @param region the state or province
 * @param postalCode the postal code
 * @param country the country
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PostalAddress(List<Type> types, @Nullable String postOfficeBox, @Nullable String extended,
		@Nullable String street, @Nullable String locality, @Nullable String region, @Nullable String postalCode,
		@Nullable String country) implements TempValue {

	public PostalAddress {
		types = List.copyOf(types);
	}

	static PostalAddress from(TempProperty property) {
		return new PostalAddress(TempFields.flagsOf(property, Type.values()), property.fieldText("POBOX"),
				property.fieldText("EXTADD"), property.fieldText("STREET"), property.fieldText("LOCALITY"),
				property.fieldText("REGION"), property.fieldText("PCODE"), property.fieldText("CTRY"));
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.ADR).flags(this.types)
			.text("POBOX", this.postOfficeBox)
			.text("EXTADD", this.extended)
			.text("STREET", this.street)
			.text("LOCALITY", this.locality)
			.text("REGION", this.region)
			.text("PCODE", this.postalCode)
			.text("CTRY", this.country)
			.toProperty();
	}

	/**
	 * What an address is for.
	 */
	public enum Type {

		/** The home. */
		HOME,

		/** The place of work. */
		WORK,

		/** Letters. */
		POSTAL,

		/** Parcels. */
		PARCEL,

		/** Mail from the same country. */
		DOM,

		/** Mail from other countries. */
		INTL,

		/** The one to use first. */
		PREF

	}

}
