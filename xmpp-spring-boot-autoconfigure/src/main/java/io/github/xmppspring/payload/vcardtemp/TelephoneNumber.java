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

import org.springframework.util.Assert;

/**
 * A telephone number: {@code TEL}.
 *
 * @param types what it is for
 * @param number the number, which may be empty
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record TelephoneNumber(List<Type> types, String number) implements TempValue {

	public TelephoneNumber {
		Assert.notNull(number, "'number' must not be null");
		types = List.copyOf(types);
	}

	/**
	 * A number.
	 * @param number the number
	 * @param types what it is for
	 * @return the number with its types
	 */
	public static TelephoneNumber of(String number, Type... types) {
		return new TelephoneNumber(List.of(types), number);
	}

	static TelephoneNumber from(TempProperty property) {
		String number = property.fieldText("NUMBER");
		return new TelephoneNumber(TempFields.flagsOf(property, Type.values()),
				(number != null) ? number : property.text());
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.TEL).flags(this.types).text("NUMBER", this.number).toProperty();
	}

	/**
	 * What a number is for.
	 */
	public enum Type {

		/** The home. */
		HOME,

		/** The place of work. */
		WORK,

		/** Calls. */
		VOICE,

		/** A fax machine. */
		FAX,

		/** A pager. */
		PAGER,

		/** Messages that are left. */
		MSG,

		/** A mobile telephone. */
		CELL,

		/** Calls with pictures. */
		VIDEO,

		/** A bulletin board. */
		BBS,

		/** A modem. */
		MODEM,

		/** ISDN. */
		ISDN,

		/** Personal communication services. */
		PCS,

		/** The one to use first. */
		PREF

	}

}
