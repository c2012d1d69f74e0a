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

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler to answer its request with a stanza error.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class StanzaErrorException extends XmppException implements ApplicationConditionSource {

	private final transient StanzaError error;

	private final transient @Nullable Object applicationCondition;

	/**
	 * Answers with a condition, of the type that goes with it.
	 * @param condition the condition
	 */
	public StanzaErrorException(StanzaErrorCondition condition) {
		this(StanzaError.of(condition));
	}

	/**
	 * Answers with a condition, of the type that goes with it.
	 * @param condition the condition
	 * @param text a description in English; it is sent to the peer
	 */
	public StanzaErrorException(StanzaErrorCondition condition, String text) {
		this(StanzaError.of(condition, text));
	}

	/**
	 * Answers with an error.
	 * @param error the error
	 */
	public StanzaErrorException(StanzaError error) {
		this(error, null);
	}

	/**
	 * Answers with an error.
	 * @param error the error
	 * @param cause why; it stays in this application
	 */
	public StanzaErrorException(StanzaError error, @Nullable Throwable cause) {
		this(error, null, cause);
	}

	/**
	 * Answers with an error and an application condition.
	 * @param error the error
	 * @param applicationCondition an object of any type that is known as a payload, or
	 * {@code null} for nothing
	 * @param cause why; it stays in this application
	 */
	public StanzaErrorException(StanzaError error, @Nullable Object applicationCondition, @Nullable Throwable cause) {
		super("The request is answered with the error '" + error.condition() + "'", cause);
		this.error = error;
		this.applicationCondition = applicationCondition;
	}

	/**
	 * Makes an exception that answers with a condition, of the type that goes with it,
	 * and an application condition.
	 * @param condition the condition
	 * @param applicationCondition an object of any type that is known as a payload
	 * @return the exception
	 */
	public static StanzaErrorException of(StanzaErrorCondition condition, Object applicationCondition) {
		return new StanzaErrorException(StanzaError.of(condition), applicationCondition, null);
	}

	/**
	 * What the request is answered with.
	 * @return the error
	 */
	public StanzaError error() {
		return this.error;
	}

	@Override
	public @Nullable Object applicationCondition() {
		return this.applicationCondition;
	}

}
