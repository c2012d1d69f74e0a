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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An XML element with everything in it. Immutable, so it may be handed to any thread.
 * <p>
 * Two elements are equal if they have the same name, the same attributes in any order and
 * equal content. Prefixes and namespace declarations are kept when an element is written
 * again but do not count in comparisons.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Element implements XmlNode {

	/**
	 * About what the objects of an element, an attribute or a text take by themselves.
	 */
	private static final long OVERHEAD = 48;

	private final String namespace;

	private final String localName;

	private final String prefix;

	private final List<Attribute> attributes;

	private final List<NamespaceDeclaration> declarations;

	private final List<XmlNode> content;

	// Of parts that were checked before, in lists that never change
	Element(String namespace, String localName, String prefix, List<Attribute> attributes,
			List<NamespaceDeclaration> declarations, List<XmlNode> content) {
		this.namespace = namespace;
		this.localName = localName;
		this.prefix = prefix;
		this.attributes = attributes;
		this.declarations = declarations;
		this.content = content;
	}

	/**
	 * An empty element.
	 * @param namespace the namespace name, empty for none
	 * @param localName the local name
	 * @return the element
	 * @throws IllegalArgumentException if XML cannot hold one of them
	 */
	public static Element of(String namespace, String localName) {
		return builder(namespace, localName).build();
	}

	/**
	 * Reads an element from a string that holds it and nothing else.
	 * @param xml one well-formed element that declares all its prefixes
	 * @return the element
	 * @throws XmlException if it is not well-formed, restricted (RFC 6120, 11.1) or
	 * exceeds the {@linkplain XmlLimits#DEFAULT default limits}
	 */
	public static Element parse(String xml) {
		return ElementReader.STANDALONE.read(xml);
	}

	/**
	 * Starts an element.
	 * @param namespace the namespace name, empty for none
	 * @param localName the local name
	 * @return a builder
	 * @throws IllegalArgumentException if XML cannot hold one of them
	 */
	public static Builder builder(String namespace, String localName) {
		Assert.notNull(namespace, "'namespace' must not be null");
		Assert.hasLength(localName, "'localName' must not be empty");
		return new Builder(XmlCharacters.checkNamespace(namespace), XmlCharacters.checkName(localName));
	}

	static Builder builderOfChecked(String namespace, String localName, String prefix) {
		Builder builder = new Builder(namespace, localName);
		builder.prefix = prefix;
		return builder;
	}

	/**
	 * Starts an element.
	 * @param name the name; its prefix is what will be written
	 * @return a builder
	 * @throws IllegalArgumentException if XML cannot hold it
	 */
	public static Builder builder(QName name) {
		return builder(name.getNamespaceURI(), name.getLocalPart()).prefix(name.getPrefix());
	}

	/**
	 * Starts a copy of this element.
	 * @return a builder that holds everything this element has
	 */
	public Builder mutate() {
		Builder builder = builderOfChecked(this.namespace, this.localName, this.prefix);
		builder.attributes = new ArrayList<>(this.attributes);
		builder.declarations = new ArrayList<>(this.declarations);
		builder.content = new ArrayList<>(this.content);
		return builder;
	}

	/**
	 * Moves this element from one namespace to another, together with those descendants
	 * that stand in the same one through it. For stanzas, whose content namespace depends
	 * on the stream they travel on (RFC 6120, 4.8.3).
	 * @param from the namespace to leave
	 * @param to the namespace to enter
	 * @return this element if it is not in {@code from}, else the moved one
	 */
	public Element moved(String from, String to) {
		if (!this.namespace.equals(from) || from.equals(to)) {
			return this;
		}
		List<XmlNode> moved = new ArrayList<>(this.content.size());
		for (XmlNode node : this.content) {
			moved.add((node instanceof Element child) ? child.moved(from, to) : node);
		}
		return new Element(to, this.localName, "", this.attributes, this.declarations, List.copyOf(moved));
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
	 * The prefix with which this element prefers to be written.
	 * @return the prefix, empty for none
	 */
	public String prefix() {
		return this.prefix;
	}

	/**
	 * The qualified name.
	 * @return namespace, local name and prefix
	 */
	public QName name() {
		return new QName(this.namespace, this.localName, this.prefix);
	}

	/**
	 * Whether this is the name of the element.
	 * @param namespace a namespace name, empty for none
	 * @param localName a local name
	 * @return whether both are equal
	 */
	public boolean is(String namespace, String localName) {
		return this.localName.equals(localName) && this.namespace.equals(namespace);
	}

	/**
	 * Whether this is the name of the element.
	 * @param name a qualified name, of which the prefix does not matter
	 * @return whether namespace and local name are equal
	 */
	public boolean is(QName name) {
		return is(name.getNamespaceURI(), name.getLocalPart());
	}

	/**
	 * The attributes in the order in which they came.
	 * @return an unmodifiable list without namespace declarations
	 */
	public List<Attribute> attributes() {
		return this.attributes;
	}

	/**
	 * The prefixes that this element declares.
	 * @return the declarations, without the default namespace
	 */
	public List<NamespaceDeclaration> namespaceDeclarations() {
		return this.declarations;
	}

	/**
	 * The value of an attribute without a namespace.
	 * @param localName the name of the attribute
	 * @return the value, or {@code null} if there is no such attribute
	 */
	public @Nullable String attribute(String localName) {
		return attribute("", localName);
	}

	/**
	 * The value of an attribute.
	 * @param namespace the namespace of the attribute, empty for none
	 * @param localName the name of the attribute
	 * @return the value, or {@code null} if there is no such attribute
	 */
	public @Nullable String attribute(String namespace, String localName) {
		for (Attribute attribute : this.attributes) {
			if (attribute.isNamed(namespace, localName)) {
				return attribute.value();
			}
		}
		return null;
	}

	/**
	 * The language given by this element itself.
	 * @return the value of {@code xml:lang}, or {@code null}
	 */
	public @Nullable String language() {
		return attribute(XMLConstants.XML_NS_URI, "lang");
	}

	/**
	 * Child elements and texts in document order.
	 * @return an unmodifiable list
	 */
	public List<XmlNode> content() {
		return this.content;
	}

	/**
	 * The child elements in document order.
	 * @return an unmodifiable list
	 */
	public List<Element> children() {
		return children((child) -> true);
	}

	/**
	 * The child elements of this name.
	 * @param namespace the namespace name, empty for none
	 * @param localName the local name
	 * @return an unmodifiable list
	 */
	public List<Element> children(String namespace, String localName) {
		return children((child) -> child.is(namespace, localName));
	}

	private List<Element> children(Predicate<Element> filter) {
		List<Element> children = new ArrayList<>(this.content.size());
		for (XmlNode node : this.content) {
			if (node instanceof Element child && filter.test(child)) {
				children.add(child);
			}
		}
		return List.copyOf(children);
	}

	/**
	 * The first child element.
	 * @return the child, or {@code null} if there is none
	 */
	public @Nullable Element firstChild() {
		for (XmlNode node : this.content) {
			if (node instanceof Element child) {
				return child;
			}
		}
		return null;
	}

	/**
	 * The first child element of this name.
	 * @param namespace the namespace name, empty for none
	 * @param localName the local name
	 * @return the child, or {@code null} if there is none
	 */
	public @Nullable Element child(String namespace, String localName) {
		for (XmlNode node : this.content) {
			if (node instanceof Element child && child.is(namespace, localName)) {
				return child;
			}
		}
		return null;
	}

	/**
	 * The first child element of this name in the namespace of this element.
	 * @param localName the local name
	 * @return the child, or {@code null} if there is none
	 */
	public @Nullable Element child(String localName) {
		return child(this.namespace, localName);
	}

	/**
	 * The text of this element without that of its children.
	 * @return all texts in one, empty if there are none
	 */
	public String text() {
		if (this.content.size() == 1 && this.content.get(0) instanceof XmlText text) {
			return text.value();
		}
		StringBuilder joined = new StringBuilder();
		for (XmlNode node : this.content) {
			if (node instanceof XmlText text) {
				joined.append(text.value());
			}
		}
		return joined.toString();
	}

	/**
	 * About how much memory this element takes, with all that is in it. It says enough to
	 * bound what is kept.
	 * @return an estimate in bytes, at least the number of all characters
	 */
	public long estimatedSize() {
		long size = OVERHEAD + this.localName.length();
		for (Attribute attribute : this.attributes) {
			size += OVERHEAD + attribute.localName().length() + attribute.value().length();
		}
		for (XmlNode node : this.content) {
			size += (node instanceof Element child) ? child.estimatedSize()
					: OVERHEAD + ((XmlText) node).value().length();
		}
		return size;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		if (this == other) {
			return true;
		}
		return (other instanceof Element that) && is(that.namespace, that.localName)
				&& hasSameAttributes(that.attributes) && this.content.equals(that.content);
	}

	private boolean hasSameAttributes(List<Attribute> others) {
		if (this.attributes.size() != others.size()) {
			return false;
		}
		for (Attribute other : others) {
			if (!other.value().equals(attribute(other.namespace(), other.localName()))) {
				return false;
			}
		}
		return true;
	}

	@Override
	public int hashCode() {
		int result = this.localName.hashCode() * 31 + this.namespace.hashCode();
		for (Attribute attribute : this.attributes) {
			result += attribute.hashCode();
		}
		return result * 31 + this.content.hashCode();
	}

	/**
	 * This element as XML that stands on its own.
	 * @return the XML, in one line if the texts have no line breaks
	 */
	@Override
	public String toString() {
		return ElementWriter.STANDALONE.write(this);
	}

	/**
	 * Collects what an {@link Element} is made of.
	 */
	public static final class Builder {

		private final String namespace;

		private final String localName;

		private String prefix = "";

		private @Nullable List<Attribute> attributes;

		private @Nullable List<NamespaceDeclaration> declarations;

		private @Nullable List<XmlNode> content;

		private Builder(String namespace, String localName) {
			this.namespace = namespace;
			this.localName = localName;
		}

		/**
		 * Asks for a prefix when the element is written.
		 * @param prefix the prefix, empty for none
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold it, or it is reserved for
		 * another namespace
		 */
		public Builder prefix(String prefix) {
			Assert.isTrue(!prefix.equals(XMLConstants.XML_NS_PREFIX) || this.namespace.equals(XMLConstants.XML_NS_URI),
					"The prefix 'xml' is reserved");
			this.prefix = XmlCharacters.checkPrefix(prefix);
			return this;
		}

		/**
		 * Keeps the declaration of a prefix, for values that refer to it.
		 * @param prefix the prefix
		 * @param namespace the namespace name
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold one of them
		 */
		public Builder declare(String prefix, String namespace) {
			NamespaceDeclaration declaration = new NamespaceDeclaration(prefix, namespace);
			this.declarations = with(this.declarations, declaration);
			return this;
		}

		/**
		 * Sets or, with {@code null}, removes an attribute without a namespace.
		 * @param localName the name
		 * @param value the value; numbers, JIDs and other values are written as strings
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold one of them
		 */
		public Builder attribute(String localName, @Nullable Object value) {
			return attribute("", localName, "", value);
		}

		/**
		 * Sets or, with {@code null}, removes an attribute.
		 * @param namespace the namespace name, empty for none
		 * @param localName the local name
		 * @param prefix the prefix to write, empty for any
		 * @param value the value
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold one of them
		 */
		public Builder attribute(String namespace, String localName, String prefix, @Nullable Object value) {
			if (this.attributes != null) {
				this.attributes.removeIf((present) -> present.isNamed(namespace, localName));
			}
			if (value != null) {
				attribute(new Attribute(namespace, localName, prefix, value.toString()));
			}
			return this;
		}

		/**
		 * Adds the attributes that the element does not have yet. Those that it has keep
		 * their values.
		 * @param attributes the attributes
		 * @return this builder
		 */
		public Builder missingAttributes(Iterable<Attribute> attributes) {
			for (Attribute attribute : attributes) {
				if (!hasAttribute(attribute.namespace(), attribute.localName())) {
					attribute(attribute);
				}
			}
			return this;
		}

		private boolean hasAttribute(String namespace, String localName) {
			return this.attributes != null
					&& this.attributes.stream().anyMatch((present) -> present.isNamed(namespace, localName));
		}

		/**
		 * Sets or, with {@code null}, removes {@code xml:lang}.
		 * @param language a language tag (RFC 5646)
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold it
		 */
		public Builder language(@Nullable String language) {
			return attribute(XMLConstants.XML_NS_URI, "lang", XMLConstants.XML_NS_PREFIX, language);
		}

		/**
		 * Appends a child element, or nothing.
		 * @param child the child, or {@code null}
		 * @return this builder
		 */
		public Builder child(@Nullable Element child) {
			if (child != null) {
				this.content = with(this.content, child);
			}
			return this;
		}

		/**
		 * Appends child elements.
		 * @param children the children in order
		 * @return this builder
		 */
		public Builder children(Iterable<Element> children) {
			for (Element child : children) {
				this.content = with(this.content, child);
			}
			return this;
		}

		/**
		 * Appends a child element in the namespace of this element that holds text, or
		 * nothing.
		 * @param localName the name of the child
		 * @param text the text, or {@code null} for no child
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold one of them
		 */
		public Builder textChild(String localName, @Nullable String text) {
			if (text == null) {
				return this;
			}
			Assert.hasLength(localName, "'localName' must not be empty");
			List<XmlNode> content = text.isEmpty() ? List.of() : List.of(new XmlText(text));
			return child(
					new Element(this.namespace, XmlCharacters.checkName(localName), "", List.of(), List.of(), content));
		}

		/**
		 * Appends text. Adjacent texts become one.
		 * @param text the characters, unescaped
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold one of them
		 */
		public Builder text(String text) {
			return checkedText(XmlCharacters.check(text));
		}

		Builder checkedText(String text) {
			if (text.isEmpty()) {
				return this;
			}
			List<XmlNode> content = this.content;
			int last = (content != null) ? content.size() - 1 : -1;
			if (content != null && last >= 0 && content.get(last) instanceof XmlText before) {
				content.set(last, XmlText.ofChecked(before.value() + text));
			}
			else {
				this.content = with(this.content, XmlText.ofChecked(text));
			}
			return this;
		}

		void attribute(Attribute attribute) {
			this.attributes = with(this.attributes, attribute);
		}

		// Most elements lack one of the lists, or two
		private static <T> List<T> with(@Nullable List<T> list, T item) {
			List<T> target = (list != null) ? list : new ArrayList<>(4);
			target.add(item);
			return target;
		}

		private static <T> List<T> copyOf(@Nullable List<T> list) {
			return (list != null) ? List.copyOf(list) : List.of();
		}

		/**
		 * The finished element.
		 * @return a new element
		 */
		public Element build() {
			return new Element(this.namespace, this.localName, this.prefix, copyOf(this.attributes),
					copyOf(this.declarations), copyOf(this.content));
		}

	}

}
