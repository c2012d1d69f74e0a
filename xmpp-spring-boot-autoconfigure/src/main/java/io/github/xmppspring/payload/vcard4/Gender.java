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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Sex and gender: {@code gender} (RFC 6350, 6.2.7).
 *
 * @param sex one of {@code M}, {@code F}, {@code O} (other), {@code N} (none or not
 * applicable), {@code U} (unknown), or empty
 * @param identity the gender in words
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Gender(String sex, @Nullable String identity) {

	public Gender {
		Assert.notNull(sex, "'sex' must not be null");
	}

	/**
	 * The gender that a property holds.
	 * @param property a property {@code gender}
	 * @return the gender
	 */
	public static Gender from(VCardProperty property) {
		List<String> identities = property.texts("identity");
		return new Gender(String.join("", property.texts("sex")), identities.isEmpty() ? null : identities.get(0));
	}

	/**
	 * The property of this gender.
	 * @return the property
	 */
	public VCardProperty toProperty() {
		VCardValue sexValue = VCardValue.of("sex", this.sex);
		return (this.identity != null)
				? VCardProperty.of(VCardProperty.GENDER, sexValue, VCardValue.of("identity", this.identity))
				: VCardProperty.of(VCardProperty.GENDER, sexValue);
	}

}
