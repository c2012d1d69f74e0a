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
 * An email address: {@code EMAIL}.
 *
 * @param types what it is for
 * @param address the address
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record EmailAddress(List<Type> types, String address) implements TempValue {

	public EmailAddress {
		Assert.notNull(address, "'address' must not be null");
		types = List.copyOf(types);
	}

	/**
	 * An address.
	 * @param address the address
	 * @param types what it is for
	 * @return the address with its types
	 */
	public static EmailAddress of(String address, Type... types) {
		return new EmailAddress(List.of(types), address);
	}

	static EmailAddress from(TempProperty property) {
		String address = property.fieldText("USERID");
		return new EmailAddress(TempFields.flagsOf(property, Type.values()),
				(address != null) ? address : property.text());
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.EMAIL).flags(this.types).text("USERID", this.address).toProperty();
	}

	/**
	 * What an address is for.
	 */
	public enum Type {

		/** The home. */
		HOME,

		/** The place of work. */
		WORK,

		/** Mail over the internet, as if nothing else is said. */
		INTERNET,

		/** The one to use first. */
		PREF,

		/** X.400. */
		X400

	}

}
