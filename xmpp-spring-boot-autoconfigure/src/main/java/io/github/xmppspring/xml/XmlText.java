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

package io.github.xmppspring.xml;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Character data, unescaped. Adjacent text and CDATA sections are one text. Immutable.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmlText implements XmlNode {

	private final String value;

	/**
	 * Creates a text.
	 * @param value the characters, as the application sees them
	 * @throws IllegalArgumentException if XML cannot hold one of them
	 */
	public XmlText(String value) {
		this(value, true);
	}

	// A class and no record, so that what comes out of a parser is not checked again
	private XmlText(String value, boolean check) {
		Assert.notNull(value, "'value' must not be null");
		this.value = check ? XmlCharacters.check(value) : value;
	}

	static XmlText ofChecked(String value) {
		return new XmlText(value, false);
	}

	/**
	 * The characters.
	 * @return the characters, as the application sees them
	 */
	public String value() {
		return this.value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return (other instanceof XmlText that) && this.value.equals(that.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
