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

import java.util.List;
import java.util.stream.Stream;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A property of a {@link VCard4} (RFC 6350, 6), known or not. Immutable.
 *
 * <pre class="code">
 * VCardProperty.uri(VCardProperty.TEL, "tel:+1-303-555-1212")
 *     .with(VCardParameter.type("home", "voice"), VCardParameter.preference(1));
 * </pre>
 *
 * @param name the name, such as {@link #FN}
 * @param parameters what is said of the value
 * @param values the values, or the components of the value
 * @param extensions attributes, and elements of other namespaces
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCardProperty(String name, VCardParameters parameters, List<VCardValue> values,
		Extensions extensions) implements VCardEntry {

	/** Where the card comes from: a URI. */
	public static final String SOURCE = "source";

	/**
	 * What the card is about: a text such as {@code individual} or {@code application}.
	 */
	public static final String KIND = "kind";

	/** XML of another vocabulary: a text. */
	public static final String XML = "xml";

	/** The formatted name: a text. */
	public static final String FN = "fn";

	/** The name in parts, see {@link StructuredName}. */
	public static final String N = "n";

	/** Nicknames: texts. */
	public static final String NICKNAME = "nickname";

	/** A picture of the person: a URI. */
	public static final String PHOTO = "photo";

	/** The birthday: a date, a date and time, or a text. */
	public static final String BDAY = "bday";

	/** The day of a marriage or the like: as the birthday. */
	public static final String ANNIVERSARY = "anniversary";

	/** Sex and gender, see {@link Gender}. */
	public static final String GENDER = "gender";

	/** A postal address, see {@link PostalAddress}. */
	public static final String ADR = "adr";

	/** A telephone number: a URI or a text. */
	public static final String TEL = "tel";

	/** An email address: a text. */
	public static final String EMAIL = "email";

	/** An address for instant messages: a URI. */
	public static final String IMPP = "impp";

	/** A language that may be used: a language tag. */
	public static final String LANG = "lang";

	/** The time zone: a text, a URI or an offset. */
	public static final String TZ = "tz";

	/** The place on earth: a URI. */
	public static final String GEO = "geo";

	/** The title of a position: a text. */
	public static final String TITLE = "title";

	/** The function: a text. */
	public static final String ROLE = "role";

	/** A picture of the organisation: a URI. */
	public static final String LOGO = "logo";

	/** The organisation and its units: texts. */
	public static final String ORG = "org";

	/** A member of the group that the card is about: a URI. */
	public static final String MEMBER = "member";

	/** Somebody related: a URI or a text. */
	public static final String RELATED = "related";

	/** Keywords: texts. */
	public static final String CATEGORIES = "categories";

	/** A comment: a text. */
	public static final String NOTE = "note";

	/** The software that made the card: a text. */
	public static final String PRODID = "prodid";

	/** When the card was changed: a timestamp. */
	public static final String REV = "rev";

	/** A sound, say how the name is pronounced: a URI. */
	public static final String SOUND = "sound";

	/** An identifier of what the card is about: a URI. */
	public static final String UID = "uid";

	/** What the numbers of clients in {@code pid} mean, see {@link ClientPidMap}. */
	public static final String CLIENTPIDMAP = "clientpidmap";

	/** An address on the web: a URI. */
	public static final String URL = "url";

	/** A key: a URI or a text. */
	public static final String KEY = "key";

	/** Where to see when the person is busy: a URI. */
	public static final String FBURL = "fburl";

	/** Where to send requests for appointments: a URI. */
	public static final String CALADRURI = "caladruri";

	/** The calendar: a URI. */
	public static final String CALURI = "caluri";

	public VCardProperty {
		Assert.hasLength(name, "'name' must not be empty");
		Assert.isTrue(!name.equals(VCardGroup.ELEMENT), "'name' must not be that of a group");
		Assert.notNull(parameters, "'parameters' must not be null");
		Assert.notNull(extensions, "'extensions' must not be null");
		values = List.copyOf(values);
	}

	/**
	 * A property of any values.
	 * @param name the name
	 * @param values the values
	 * @return the property
	 */
	public static VCardProperty of(String name, VCardValue... values) {
		return new VCardProperty(name, VCardParameters.NONE, List.of(values), Extensions.NONE);
	}

	/**
	 * A property of texts.
	 * @param name the name
	 * @param texts the texts; most properties have one
	 * @return the property
	 */
	public static VCardProperty text(String name, String... texts) {
		return of(name, Stream.of(texts).map(VCardValue::text).toArray(VCardValue[]::new));
	}

	/**
	 * A property that is a URI.
	 * @param name the name
	 * @param uri the URI
	 * @return the property
	 */
	public static VCardProperty uri(String name, String uri) {
		return of(name, VCardValue.uri(uri));
	}

	/**
	 * This property with more parameters, in place of those of the same names.
	 * @param parameters the parameters
	 * @return the property
	 */
	public VCardProperty with(VCardParameter... parameters) {
		VCardParameters more = this.parameters;
		for (VCardParameter parameter : parameters) {
			more = more.with(parameter);
		}
		return new VCardProperty(this.name, more, this.values, this.extensions);
	}

	@Override
	public List<VCardProperty> properties() {
		return List.of(this);
	}

	/**
	 * The first value.
	 * @return the value, or {@code null} if there is none
	 */
	public @Nullable VCardValue value() {
		return this.values.isEmpty() ? null : this.values.get(0);
	}

	/**
	 * The text of the first value, whatever its type.
	 * @return the text, empty if there is no value
	 */
	public String text() {
		return this.values.isEmpty() ? "" : this.values.get(0).text();
	}

	/**
	 * The texts of all values of a type.
	 * @param type the type, or the name of a component
	 * @return the texts in order
	 */
	public List<String> texts(String type) {
		return this.values.stream().filter((value) -> value.type().equals(type)).map(VCardValue::text).toList();
	}

	static VCardProperty read(Element element) {
		PayloadElement property = PayloadElement.of(element);
		PayloadElement parameters = property.child(VCardParameters.ELEMENT);
		List<VCardValue> values = VCardValue.readAll(property);
		return new VCardProperty(element.localName(),
				(parameters != null) ? VCardParameters.read(parameters) : VCardParameters.NONE, values,
				property.extensions());
	}

	Element toElement() {
		Element.Builder property = VCardValue.element(this.name).child(this.parameters.toElement());
		this.values.forEach((value) -> value.writeTo(property));
		this.extensions.writeTo(property);
		return property.build();
	}

}
