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

import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a property, and finds flags among them.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TempFields {

	private final String property;

	private final List<TempField> fields = new ArrayList<>();

	TempFields(String property) {
		this.property = property;
	}

	TempFields flags(List<? extends Enum<?>> flags) {
		flags.forEach((flag) -> this.fields.add(TempField.flag(flag.name())));
		return this;
	}

	TempFields text(String name, @Nullable String text) {
		if (text != null) {
			this.fields.add(TempField.of(name, text));
		}
		return this;
	}

	TempFields texts(String name, List<String> texts) {
		texts.forEach((text) -> this.fields.add(TempField.of(name, text)));
		return this;
	}

	TempProperty toProperty() {
		return TempProperty.of(this.property, this.fields);
	}

	static <E extends Enum<E>> List<E> flagsOf(TempProperty property, E[] known) {
		List<E> flags = new ArrayList<>();
		for (TempField field : property.fields()) {
			for (E flag : known) {
				if (flag.name().equals(field.name())) {
					flags.add(flag);
				}
			}
		}
		return flags;
	}

}
