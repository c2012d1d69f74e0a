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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A text in any number of languages, as repeated elements with {@code xml:lang} give it
 * (RFC 6120, 8.1.5). Immutable.
 *
 * @param byLanguage the texts by language tag (RFC 5646), in document order; the key is
 * empty where no language is given
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record LocalizedText(Map<String, String> byLanguage) {

	/**
	 * No text in any language.
	 */
	public static final LocalizedText NONE = new LocalizedText(Map.of());

	public LocalizedText {
		byLanguage.forEach((language, text) -> {
			XmlCharacters.check(language);
			XmlCharacters.check(text);
		});
		byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
	}

	/**
	 * A text in no stated language.
	 * @param text the text, or {@code null} for none
	 * @return the text
	 */
	public static LocalizedText of(@Nullable String text) {
		return (text != null) ? of("", text) : NONE;
	}

	/**
	 * A text in one language.
	 * @param language the language tag, empty for none
	 * @param text the text
	 * @return the text
	 */
	public static LocalizedText of(String language, String text) {
		return new LocalizedText(Map.of(language, text));
	}

	/**
	 * Reads texts from elements. Of several in one language the first counts.
	 * @param elements the elements that hold them
	 * @return the texts
	 */
	public static LocalizedText from(List<Element> elements) {
		if (elements.isEmpty()) {
			return NONE;
		}
		Map<String, String> byLanguage = new LinkedHashMap<>();
		for (Element element : elements) {
			String language = element.language();
			byLanguage.putIfAbsent((language != null) ? language : "", element.text());
		}
		return new LocalizedText(byLanguage);
	}

	/**
	 * This text in one more language.
	 * @param language the language tag, empty for none
	 * @param text the text
	 * @return a new text
	 */
	public LocalizedText with(String language, String text) {
		Assert.notNull(language, "'language' must not be null");
		Assert.notNull(text, "'text' must not be null");
		Map<String, String> more = new LinkedHashMap<>(this.byLanguage);
		more.put(language, text);
		return new LocalizedText(more);
	}

	/**
	 * This text with what has no stated language in that of the stanza around it, so that
	 * a look-up finds it. It still is what is found if no language fits.
	 * @param language the language tag, or {@code null} if the stanza has none either
	 * @return a text in which it comes first, unless there is another one in that
	 * language
	 */
	public LocalizedText withDefaultLanguage(@Nullable String language) {
		String plain = this.byLanguage.get("");
		if (language == null || plain == null || this.byLanguage.containsKey(language)) {
			return this;
		}
		Map<String, String> stated = new LinkedHashMap<>();
		stated.put(language, plain);
		stated.putAll(this.byLanguage);
		stated.remove("");
		return new LocalizedText(stated);
	}

	/**
	 * Whether there is no text.
	 * @return whether no language has a text
	 */
	public boolean isEmpty() {
		return this.byLanguage.isEmpty();
	}

	/**
	 * The text without a stated language, else that in whatever language comes first.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text() {
		String plain = this.byLanguage.get("");
		return (plain != null || isEmpty()) ? plain : this.byLanguage.values().iterator().next();
	}

	/**
	 * The text in the language that fits best (lookup of RFC 4647, 3.4).
	 * @param locale the wanted language
	 * @return the text in this language, else {@link #text()}
	 */
	public @Nullable String text(Locale locale) {
		List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(locale.toLanguageTag());
		String language = Locale.lookupTag(wanted, this.byLanguage.keySet());
		for (Map.Entry<String, String> entry : this.byLanguage.entrySet()) {
			if (entry.getKey().equalsIgnoreCase(language)) {
				return entry.getValue();
			}
		}
		return text();
	}

	/**
	 * Writes the texts as children of an element, in its namespace.
	 * @param parent the element
	 * @param namespace the namespace of the children
	 * @param localName the name of the children
	 */
	public void writeTo(Element.Builder parent, String namespace, String localName) {
		this.byLanguage.forEach((language,
				text) -> parent.child(Element.builder(namespace, localName)
					.language(language.isEmpty() ? null : language)
					.text(text)
					.build()));
	}

}
