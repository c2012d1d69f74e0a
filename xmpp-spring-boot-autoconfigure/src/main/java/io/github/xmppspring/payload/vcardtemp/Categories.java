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
 * Keywords: {@code CATEGORIES}.
 *
 * @param keywords the keywords
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Categories(List<String> keywords) implements TempValue {

	public Categories {
		keywords = List.copyOf(keywords);
	}

	static Categories from(TempProperty property) {
		return new Categories(property.fieldTexts("KEYWORD"));
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.CATEGORIES).texts("KEYWORD", this.keywords).toProperty();
	}

}
