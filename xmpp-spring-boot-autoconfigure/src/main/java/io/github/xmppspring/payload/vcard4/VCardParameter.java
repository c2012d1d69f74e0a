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

import org.springframework.util.Assert;

/**
 * A parameter of a property (RFC 6350, 5), known or not. Immutable.
 *
 * @param name the name, such as {@link #TYPE}
 * @param values the values
 * @param extensions attributes, and elements of other namespaces
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCardParameter(String name, List<VCardValue> values, Extensions extensions) {

	/** The language of the value. */
	public static final String LANGUAGE = "language";

	/** How much the value is preferred. */
	public static final String PREF = "pref";

	/** Which properties are forms of one. */
	public static final String ALTID = "altid";

	/** Which properties of several clients are one. */
	public static final String PID = "pid";

	/** What the value is for. */
	public static final String TYPE = "type";

	/** The media type of what the URI leads to. */
	public static final String MEDIATYPE = "mediatype";

	/** The calendar of the date. */
	public static final String CALSCALE = "calscale";

	/** What to sort the value by. */
	public static final String SORT_AS = "sort-as";

	/** Where the address is on earth. */
	public static final String GEO = "geo";

	/** The time zone of the address. */
	public static final String TZ = "tz";

	/** The address as it is written on a letter. */
	public static final String LABEL = "label";

	public VCardParameter {
		Assert.hasLength(name, "'name' must not be empty");
		Assert.notNull(extensions, "'extensions' must not be null");
		values = List.copyOf(values);
	}

	/**
	 * A parameter of any name.
	 * @param name the name
	 * @param values the values
	 * @return the parameter
	 */
	public static VCardParameter of(String name, VCardValue... values) {
		return new VCardParameter(name, List.of(values), Extensions.NONE);
	}

	private static VCardParameter texts(String name, String... texts) {
		return of(name, Stream.of(texts).map(VCardValue::text).toArray(VCardValue[]::new));
	}

	/**
	 * The language of the value.
	 * @param tag a language tag (RFC 5646)
	 * @return the parameter
	 */
	public static VCardParameter language(String tag) {
		return of(LANGUAGE, VCardValue.languageTag(tag));
	}

	/**
	 * How much the value is preferred.
	 * @param rank 1 for most to 100 for least
	 * @return the parameter
	 */
	public static VCardParameter preference(int rank) {
		Assert.isTrue(rank >= 1 && rank <= 100, "'rank' must be 1 to 100");
		return of(PREF, VCardValue.of(rank));
	}

	/**
	 * Which properties are forms of one, say in several languages.
	 * @param id the same for all of them
	 * @return the parameter
	 */
	public static VCardParameter alternative(String id) {
		return texts(ALTID, id);
	}

	/**
	 * Which properties of several clients are one.
	 * @param ids numbers, each with a point and the number of a client, or alone
	 * @return the parameter
	 */
	public static VCardParameter pid(String... ids) {
		return texts(PID, ids);
	}

	/**
	 * What the value is for.
	 * @param types the types, such as {@code work}, {@code home} or {@code cell}
	 * @return the parameter
	 */
	public static VCardParameter type(String... types) {
		return texts(TYPE, types);
	}

	/**
	 * The media type of what the URI leads to.
	 * @param mediaType the media type
	 * @return the parameter
	 */
	public static VCardParameter mediaType(String mediaType) {
		return texts(MEDIATYPE, mediaType);
	}

	/**
	 * The calendar of the date.
	 * @param calendar the name of the calendar, such as {@code gregorian}
	 * @return the parameter
	 */
	public static VCardParameter calendar(String calendar) {
		return texts(CALSCALE, calendar);
	}

	/**
	 * What to sort the value by.
	 * @param texts a text for each component
	 * @return the parameter
	 */
	public static VCardParameter sortAs(String... texts) {
		return texts(SORT_AS, texts);
	}

	/**
	 * Where the address is on earth.
	 * @param uri a URI, mostly of the scheme {@code geo}
	 * @return the parameter
	 */
	public static VCardParameter geo(String uri) {
		return of(GEO, VCardValue.uri(uri));
	}

	/**
	 * The time zone of the address.
	 * @param name the name of the zone, such as {@code Europe/Rome}
	 * @return the parameter
	 */
	public static VCardParameter timeZone(String name) {
		return texts(TZ, name);
	}

	/**
	 * The address as it is written on a letter.
	 * @param text the text, with line feeds
	 * @return the parameter
	 */
	public static VCardParameter label(String text) {
		return texts(LABEL, text);
	}

	/**
	 * The texts of the values.
	 * @return the texts in order, whatever the types of the values
	 */
	public List<String> texts() {
		return this.values.stream().map(VCardValue::text).toList();
	}

	static VCardParameter read(Element element) {
		PayloadElement parameter = PayloadElement.of(element);
		List<VCardValue> values = VCardValue.readAll(parameter);
		return new VCardParameter(element.localName(), values, parameter.extensions());
	}

	Element toElement() {
		Element.Builder parameter = VCardValue.element(this.name);
		this.values.forEach((value) -> value.writeTo(parameter));
		this.extensions.writeTo(parameter);
		return parameter.build();
	}

}
