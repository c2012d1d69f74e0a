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

package io.github.xmppspring.wire;

import java.util.function.Function;
import java.util.function.Predicate;

import javax.xml.XMLConstants;

import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.NamespaceDeclaration;
import io.github.xmppspring.xml.XmlNode;
import io.github.xmppspring.xml.XmlText;

import org.springframework.util.Assert;

/**
 * Hides parts of elements by what the elements and attributes are called. An element of
 * which nothing is hidden stays the same object.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ElementRedaction implements WireRedaction {

	private final Function<Element, Hiding> elements;

	private final Predicate<Attribute> attributes;

	ElementRedaction(Function<Element, Hiding> elements, Predicate<Attribute> attributes) {
		Assert.notNull(elements, "'elements' must not be null");
		Assert.notNull(attributes, "'attributes' must not be null");
		this.elements = elements;
		this.attributes = attributes;
	}

	@Override
	public Element redact(Element element) {
		return redact(element, Hiding.NOTHING);
	}

	private Element redact(Element element, Hiding outer) {
		Hiding hiding = outer.and(this.elements.apply(element));
		Element.Builder copy = Element.builder(element.name());
		boolean changed = false;
		for (NamespaceDeclaration declaration : element.namespaceDeclarations()) {
			copy.declare(declaration.prefix(), declaration.namespace());
		}
		for (Attribute attribute : element.attributes()) {
			boolean hidden = isHidden(attribute, hiding);
			copy.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(),
					hidden ? HIDDEN : attribute.value());
			changed |= hidden;
		}
		changed |= (hiding != Hiding.NOTHING) ? hideTexts(element, hiding, copy) : redactContent(element, copy);
		return changed ? copy.build() : element;
	}

	private boolean isHidden(Attribute attribute, Hiding hiding) {
		return (hiding == Hiding.ALL && !attribute.namespace().equals(XMLConstants.XML_NS_URI))
				|| this.attributes.test(attribute);
	}

	private boolean redactContent(Element element, Element.Builder copy) {
		boolean changed = false;
		for (XmlNode node : element.content()) {
			if (node instanceof Element child) {
				Element redacted = redact(child, Hiding.NOTHING);
				copy.child(redacted);
				changed |= !redacted.equals(child);
			}
			else {
				copy.text(((XmlText) node).value());
			}
		}
		return changed;
	}

	// That there is no text is not hidden, and white space between elements is left out
	private boolean hideTexts(Element element, Hiding hiding, Element.Builder copy) {
		boolean leaf = element.firstChild() == null;
		for (XmlNode node : element.content()) {
			if (node instanceof Element child) {
				copy.child(redact(child, hiding));
			}
			else if (leaf || !((XmlText) node).value().isBlank()) {
				copy.text(HIDDEN);
			}
		}
		return !element.content().isEmpty();
	}

}
