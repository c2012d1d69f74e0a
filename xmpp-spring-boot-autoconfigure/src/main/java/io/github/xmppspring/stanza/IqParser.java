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
import java.util.function.Function;

import javax.xml.XMLConstants;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Iq} of an element and holds it to the rules of RFC 6120, 8.2.3.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqParser {

	private final Element element;

	private final StanzaReading reading;

	private final Function<String, Jid> addresses;

	private @Nullable String type;

	private @Nullable String id;

	private @Nullable String to;

	private @Nullable String from;

	private @Nullable String language;

	private List<Attribute> otherAttributes = List.of();

	IqParser(Element element, StanzaReading reading, Function<String, Jid> addresses) {
		this.element = element;
		this.reading = reading;
		this.addresses = addresses;
	}

	Iq parse() {
		List<Attribute> attributes = this.element.attributes();
		for (int i = 0; i < attributes.size(); i++) {
			take(attributes.get(i));
		}
		IqType iqType = IqType.ofValue(this.type);
		if (iqType == null) {
			throw malformed("The type must be get, set, result or error");
		}
		if (this.id == null) {
			throw malformed("There must be an id");
		}
		Iq.Builder iq = Iq.builder(iqType)
			.checked(this.id, this.language)
			.inheritedLanguage(this.reading.language())
			.to(address("to", this.to))
			.from(address("from", this.from))
			.otherAttributes(this.otherAttributes);
		switch (iqType) {
			case GET, SET -> iq.payload(requestPayload());
			case RESULT -> iq.payload(resultPayload());
			case ERROR -> parseError(iq);
		}
		return iq.build();
	}

	private void take(Attribute attribute) {
		if (attribute.isNamed(XMLConstants.XML_NS_URI, "lang")) {
			this.language = attribute.value();
			return;
		}
		switch (attribute.namespace().isEmpty() ? attribute.localName() : "") {
			case "type" -> this.type = attribute.value();
			case "id" -> this.id = attribute.value();
			case "to" -> this.to = attribute.value();
			case "from" -> this.from = attribute.value();
			default -> takeOther(attribute);
		}
	}

	private void takeOther(Attribute attribute) {
		if (this.otherAttributes.isEmpty()) {
			this.otherAttributes = new ArrayList<>();
		}
		this.otherAttributes.add(attribute);
	}

	private @Nullable Jid address(String attribute, @Nullable String address) {
		try {
			return (address != null) ? this.addresses.apply(address) : null;
		}
		catch (JidFormatException ex) {
			throw new MalformedStanzaException(this.element, StanzaErrorCondition.JID_MALFORMED,
					"The address in '" + attribute + "' is malformed");
		}
	}

	private Element requestPayload() {
		Element payload = this.element.firstChild();
		if (payload == null || (hasSeveralChildren() && !this.reading.lenientPayloads()) || isStanzaError(payload)) {
			throw malformed("A request must have exactly one payload");
		}
		return payload;
	}

	private @Nullable Element resultPayload() {
		if (hasSeveralChildren()) {
			throw malformed("A result must not have more than one payload");
		}
		return this.element.firstChild();
	}

	private boolean hasSeveralChildren() {
		int count = 0;
		for (XmlNode node : this.element.content()) {
			count += (node instanceof Element) ? 1 : 0;
		}
		return count > 1;
	}

	private void parseError(Iq.Builder iq) {
		iq.lenient();
		Element payload = null;
		Element error = null;
		for (Element child : this.element.children()) {
			if (isStanzaError(child)) {
				error = (error != null) ? error : child;
			}
			else {
				payload = (payload != null) ? payload : child;
			}
		}
		iq.payload(payload);
		iq.error((error != null) ? StanzaError.from(error) : null);
	}

	private boolean isStanzaError(Element child) {
		return StanzaError.isStanzaError(child, this.element.namespace());
	}

	private MalformedStanzaException malformed(String message) {
		return new MalformedStanzaException(this.element, StanzaErrorCondition.BAD_REQUEST, message);
	}

}
