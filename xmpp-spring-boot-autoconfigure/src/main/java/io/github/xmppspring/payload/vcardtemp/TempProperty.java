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

package io.github.xmppspring.payload.vcardtemp;

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A property of a {@link VCardTemp}, known or not (XEP-0054, 9). It has a text or fields,
 * which keep their order. Immutable.
 *
 * @param name the name, such as {@link #FN}
 * @param text the text as it is, empty if there are fields only
 * @param fields the child elements in the namespace of the card
 * @param extensions attributes and child elements of other namespaces
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record TempProperty(String name, String text, List<TempField> fields, Extensions extensions) {

	/** The version of the format, 3.0, if it is given as an element. */
	public static final String VERSION = "VERSION";

	/** The formatted name: a text. */
	public static final String FN = "FN";

	/** The name in parts, see {@link StructuredName}. */
	public static final String N = "N";

	/** Nicknames: a text, with commas between several. */
	public static final String NICKNAME = "NICKNAME";

	/** A picture of the person, see {@link Picture}. */
	public static final String PHOTO = "PHOTO";

	/** The birthday: a text in a form of ISO 8601. */
	public static final String BDAY = "BDAY";

	/** A postal address, see {@link PostalAddress}. */
	public static final String ADR = "ADR";

	/** A label for letters, see {@link AddressLabel}. */
	public static final String LABEL = "LABEL";

	/** A telephone number, see {@link TelephoneNumber}. */
	public static final String TEL = "TEL";

	/** An email address, see {@link EmailAddress}. */
	public static final String EMAIL = "EMAIL";

	/** A bare JID: a text. */
	public static final String JABBERID = "JABBERID";

	/** The software that reads the mail: a text. */
	public static final String MAILER = "MAILER";

	/** The offset from UTC: a text in a form of ISO 8601. */
	public static final String TZ = "TZ";

	/** A place on earth, see {@link GeoPosition}. */
	public static final String GEO = "GEO";

	/** The title of a position in an organisation: a text. */
	public static final String TITLE = "TITLE";

	/** The function in an organisation: a text. */
	public static final String ROLE = "ROLE";

	/** A picture of the organisation, see {@link Picture}. */
	public static final String LOGO = "LOGO";

	/** Somebody who acts for the person, see {@link Agent}. */
	public static final String AGENT = "AGENT";

	/** An organisation, see {@link Organization}. */
	public static final String ORG = "ORG";

	/** Keywords, see {@link Categories}. */
	public static final String CATEGORIES = "CATEGORIES";

	/** A comment: a text. */
	public static final String NOTE = "NOTE";

	/** The software that made the card: a text. */
	public static final String PRODID = "PRODID";

	/** When the card was changed: a text in a form of ISO 8601. */
	public static final String REV = "REV";

	/** What to sort the card by: a text. */
	public static final String SORT_STRING = "SORT-STRING";

	/** How the name is pronounced, see {@link Sound}. */
	public static final String SOUND = "SOUND";

	/** An identifier of the card: a text. */
	public static final String UID = "UID";

	/** An address on the web: a text. */
	public static final String URL = "URL";

	/** Whom the card is for, see {@link Classification}. */
	public static final String CLASS = "CLASS";

	/** A key or another credential, see {@link Credential}. */
	public static final String KEY = "KEY";

	/** A description: a text. */
	public static final String DESC = "DESC";

	public TempProperty {
		Assert.hasLength(name, "'name' must not be empty");
		Assert.notNull(text, "'text' must not be null");
		Assert.notNull(extensions, "'extensions' must not be null");
		fields = List.copyOf(fields);
	}

	/**
	 * A property that is a text.
	 * @param name the name
	 * @param text the text
	 * @return the property
	 */
	public static TempProperty text(String name, String text) {
		return new TempProperty(name, text, List.of(), Extensions.NONE);
	}

	/**
	 * A property that has fields.
	 * @param name the name
	 * @param fields the fields in order
	 * @return the property
	 */
	public static TempProperty of(String name, List<TempField> fields) {
		return new TempProperty(name, "", fields, Extensions.NONE);
	}

	static TempProperty read(Element element) {
		PayloadElement property = PayloadElement.of(element);
		String namespace = element.namespace();
		List<TempField> fields = new ArrayList<>();
		for (PayloadElement child : property.children((candidate) -> candidate.namespace().equals(namespace))) {
			fields.add(TempField.read(child.element()));
		}
		return new TempProperty(element.localName(), TempField.ownText(element), fields, property.extensions());
	}

	Element toElement() {
		Element.Builder element = Element.builder(VCardTemp.NAME.getNamespaceURI(), this.name).text(this.text);
		this.fields.forEach((field) -> element.child(field.toElement()));
		this.extensions.writeTo(element);
		return element.build();
	}

	/**
	 * The complaint that the property breaks a rule.
	 * @param rule the rest of a sentence that starts with the name of the property
	 * @return an exception to throw
	 */
	PayloadException malformed(String rule) {
		return PayloadException.malformed(toElement(), rule, null);
	}

	/**
	 * The first field of a name.
	 * @param name the name
	 * @return the field, or {@code null} if there is none
	 */
	public @Nullable TempField field(String name) {
		for (TempField field : this.fields) {
			if (field.name().equals(name)) {
				return field;
			}
		}
		return null;
	}

	/**
	 * Whether there is a field of this name, such as a flag.
	 * @param name the name
	 * @return whether it is there
	 */
	public boolean has(String name) {
		return field(name) != null;
	}

	/**
	 * The text of the first field of a name.
	 * @param name the name
	 * @return the text, or {@code null} if there is no such field
	 */
	public @Nullable String fieldText(String name) {
		TempField field = field(name);
		return (field != null) ? field.text() : null;
	}

	/**
	 * The texts of all fields of a name.
	 * @param name the name
	 * @return the texts in order
	 */
	public List<String> fieldTexts(String name) {
		return this.fields.stream().filter((field) -> field.name().equals(name)).map(TempField::text).toList();
	}

}
