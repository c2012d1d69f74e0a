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

import java.util.Locale;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * A peer answered a request with an error.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class IqErrorException extends XmppException {

	private final transient Iq response;

	private final transient StanzaError error;

	/**
	 * Creates the exception for a response.
	 * @param response the response, of type error
	 */
	public IqErrorException(Iq response) {
		this(response, (response.error() != null) ? response.error()
				: StanzaError.of(StanzaErrorCondition.UNDEFINED_CONDITION));
	}

	private IqErrorException(Iq response, StanzaError error) {
		super(message(response.from(), error));
		this.response = response;
		this.error = error;
	}

	private static String message(@Nullable Jid from, StanzaError error) {
		return ((from != null) ? "'" + from + "'" : "The server") + " answered with the error '" + error.condition()
				+ "' of type '" + error.type() + "'";
	}

	/**
	 * The whole response.
	 * @return a stanza of type error
	 */
	public Iq response() {
		return this.response;
	}

	/**
	 * Why the request failed.
	 * @return the error of the response
	 */
	public StanzaError error() {
		return this.error;
	}

	/**
	 * The defined condition of the error.
	 * @return the condition
	 */
	public StanzaErrorCondition condition() {
		return this.error.condition();
	}

	/**
	 * What may be done about the error.
	 * @return the type
	 */
	public StanzaErrorType type() {
		return this.error.type();
	}

	/**
	 * The text of the error in the language that fits best (lookup of RFC 4647, 3.4).
	 * Texts without a language are in that of the response or its stream.
	 * @param locale the wanted language
	 * @return the text in this language, else any text, or {@code null} if there is none
	 */
	public @Nullable String text(Locale locale) {
		return this.error.localizedText().withDefaultLanguage(this.response.language()).text(locale);
	}

	/**
	 * Whether the peer sent no stanza error with the response, against RFC 6120, 8.3.1.
	 * @return whether {@link #error()} is an assumption
	 */
	public boolean isMalformed() {
		return this.response.error() == null;
	}

}
