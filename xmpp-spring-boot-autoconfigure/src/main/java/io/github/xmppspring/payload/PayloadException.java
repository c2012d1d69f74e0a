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

package io.github.xmppspring.payload;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A payload cannot be read or written.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class PayloadException extends XmppException {

	private final @Nullable QName element;

	private final transient @Nullable Iq iq;

	/**
	 * Creates the exception.
	 * @param message what is wrong, without what the payload holds
	 */
	public PayloadException(String message) {
		this(message, null);
	}

	/**
	 * Creates the exception.
	 * @param message what is wrong, without what the payload holds
	 * @param cause the complaint of a binder or parser
	 */
	public PayloadException(String message, @Nullable Throwable cause) {
		this(message, null, cause, null);
	}

	private PayloadException(@Nullable String message, @Nullable QName element, @Nullable Throwable cause,
			@Nullable Iq iq) {
		super(message, cause);
		this.element = element;
		this.iq = iq;
	}

	/**
	 * The complaint that an element breaks a rule of its schema.
	 * @param element the element
	 * @param rule the rest of a sentence that starts with the name of the element, such
	 * as "must have a child"; without what the element holds
	 * @param cause the complaint of a parser, if any
	 * @return the exception
	 */
	public static PayloadException malformed(Element element, String rule, @Nullable Throwable cause) {
		return new PayloadException("<%s xmlns='%s'/> %s".formatted(element.localName(), element.namespace(), rule),
				element.name(), cause, null);
	}

	static PayloadException unreadable(Element payload, Class<?> type, RuntimeException cause) {
		return new PayloadException("The payload %s cannot be read as %s".formatted(payload.name(), type.getName()),
				payload.name(), cause, null);
	}

	/**
	 * The complaint about the payload of a stanza.
	 * @param iq the stanza
	 * @param complaint what is wrong with its payload
	 * @return the complaint if it knows its stanza, else one that does and has it as its
	 * cause
	 */
	public static PayloadException of(Iq iq, PayloadException complaint) {
		return (complaint.iq != null) ? complaint
				: new PayloadException(complaint.getMessage(), complaint.element, complaint, iq);
	}

	/**
	 * The element that breaks a rule: the payload or one in it.
	 * @return the qualified name, or {@code null} if the payload as a whole is the matter
	 */
	public @Nullable QName getElement() {
		return this.element;
	}

	/**
	 * The stanza whose payload it is.
	 * @return the stanza as it was received, or {@code null} if the payload did not come
	 * with an IQ stanza
	 */
	public @Nullable Iq getIq() {
		return this.iq;
	}

}
