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

/**
 * Turns the components of structured values into lists and back. The schema wants each
 * component at least once: an empty element stands for none.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Components {

	private Components() {
	}

	static List<String> texts(VCardProperty property, String component) {
		return property.texts(component).stream().filter((text) -> !text.isEmpty()).toList();
	}

	static List<VCardValue> values(String component, List<String> texts) {
		return texts.isEmpty() ? List.of(VCardValue.of(component, ""))
				: texts.stream().map((text) -> VCardValue.of(component, text)).toList();
	}

}
