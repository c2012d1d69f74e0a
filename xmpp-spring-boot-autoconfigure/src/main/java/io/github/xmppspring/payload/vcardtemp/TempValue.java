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

/**
 * The typed form of a structured property of a {@link VCardTemp}. It holds what the
 * schema names; a card that was read keeps the rest in its {@link TempProperty}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public sealed interface TempValue permits AddressLabel, Agent, Categories, Classification, Credential, EmailAddress,
		GeoPosition, Organization, Picture, PostalAddress, Sound, StructuredName, TelephoneNumber {

	/**
	 * The property that a card holds.
	 * @return the property, with the fields in the order of the schema
	 */
	TempProperty toProperty();

}
