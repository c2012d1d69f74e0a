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

import org.springframework.util.Assert;

/**
 * An attribute of an {@link Element}. The prefix is a preference of whoever wrote the
 * attribute and takes no part in comparisons.
 *
 * @param namespace the namespace name, empty for none
 * @param localName the local name
 * @param prefix the prefix to write, empty for none
 * @param value the normalised value
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Attribute(String namespace, String localName, String prefix, String value) {

	public Attribute {
		Assert.notNull(namespace, "'namespace' must not be null");
		Assert.hasLength(localName, "'localName' must not be empty");
		Assert.notNull(prefix, "'prefix' must not be null");
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * An attribute without a namespace.
	 * @param localName the name
	 * @param value the value
	 * @return the attribute
	 */
	public static Attribute of(String localName, String value) {
		return new Attribute("", localName, "", value);
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
	public boolean equals(Object other) {
		return (other instanceof Attribute that) && isNamed(that.namespace, that.localName)
				&& this.value.equals(that.value);
	}

	@Override
	public int hashCode() {
		return this.localName.hashCode() * 31 + this.value.hashCode();
	}

}
