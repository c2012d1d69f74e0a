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

import javax.xml.XMLConstants;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An attribute of an {@link Element}. The prefix is a preference of whoever wrote the
 * attribute and takes no part in comparisons. Immutable.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Attribute {

	private final String namespace;

	private final String localName;

	private final String prefix;

	private final String value;

	/**
	 * Creates an attribute.
	 * @param namespace the namespace name, empty for none
	 * @param localName the local name
	 * @param prefix the prefix to write, empty for none
	 * @param value the normalised value
	 * @throws IllegalArgumentException if XML cannot hold one of them, or the attribute
	 * would declare a namespace
	 */
	public Attribute(String namespace, String localName, String prefix, String value) {
		this(namespace, localName, prefix, value, true);
	}

	// A class and no record, so that what comes out of a parser is not checked again
	private Attribute(String namespace, String localName, String prefix, String value, boolean check) {
		Assert.notNull(namespace, "'namespace' must not be null");
		Assert.hasLength(localName, "'localName' must not be empty");
		Assert.notNull(prefix, "'prefix' must not be null");
		Assert.notNull(value, "'value' must not be null");
		this.namespace = namespace;
		this.localName = localName;
		this.prefix = prefix;
		this.value = value;
		if (check) {
			check();
		}
	}

	private void check() {
		XmlCharacters.checkNamespace(this.namespace);
		XmlCharacters.checkName(this.localName);
		XmlCharacters.checkPrefix(this.prefix);
		XmlCharacters.check(this.value);
		if (this.namespace.isEmpty() && this.localName.equals(XMLConstants.XMLNS_ATTRIBUTE)) {
			throw new IllegalArgumentException("The name 'xmlns' declares a namespace");
		}
	}

	static Attribute ofChecked(String namespace, String localName, String prefix, String value) {
		return new Attribute(namespace, localName, prefix, value, false);
	}

	/**
	 * An attribute without a namespace.
	 * @param localName the name
	 * @param value the value
	 * @return the attribute
	 * @throws IllegalArgumentException if XML cannot hold one of them
	 */
	public static Attribute of(String localName, String value) {
		return new Attribute("", localName, "", value);
	}

	/**
	 * The namespace name.
	 * @return the namespace name, empty for none
	 */
	public String namespace() {
		return this.namespace;
	}

	/**
	 * The local name.
	 * @return the local name
	 */
	public String localName() {
		return this.localName;
	}

	/**
	 * The prefix with which this attribute prefers to be written.
	 * @return the prefix, empty for none
	 */
	public String prefix() {
		return this.prefix;
	}

	/**
	 * The value.
	 * @return the normalised value
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Whether this is the name of the attribute.
	 * @param namespace a namespace name, empty for none
	 * @param localName a local name
	 * @return whether both are equal
	 */
	public boolean isNamed(String namespace, String localName) {
		return this.localName.equals(localName) && this.namespace.equals(namespace);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return (other instanceof Attribute that) && isNamed(that.namespace, that.localName)
				&& this.value.equals(that.value);
	}

	@Override
	public int hashCode() {
		return this.localName.hashCode() * 31 + this.value.hashCode();
	}

	/**
	 * This attribute for people.
	 * @return its name and value
	 */
	@Override
	public String toString() {
		return (this.namespace.isEmpty() ? "" : "{" + this.namespace + "}") + this.localName + "='" + this.value + "'";
	}

}
