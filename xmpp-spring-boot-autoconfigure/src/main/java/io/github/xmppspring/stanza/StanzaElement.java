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

package io.github.xmppspring.stanza;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What messages and presence are alike in: an element in the default namespace, and its
 * addresses.
 *
 * @param element the stanza, with everything in it
 * @param to the addressed entity, or {@code null}
 * @param from the sender, or {@code null}
 * @param inheritedLanguage the language of the stream on which it came, or {@code null}
 * @author XMPP for Spring Boot contributors
 */
record StanzaElement(Element element, @Nullable Jid to, @Nullable Jid from, @Nullable String inheritedLanguage) {

	/**
	 * Reads what is common.
	 * @param element the stanza, in any content namespace
	 * @param localName the name that it must have
	 * @param inheritedLanguage the language if the stanza names none
	 * @return the stanza in the default namespace
	 * @throws MalformedStanzaException if an address is malformed
	 */
	static StanzaElement read(Element element, String localName, @Nullable String inheritedLanguage) {
		Assert.isTrue(element.localName().equals(localName), () -> "The stanza is not <" + localName + "/>");
		Element moved = element.moved(element.namespace(), Iq.DEFAULT_NAMESPACE);
		return new StanzaElement(moved, address(element, "to"), address(element, "from"), inheritedLanguage);
	}

	@Nullable String language() {
		String own = this.element.language();
		return (own != null) ? own : this.inheritedLanguage;
	}

	private static @Nullable Jid address(Element element, String attribute) {
		String address = element.attribute(attribute);
		try {
			return (address != null) ? Jid.of(address) : null;
		}
		catch (JidFormatException ex) {
			throw new MalformedStanzaException(element, StanzaErrorCondition.JID_MALFORMED,
					"The address in '" + attribute + "' is malformed");
		}
	}

	List<Element> children(String localName) {
		return this.element.children(Iq.DEFAULT_NAMESPACE, localName);
	}

	@Nullable Element child(String localName) {
		return this.element.child(Iq.DEFAULT_NAMESPACE, localName);
	}

	List<Element> children(Predicate<Element> filter) {
		List<Element> children = new ArrayList<>();
		for (Element child : this.element.children()) {
			if (filter.test(child)) {
				children.add(child);
			}
		}
		return List.copyOf(children);
	}

	@Nullable StanzaError error() {
		for (Element child : this.element.children()) {
			if (StanzaError.isStanzaError(child, Iq.DEFAULT_NAMESPACE)) {
				return StanzaError.from(child);
			}
		}
		return null;
	}

	Element element(String contentNamespace) {
		return this.element.moved(Iq.DEFAULT_NAMESPACE, contentNamespace);
	}

}
