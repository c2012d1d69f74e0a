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

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * A value of a property or of a parameter (RFC 6350, 4): a type, which is the name of the
 * element, and a text. The components of structured values, such as {@code surname}, are
 * values whose types are their names. Immutable.
 *
 * @param type the type, such as {@link #TEXT}; empty for text that stands without an
 * element around it, which is against the schema but occurs
 * @param text the text as it is
 * @param extensions all attributes and child elements
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCardValue(String type, String text, Extensions extensions) {

	/** A text. */
	public static final String TEXT = "text";

	/** A URI. */
	public static final String URI = "uri";

	/** A date, which may lack its year, its day or more. */
	public static final String DATE = "date";

	/** A time of day, which may lack parts. */
	public static final String TIME = "time";

	/** A date and a time, which may lack parts. */
	public static final String DATE_TIME = "date-time";

	/** A point in time. */
	public static final String TIMESTAMP = "timestamp";

	/** {@code true} or {@code false}. */
	public static final String BOOLEAN = "boolean";

	/** A whole number. */
	public static final String INTEGER = "integer";

	/** A number. */
	public static final String FLOAT = "float";

	/** An offset from UTC. */
	public static final String UTC_OFFSET = "utc-offset";

	/** A language tag (RFC 5646). */
	public static final String LANGUAGE_TAG = "language-tag";

	private static final DateTimeFormatter TIMESTAMPS = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter OFFSETS = DateTimeFormatter.ofPattern("xx");

	public VCardValue {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(text, "'text' must not be null");
		Assert.notNull(extensions, "'extensions' must not be null");
	}

	/**
	 * A value of any type.
	 * @param type the type, or the name of a component
	 * @param text the text
	 * @return the value
	 */
	public static VCardValue of(String type, String text) {
		Assert.hasLength(type, "'type' must not be empty");
		return new VCardValue(type, text, Extensions.NONE);
	}

	/**
	 * A text.
	 * @param text the text
	 * @return the value
	 */
	public static VCardValue text(String text) {
		return of(TEXT, text);
	}

	/**
	 * A URI.
	 * @param uri the URI
	 * @return the value
	 */
	public static VCardValue uri(String uri) {
		return of(URI, uri);
	}

	/**
	 * Bytes, as a URI that holds them (RFC 2397).
	 * @param mediaType the media type, such as {@code image/png}
	 * @param data the bytes
	 * @return the value
	 */
	public static VCardValue data(String mediaType, byte[] data) {
		return uri(DataUri.of(mediaType, data));
	}

	/**
	 * A whole date. For others, such as a birthday without a year, see
	 * {@link #of(String, String)}.
	 * @param date the date
	 * @return the value
	 */
	public static VCardValue date(LocalDate date) {
		return of(DATE, DateTimeFormatter.BASIC_ISO_DATE.format(date));
	}

	/**
	 * A point in time.
	 * @param instant the point, of which parts of seconds are lost
	 * @return the value
	 */
	public static VCardValue timestamp(Instant instant) {
		return of(TIMESTAMP, TIMESTAMPS.format(instant));
	}

	/**
	 * A truth value.
	 * @param value the value
	 * @return the value
	 */
	public static VCardValue of(boolean value) {
		return of(BOOLEAN, Boolean.toString(value));
	}

	/**
	 * A whole number.
	 * @param number the number
	 * @return the value
	 */
	public static VCardValue of(long number) {
		return of(INTEGER, Long.toString(number));
	}

	/**
	 * A number.
	 * @param number the number
	 * @return the value
	 */
	public static VCardValue of(double number) {
		return of(FLOAT, Double.toString(number));
	}

	/**
	 * An offset from UTC.
	 * @param offset the offset, of which seconds are lost
	 * @return the value
	 */
	public static VCardValue of(ZoneOffset offset) {
		return of(UTC_OFFSET, OFFSETS.format(offset));
	}

	/**
	 * A language tag.
	 * @param tag the tag
	 * @return the value
	 */
	public static VCardValue languageTag(String tag) {
		return of(LANGUAGE_TAG, tag);
	}

	/**
	 * The date of this value.
	 * @return the date
	 * @throws PayloadException if it is no whole date
	 */
	public LocalDate date() {
		return parse("a date", (text) -> isBasic(text) ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
				: LocalDate.parse(text));
	}

	/**
	 * The point in time of this value.
	 * @return the point
	 * @throws PayloadException if it is none
	 */
	public Instant instant() {
		return parse("a timestamp", (text) -> isBasic(text) ? TIMESTAMPS.parse(text, Instant::from)
				: DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
	}

	/**
	 * The whole number of this value.
	 * @return the number
	 * @throws PayloadException if it is none
	 */
	public long integer() {
		return parse("a whole number", Long::parseLong);
	}

	/**
	 * The number of this value.
	 * @return the number
	 * @throws PayloadException if it is none
	 */
	public double number() {
		return parse("a number", Double::parseDouble);
	}

	/**
	 * The truth value of this value.
	 * @return whether it is true
	 * @throws PayloadException if it is none
	 */
	public boolean flag() {
		return parse("a truth value", (text) -> switch (text) {
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw new IllegalArgumentException();
		});
	}

	/**
	 * The offset from UTC of this value.
	 * @return the offset
	 * @throws PayloadException if it is none
	 */
	public ZoneOffset offset() {
		return parse("an offset from UTC", ZoneOffset::of);
	}

	/**
	 * The URI of this value.
	 * @return the URI
	 * @throws PayloadException if it is none
	 */
	public URI uri() {
		return parse("a URI", java.net.URI::create);
	}

	/**
	 * The bytes that a {@code data} URI holds.
	 * @return the bytes, a new array, empty if it is a URI of another scheme
	 * @throws PayloadException if what it holds cannot be read
	 */
	public byte[] data() {
		return parse("a URI", DataUri::data);
	}

	// ISO 8601 has a form without hyphens, which RFC 6350 wants, and one with them
	private static boolean isBasic(String date) {
		return date.length() < 5 || date.charAt(4) != '-';
	}

	private <T> T parse(String what, Function<String, T> parser) {
		try {
			return parser.apply(this.text.trim());
		}
		catch (RuntimeException ex) {
			Element element = element(this.type.isEmpty() ? TEXT : this.type).build();
			// without the complaint of the parser, which quotes the value
			throw PayloadException.malformed(element, "must hold " + what, null);
		}
	}

	static Element.Builder element(String localName) {
		return Element.builder(VCard4.NAME.getNamespaceURI(), localName);
	}

	/**
	 * Reads all values in an element: its own text, and its children in its namespace.
	 * @param parent the element
	 * @return the values
	 */
	static List<VCardValue> readAll(PayloadElement parent) {
		List<VCardValue> values = new ArrayList<>(2);
		String bare = ownText(parent.element());
		if (!bare.isEmpty()) {
			values.add(new VCardValue("", bare, Extensions.NONE));
		}
		String namespace = parent.element().namespace();
		for (PayloadElement child : parent.children((any) -> any.namespace().equals(namespace))) {
			Element value = child.element();
			values.add(new VCardValue(value.localName(), ownText(value),
					new Extensions(value.attributes(), value.children())));
		}
		return values;
	}

	/**
	 * The text of an element without the indentation of its children.
	 * @param element the element
	 * @return the text
	 */
	private static String ownText(Element element) {
		String text = element.text();
		return (element.firstChild() != null && text.isBlank()) ? "" : text;
	}

	void writeTo(Element.Builder parent) {
		if (this.type.isEmpty()) {
			parent.text(this.text);
			return;
		}
		Element.Builder value = element(this.type).text(this.text);
		this.extensions.writeTo(value);
		parent.child(value.build());
	}

}
