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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import io.github.xmppspring.xml.XmlCharacters;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Why a request failed (RFC 6120, 8.3). Immutable.
 *
 * @param condition the defined condition; {@code UNDEFINED_CONDITION} if a received error
 * has none of them
 * @param type what the sender may do
 * @param by the entity that detected the error, if it is not the addressed one
 * @param uri the new address of {@code gone} and {@code redirect}, an XMPP URI
 * @param texts descriptions by language tag; the key is empty where no language is given
 * @param applicationConditions further elements that say more, in the namespaces of
 * applications, and conditions of the stanza error namespace that RFC 6120 does not
 * define
 * @param code the number that entities from before XMPP 1.0 send (XEP-0086), or
 * {@code null}
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StanzaError(StanzaErrorCondition condition, StanzaErrorType type, @Nullable Jid by, @Nullable String uri,
		Map<String, String> texts, List<Element> applicationConditions, @Nullable Integer code) {

	/**
	 * The namespace of the defined conditions.
	 */
	public static final String NAMESPACE = "urn:ietf:params:xml:ns:xmpp-stanzas";

	private static final String ELEMENT = "error";

	private static final String TEXT = "text";

	public StanzaError {
		Assert.notNull(condition, "'condition' must not be null");
		Assert.notNull(type, "'type' must not be null");
		texts = new LocalizedText(texts).byLanguage();
		if (uri != null) {
			XmlCharacters.check(uri);
		}
		applicationConditions = List.copyOf(applicationConditions);
	}

	/**
	 * An error of the type that goes with its condition, without text.
	 * @param condition the condition
	 * @return the error
	 */
	public static StanzaError of(StanzaErrorCondition condition) {
		return new StanzaError(condition, condition.defaultType(), null, null, Map.of(), List.of(), null);
	}

	/**
	 * An error of the type that goes with its condition.
	 * @param condition the condition
	 * @param text a description in English; it is sent to the peer
	 * @return the error
	 */
	public static StanzaError of(StanzaErrorCondition condition, String text) {
		return of(condition).withText("en", text);
	}

	/**
	 * Reads an {@code <error/>} element. Whatever it lacks is replaced by the least
	 * assumption: {@code undefined-condition}, and the type of the condition. From before
	 * XMPP 1.0, a number stands for a condition and a type (XEP-0086), and a text in the
	 * element itself is its text.
	 * @param element the element, in any content namespace
	 * @return the error
	 */
	public static StanzaError from(Element element) {
		StanzaErrorCondition condition = null;
		String uri = null;
		Map<String, String> texts = new LinkedHashMap<>();
		List<Element> others = new ArrayList<>();
		for (Element child : element.children()) {
			StanzaErrorCondition found = child.namespace().equals(NAMESPACE)
					? StanzaErrorCondition.ofValue(child.localName()) : null;
			if (child.is(NAMESPACE, TEXT)) {
				String language = child.language();
				texts.putIfAbsent((language != null) ? language : "", child.text());
			}
			else if (found != null && condition == null) {
				condition = found;
				uri = child.text().isBlank() ? null : child.text().trim();
			}
			else {
				others.add(child);
			}
		}
		if (texts.isEmpty() && !element.text().isBlank()) {
			texts.put("", element.text().trim());
		}
		Integer code = code(element);
		LegacyError legacy = LegacyError.of((condition == null && !hasUnknown(others)) ? code : null);
		condition = (condition != null) ? condition : legacy.condition();
		StanzaErrorType type = StanzaErrorType.ofValue(element.attribute("type"));
		if (type == null) {
			type = (condition == legacy.condition()) ? legacy.type() : condition.defaultType();
		}
		return new StanzaError(condition, type, by(element), uri, texts, others, code);
	}

	private static boolean hasUnknown(List<Element> conditions) {
		return conditions.stream().anyMatch((condition) -> condition.namespace().equals(NAMESPACE));
	}

	private static @Nullable Jid by(Element element) {
		String by = element.attribute("by");
		try {
			return (by != null) ? Jid.of(by) : null;
		}
		catch (JidFormatException ex) {
			return null;
		}
	}

	private static @Nullable Integer code(Element element) {
		String code = element.attribute("code");
		return (code != null && code.matches("\\d{3}")) ? Integer.valueOf(code) : null;
	}

	static boolean isStanzaError(Element child, String contentNamespace) {
		return child.localName().equals(ELEMENT)
				&& (child.namespace().equals(contentNamespace) || child.namespace().equals(Iq.DEFAULT_NAMESPACE));
	}

	/**
	 * This error with another type.
	 * @param type the type
	 * @return a new error
	 */
	public StanzaError withType(StanzaErrorType type) {
		return new StanzaError(this.condition, type, this.by, this.uri, this.texts, this.applicationConditions,
				this.code);
	}

	/**
	 * This error with one more text.
	 * @param language the language tag, empty for none
	 * @param text the text
	 * @return a new error
	 */
	public StanzaError withText(String language, String text) {
		Map<String, String> texts = new LinkedHashMap<>(this.texts);
		texts.put(language, text);
		return new StanzaError(this.condition, this.type, this.by, this.uri, texts, this.applicationConditions,
				this.code);
	}

	/**
	 * This error as detected by someone.
	 * @param by the entity
	 * @return a new error
	 */
	public StanzaError withBy(@Nullable Jid by) {
		return new StanzaError(this.condition, this.type, by, this.uri, this.texts, this.applicationConditions,
				this.code);
	}

	/**
	 * This error with the new address of {@code gone} or {@code redirect}.
	 * @param uri an XMPP URI (RFC 5122)
	 * @return a new error
	 * @throws IllegalArgumentException if the condition is another one
	 */
	public StanzaError withUri(@Nullable String uri) {
		Assert.isTrue(
				uri == null || this.condition == StanzaErrorCondition.GONE
						|| this.condition == StanzaErrorCondition.REDIRECT,
				"Only 'gone' and 'redirect' have a new address");
		return new StanzaError(this.condition, this.type, this.by, uri, this.texts, this.applicationConditions,
				this.code);
	}

	/**
	 * This error with the number for entities from before XMPP 1.0 (XEP-0086).
	 * @param code a number, or {@code null} for none
	 * @return a new error
	 */
	public StanzaError withCode(@Nullable Integer code) {
		return new StanzaError(this.condition, this.type, this.by, this.uri, this.texts, this.applicationConditions,
				code);
	}

	/**
	 * This error with one more application condition (RFC 6120, 8.3.4).
	 * @param element an element in the namespace of the application
	 * @return a new error
	 */
	public StanzaError withApplicationCondition(Element element) {
		List<Element> conditions = new ArrayList<>(this.applicationConditions);
		conditions.add(element);
		return new StanzaError(this.condition, this.type, this.by, this.uri, this.texts, conditions, this.code);
	}

	/**
	 * The text without a stated language, else that in whatever language comes first.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text() {
		return localizedText().text();
	}

	/**
	 * The text in the language that fits best (lookup of RFC 4647, 3.4).
	 * @param locale the wanted language
	 * @return the text in this language, else any text, or {@code null} if there is none
	 */
	public @Nullable String text(Locale locale) {
		return localizedText().text(locale);
	}

	/**
	 * The text in all its languages.
	 * @return the text
	 */
	public LocalizedText localizedText() {
		return new LocalizedText(this.texts);
	}

	/**
	 * This error as an element.
	 * @param contentNamespace the namespace of the stanza that holds it
	 * @return an {@code <error/>} element
	 */
	public Element toElement(String contentNamespace) {
		Element.Builder error = Element.builder(contentNamespace, ELEMENT)
			.attribute("by", this.by)
			.attribute("code", this.code)
			.attribute("type", this.type);
		Element.Builder defined = Element.builder(NAMESPACE, this.condition.value());
		error.child((this.uri != null) ? defined.text(this.uri).build() : defined.build());
		localizedText().writeTo(error, NAMESPACE, TEXT);
		return error.children(this.applicationConditions).build();
	}

}
