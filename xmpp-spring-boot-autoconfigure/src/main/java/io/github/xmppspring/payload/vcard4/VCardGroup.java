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

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * Properties that belong together (RFC 6350, 3.3; RFC 6351, 5). Immutable.
 *
 * @param name what the group is called
 * @param properties the properties in order
 * @param extensions other attributes, and elements of other namespaces
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCardGroup(String name, List<VCardProperty> properties, Extensions extensions) implements VCardEntry {

	static final String ELEMENT = "group";

	public VCardGroup {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(extensions, "'extensions' must not be null");
		properties = List.copyOf(properties);
	}

	/**
	 * A group.
	 * @param name what it is called
	 * @param properties its properties
	 * @return the group
	 */
	public static VCardGroup of(String name, VCardProperty... properties) {
		return new VCardGroup(name, List.of(properties), Extensions.NONE);
	}

	static VCardGroup read(Element element) {
		PayloadElement group = PayloadElement.of(element);
		String name = group.requiredAttribute("name");
		List<VCardProperty> properties = new ArrayList<>();
		for (PayloadElement child : group.children((any) -> any.namespace().equals(element.namespace()))) {
			if (child.element().localName().equals(ELEMENT)) {
				throw group.malformed("must not have a child <group/>");
			}
			properties.add(VCardProperty.read(child.element()));
		}
		return new VCardGroup(name, properties, group.extensions());
	}

	Element toElement() {
		Element.Builder group = VCardValue.element(ELEMENT).attribute("name", this.name);
		this.properties.forEach((property) -> group.child(property.toElement()));
		this.extensions.writeTo(group);
		return group.build();
	}

}
