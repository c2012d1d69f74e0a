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
 * An organisation that the person belongs to: {@code ORG}.
 *
 * @param name the name
 * @param units its units, from the larger to the smaller
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Organization(String name, List<String> units) implements TempValue {

	public Organization {
		Assert.notNull(name, "'name' must not be null");
		units = List.copyOf(units);
	}

	/**
	 * An organisation.
	 * @param name the name
	 * @param units its units
	 * @return the organisation
	 */
	public static Organization of(String name, String... units) {
		return new Organization(name, List.of(units));
	}

	static Organization from(TempProperty property) {
		String name = property.fieldText("ORGNAME");
		return new Organization((name != null) ? name : property.text(), property.fieldTexts("ORGUNIT"));
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.ORG).text("ORGNAME", this.name).texts("ORGUNIT", this.units).toProperty();
	}

}
