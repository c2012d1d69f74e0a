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
		this(message, null, cause);
	}

	private PayloadException(String message, @Nullable QName element, @Nullable Throwable cause) {
		super(message, cause);
		this.element = element;
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
				element.name(), cause);
	}

	/**
	 * The element that breaks a rule: the payload or one in it.
	 * @return the qualified name, or {@code null} if the payload as a whole is the matter
	 */
	public @Nullable QName getElement() {
		return this.element;
	}

}
