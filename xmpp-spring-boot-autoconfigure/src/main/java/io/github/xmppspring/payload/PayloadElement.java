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

package io.github.xmppspring.payload;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.xml.XMLConstants;

import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import io.github.xmppspring.xml.XmlNode;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;

/**
 * An element as a codec reads it: gives out attributes and children by name, complains of
 * what breaks the schema, and keeps what nobody asked for as its {@link #extensions()}.
 * <p>
 * For one thread and one read. Names without a namespace mean children in the namespace
 * of the element.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PayloadElement {

	private static final boolean[] NOTHING = {};

	private final Element element;

	private final boolean[] readAttributes;

	private final boolean[] readContent;

	private PayloadElement(Element element) {
		this.element = element;
		this.readAttributes = marks(element.attributes().size());
		this.readContent = marks(element.content().size());
	}

	private static boolean[] marks(int size) {
		return (size > 0) ? new boolean[size] : NOTHING;
	}

	/**
	 * Starts to read an element.
	 * @param element the element
	 * @return the element, of which nothing has been read
	 */
	public static PayloadElement of(Element element) {
		return new PayloadElement(element);
	}

	/**
	 * The element itself.
	 * @return the element
	 */
	public Element element() {
		return this.element;
	}

	/**
	 * The value of an attribute.
	 * @param localName the name
	 * @return the value, or {@code null} if there is no such attribute
	 */
	public @Nullable String attribute(String localName) {
		return attribute("", localName);
	}

	/**
	 * The language of the element.
	 * @return the value of {@code xml:lang}, or {@code null}
	 */
	public @Nullable String language() {
		return attribute(XMLConstants.XML_NS_URI, "lang");
	}

	/**
	 * The value of an attribute.
	 * @param namespace the namespace, empty for none
	 * @param localName the name
	 * @return the value, or {@code null} if there is no such attribute
	 */
	public @Nullable String attribute(String namespace, String localName) {
		List<Attribute> attributes = this.element.attributes();
		for (int i = 0; i < attributes.size(); i++) {
			if (attributes.get(i).isNamed(namespace, localName)) {
				this.readAttributes[i] = true;
				return attributes.get(i).value();
			}
		}
		return null;
	}

	/**
	 * The value of an attribute as an object.
	 * @param localName the name
	 * @param parser makes an object of the value; throws an
	 * {@link IllegalArgumentException}, or another exception, if it cannot
	 * @param <T> the type of the object
	 * @return the object, or {@code null} if there is no such attribute
	 * @throws PayloadException if the parser fails
	 */
	public <T> @Nullable T attribute(String localName, Function<String, T> parser) {
		return attribute("", localName, parser);
	}

	/**
	 * The value of an attribute as an object.
	 * @param namespace the namespace, empty for none
	 * @param localName the name
	 * @param parser makes an object of the value; throws an
	 * {@link IllegalArgumentException}, or another exception, if it cannot
	 * @param <T> the type of the object
	 * @return the object, or {@code null} if there is no such attribute
	 * @throws PayloadException if the parser fails
	 */
	public <T> @Nullable T attribute(String namespace, String localName, Function<String, T> parser) {
		String value = attribute(namespace, localName);
		return (value != null) ? parse("attribute '" + localName + "'", value, parser) : null;
	}

	/**
	 * The value of an attribute that must be there.
	 * @param localName the name
	 * @return the value, which may be empty
	 * @throws PayloadException if there is no such attribute
	 */
	public String requiredAttribute(String localName) {
		String value = attribute(localName);
		if (value == null) {
			throw malformed("must have the attribute '" + localName + "'");
		}
		return value;
	}

	/**
	 * The value of an attribute that must be there, as an object.
	 * @param localName the name
	 * @param parser makes an object of the value
	 * @param <T> the type of the object
	 * @return the object
	 * @throws PayloadException if there is no such attribute, or the parser fails
	 */
	public <T> T requiredAttribute(String localName, Function<String, T> parser) {
		return parse("attribute '" + localName + "'", requiredAttribute(localName), parser);
	}

	/**
	 * The first child of this name. Further ones are extensions.
	 * @param localName the name
	 * @return the child, or {@code null} if there is none
	 */
	public @Nullable PayloadElement child(String localName) {
		return child(this.element.namespace(), localName);
	}

	/**
	 * The first child of this name that was not read before. Further ones are extensions.
	 * @param namespace the namespace
	 * @param localName the name
	 * @return the child, or {@code null} if there is none
	 */
	public @Nullable PayloadElement child(String namespace, String localName) {
		Element child = take((candidate) -> candidate.is(namespace, localName));
		return (child != null) ? of(child) : null;
	}

	/**
	 * The first child that fits and was not read before. Further ones are extensions.
	 * @param filter chooses children
	 * @return the child, or {@code null} if there is none
	 */
	public @Nullable PayloadElement child(Predicate<Element> filter) {
		Element child = take(filter);
		return (child != null) ? of(child) : null;
	}

	private @Nullable Element take(Predicate<Element> filter) {
		List<XmlNode> content = this.element.content();
		for (int i = 0; i < content.size(); i++) {
			if (!this.readContent[i] && content.get(i) instanceof Element child && filter.test(child)) {
				this.readContent[i] = true;
				return child;
			}
		}
		return null;
	}

	/**
	 * The first child of this name, which must be there.
	 * @param localName the name
	 * @return the child
	 * @throws PayloadException if there is none
	 */
	public PayloadElement requiredChild(String localName) {
		PayloadElement child = child(localName);
		if (child == null) {
			throw malformed("must have the child <" + localName + "/>");
		}
		return child;
	}

	/**
	 * All children of this name.
	 * @param localName the name
	 * @return the children in document order
	 */
	public List<PayloadElement> children(String localName) {
		return children((child) -> child.is(this.element.namespace(), localName));
	}

	/**
	 * All children of this name.
	 * @param namespace the namespace
	 * @param localName the name
	 * @return the children in document order
	 */
	public List<PayloadElement> children(String namespace, String localName) {
		return children((child) -> child.is(namespace, localName));
	}

	/**
	 * All children that fit.
	 * @param filter chooses children
	 * @return the children in document order
	 */
	public List<PayloadElement> children(Predicate<Element> filter) {
		List<XmlNode> content = this.element.content();
		if (content.isEmpty()) {
			return List.of();
		}
		List<PayloadElement> children = new ArrayList<>(content.size());
		for (int i = 0; i < content.size(); i++) {
			if (!this.readContent[i] && content.get(i) instanceof Element child && filter.test(child)) {
				this.readContent[i] = true;
				children.add(of(child));
			}
		}
		return children;
	}

	/**
	 * The text of the first child of this name.
	 * @param localName the name
	 * @return the text, or {@code null} if there is no such child
	 */
	public @Nullable String textChild(String localName) {
		Element child = take((candidate) -> candidate.is(this.element.namespace(), localName));
		return (child != null) ? child.text() : null;
	}

	/**
	 * The text of the first child of this name, as an object.
	 * @param localName the name
	 * @param parser makes an object of the text, without white space around it
	 * @param <T> the type of the object
	 * @return the object, or {@code null} if there is no such child
	 * @throws PayloadException if the parser fails
	 */
	public <T> @Nullable T textChild(String localName, Function<String, T> parser) {
		PayloadElement child = child(localName);
		return (child != null) ? child.text(parser) : null;
	}

	/**
	 * The text that the children of this name give in their languages.
	 * @param localName the name
	 * @return the text
	 */
	public LocalizedText localizedText(String localName) {
		return LocalizedText.from(children(localName).stream().map(PayloadElement::element).toList());
	}

	/**
	 * Whether there is a child of this name, whatever it holds.
	 * @param localName the name
	 * @return whether it is there
	 */
	public boolean flag(String localName) {
		return child(localName) != null;
	}

	/**
	 * The text of the element.
	 * @return the text, empty if there is none
	 */
	public String text() {
		return this.element.text();
	}

	/**
	 * The text of the element as an object.
	 * @param parser makes an object of the text, without white space around it
	 * @param <T> the type of the object
	 * @return the object
	 * @throws PayloadException if the parser fails
	 */
	public <T> T text(Function<String, T> parser) {
		return parse("text", text().trim(), parser);
	}

	private <T> T parse(String what, String value, Function<String, T> parser) {
		try {
			return parser.apply(value);
		}
		catch (PayloadException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw PayloadException.malformed(this.element, "has a malformed " + what, quotesValue(ex) ? null : ex);
		}
	}

	// A cause is logged wherever the exception is, and these say what they were given
	private static boolean quotesValue(RuntimeException ex) {
		return ex instanceof IllegalArgumentException || ex instanceof DateTimeException
				|| ex instanceof ConversionException;
	}

	/**
	 * What has not been read.
	 * @return attributes and children that nobody asked for up to now
	 */
	public Extensions extensions() {
		if (isAllRead()) {
			return Extensions.NONE;
		}
		List<Attribute> attributes = new ArrayList<>(0);
		for (int i = 0; i < this.readAttributes.length; i++) {
			if (!this.readAttributes[i]) {
				attributes.add(this.element.attributes().get(i));
			}
		}
		List<Element> elements = new ArrayList<>(0);
		for (int i = 0; i < this.readContent.length; i++) {
			if (!this.readContent[i] && this.element.content().get(i) instanceof Element child) {
				elements.add(child);
			}
		}
		return new Extensions(attributes, elements);
	}

	// White space between elements is never read
	private boolean isAllRead() {
		for (boolean read : this.readAttributes) {
			if (!read) {
				return false;
			}
		}
		for (int i = 0; i < this.readContent.length; i++) {
			if (!this.readContent[i] && this.element.content().get(i) instanceof Element) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The complaint that the element breaks a rule.
	 * @param rule the rest of a sentence that starts with the name of the element, such
	 * as "must have a child"; without what the element holds
	 * @return an exception to throw
	 */
	public PayloadException malformed(String rule) {
		return PayloadException.malformed(this.element, rule, null);
	}

}
