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

package io.github.xmppspring.test;

import java.util.List;

import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlNode;
import io.github.xmppspring.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Where an element is first other than expected. Prefixes, the order of attributes and
 * white space between child elements do not count.
 *
 * @param path the way to the place, such as {@code /query/item[2]/@jid}
 * @param expected what should be there, in words
 * @param actual what is there, in words
 * @author XMPP for Spring Boot contributors
 */
record XmlDifference(String path, String expected, String actual) {

	/**
	 * Compares two elements.
	 * @param expected what should be
	 * @param actual what is
	 * @return the first difference, or {@code null} if there is none
	 */
	static @Nullable XmlDifference between(Element expected, Element actual) {
		return between(TestXml.compact(expected), TestXml.compact(actual), "/" + expected.localName());
	}

	private static @Nullable XmlDifference between(Element expected, Element actual, String path) {
		if (!expected.is(actual.name())) {
			return new XmlDifference(path, describe(expected), describe(actual));
		}
		XmlDifference difference = betweenAttributes(expected, actual, path);
		return (difference != null) ? difference : betweenContents(expected, actual, path);
	}

	private static @Nullable XmlDifference betweenAttributes(Element expected, Element actual, String path) {
		for (Attribute attribute : expected.attributes()) {
			String value = actual.attribute(attribute.namespace(), attribute.localName());
			if (!attribute.value().equals(value)) {
				return new XmlDifference(path + "/@" + attribute.localName(), quote(attribute.value()),
						(value != null) ? quote(value) : "no such attribute");
			}
		}
		for (Attribute attribute : actual.attributes()) {
			if (expected.attribute(attribute.namespace(), attribute.localName()) == null) {
				return new XmlDifference(path + "/@" + attribute.localName(), "no such attribute",
						quote(attribute.value()));
			}
		}
		return null;
	}

	private static @Nullable XmlDifference betweenContents(Element expected, Element actual, String path) {
		List<XmlNode> wanted = expected.content();
		List<XmlNode> found = actual.content();
		for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
			XmlNode left = (i < wanted.size()) ? wanted.get(i) : null;
			XmlNode right = (i < found.size()) ? found.get(i) : null;
			XmlDifference difference = betweenNodes(left, right, path, wanted.subList(0, Math.min(i, wanted.size())));
			if (difference != null) {
				return difference;
			}
		}
		return null;
	}

	private static @Nullable XmlDifference betweenNodes(@Nullable XmlNode expected, @Nullable XmlNode actual,
			String path, List<XmlNode> before) {
		if (expected instanceof Element left && actual instanceof Element right) {
			return between(left, right, path + "/" + left.localName() + index(left, before));
		}
		return (expected != null && expected.equals(actual)) ? null
				: new XmlDifference(path, describe(expected), describe(actual));
	}

	private static String index(Element element, List<XmlNode> before) {
		long same = before.stream().filter((node) -> node instanceof Element other && other.is(element.name())).count();
		return (same > 0) ? "[" + (same + 1) + "]" : "";
	}

	private static String describe(@Nullable XmlNode node) {
		if (node instanceof Element element) {
			return "<" + element.localName() + " xmlns='" + element.namespace() + "'>";
		}
		return (node instanceof XmlText text) ? quote(text.value()) : "nothing";
	}

	private static String quote(String text) {
		return "\"" + text + "\"";
	}

	@Override
	public String toString() {
		return "First difference at " + this.path + ": expected " + this.expected + " but was " + this.actual;
	}

}
