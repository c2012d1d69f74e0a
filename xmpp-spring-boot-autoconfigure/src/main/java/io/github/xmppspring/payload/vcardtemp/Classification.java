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
 * Whom a card is for: {@code CLASS}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum Classification implements TempValue {

	/** Everybody. */
	PUBLIC,

	/** The person alone. */
	PRIVATE,

	/** Few. */
	CONFIDENTIAL;

	static @Nullable Classification from(TempProperty property) {
		for (Classification classification : values()) {
			if (property.has(classification.name())) {
				return classification;
			}
		}
		return null;
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.CLASS).text(name(), "").toProperty();
	}

}
