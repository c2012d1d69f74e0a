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

/**
 * A postal address as it is written on a letter: {@code LABEL}.
 *
 * @param types what the address is for
 * @param lines the lines
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record AddressLabel(List<PostalAddress.Type> types, List<String> lines) implements TempValue {

	public AddressLabel {
		types = List.copyOf(types);
		lines = List.copyOf(lines);
	}

	static AddressLabel from(TempProperty property) {
		return new AddressLabel(TempFields.flagsOf(property, PostalAddress.Type.values()), property.fieldTexts("LINE"));
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.LABEL).flags(this.types).texts("LINE", this.lines).toProperty();
	}

}
