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

import org.jspecify.annotations.Nullable;

/**
 * The name of a person in parts: {@code N}. Several names in one part are divided by
 * commas.
 *
 * @param family the family name
 * @param given the given name
 * @param middle further given names
 * @param prefix what stands before the name, such as a title
 * @param suffix what stands behind the name
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StructuredName(@Nullable String family, @Nullable String given, @Nullable String middle,
		@Nullable String prefix, @Nullable String suffix) implements TempValue {

	/**
	 * A name of two parts.
	 * @param given the given name
	 * @param family the family name
	 * @return the name
	 */
	public static StructuredName of(String given, String family) {
		return new StructuredName(family, given, null, null, null);
	}

	static StructuredName from(TempProperty property) {
		return new StructuredName(property.fieldText("FAMILY"), property.fieldText("GIVEN"),
				property.fieldText("MIDDLE"), property.fieldText("PREFIX"), property.fieldText("SUFFIX"));
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.N).text("FAMILY", this.family)
			.text("GIVEN", this.given)
			.text("MIDDLE", this.middle)
			.text("PREFIX", this.prefix)
			.text("SUFFIX", this.suffix)
			.toProperty();
	}

}
