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

package io.github.xmppspring.handler;

import io.github.xmppspring.stanza.XmppException;
import org.jspecify.annotations.Nullable;

/**
 * A handler is declared in a way in which it could never answer a request.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class InvalidIqMappingException extends XmppException {

	private final String handler;

	private final String reason;

	private final String remedy;

	/**
	 * Creates the exception.
	 * @param handler the method or class
	 * @param reason what is wrong with it, as the rest of a sentence that begins with the
	 * handler
	 * @param remedy what to change, in a whole sentence
	 */
	public InvalidIqMappingException(String handler, String reason, String remedy) {
		this(handler, reason, remedy, null);
	}

	/**
	 * Creates the exception.
	 * @param handler the method or class
	 * @param reason what is wrong with it, as the rest of a sentence that begins with the
	 * handler
	 * @param remedy what to change, in a whole sentence
	 * @param cause why
	 */
	public InvalidIqMappingException(String handler, String reason, String remedy, @Nullable Throwable cause) {
		super("The IQ handler " + handler + " " + reason, cause);
		this.handler = handler;
		this.reason = reason;
		this.remedy = remedy;
	}

	/**
	 * The method or class.
	 * @return a description for people
	 */
	public String handler() {
		return this.handler;
	}

	/**
	 * What is wrong.
	 * @return the rest of a sentence that begins with the handler
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * What to change.
	 * @return a whole sentence
	 */
	public String remedy() {
		return this.remedy;
	}

}
