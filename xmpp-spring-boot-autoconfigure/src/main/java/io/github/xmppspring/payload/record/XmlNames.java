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

package io.github.xmppspring.payload.record;

import java.util.Locale;

/**
 * Makes names as they are usual in XMPP of those that are usual in Java.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmlNames {

	private XmlNames() {
	}

	/**
	 * The name of an element or attribute.
	 * @param name the name of a record or a component
	 * @return the name in lower case, words joined by hyphens
	 */
	static String of(String name) {
		StringBuilder joined = new StringBuilder(name.length() + 4);
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			boolean startsWord = Character.isUpperCase(c) && i > 0 && (!Character.isUpperCase(name.charAt(i - 1))
					|| (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
			if (startsWord) {
				joined.append('-');
			}
			joined.append(Character.toLowerCase(c));
		}
		return joined.toString();
	}

	static String ofConstant(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
