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

import org.jspecify.annotations.Nullable;

/**
 * XML that cannot be taken. The message never holds the XML itself.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class XmlException extends RuntimeException {

	private final Reason reason;

	/**
	 * XML is refused.
	 * @param reason the kind of trouble
	 * @param message what is wrong
	 */
	public XmlException(Reason reason, String message) {
		this(reason, message, null);
	}

	/**
	 * XML is refused.
	 * @param reason the kind of trouble
	 * @param message what is wrong
	 * @param cause the complaint of the parser
	 */
	public XmlException(Reason reason, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	/**
	 * The kind of trouble.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * The kinds of trouble with XML.
	 */
	public enum Reason {

		/**
		 * Not well-formed, or not namespace-well-formed.
		 */
		NOT_WELL_FORMED,

		/**
		 * Legal XML that XMPP forbids (RFC 6120, 11.1): comments, processing
		 * instructions, document types, entities.
		 */
		RESTRICTED,

		/**
		 * Beyond the {@link XmlLimits}.
		 */
		LIMIT_EXCEEDED,

		/**
		 * Bytes that are not UTF-8, or another declared encoding (RFC 6120, 11.6).
		 */
		UNSUPPORTED_ENCODING

	}

}
