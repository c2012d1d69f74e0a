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

package io.github.xmppspring.stream;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The defined conditions of stream errors (RFC 6120, 4.9.3).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum StreamErrorCondition {

	/** XML that cannot be processed. */
	BAD_FORMAT,

	/** A namespace prefix that is not supported. */
	BAD_NAMESPACE_PREFIX,

	/** Another stream conflicts with this one: mostly, the resource was taken. */
	CONFLICT,

	/** The peer seems to be gone. */
	CONNECTION_TIMEOUT,

	/** The domain is not served here any more. */
	HOST_GONE,

	/** The domain is not served here. */
	HOST_UNKNOWN,

	/** A stanza between two servers lacks an address. */
	IMPROPER_ADDRESSING,

	/** The server failed by its own fault. */
	INTERNAL_SERVER_ERROR,

	/** The {@code from} of a stanza is not that of the stream. */
	INVALID_FROM,

	/** The stream or content namespace is wrong. */
	INVALID_NAMESPACE,

	/** XML that does not validate. */
	INVALID_XML,

	/** Data was sent before authentication or by an unauthorised entity. */
	NOT_AUTHORIZED,

	/** XML that is not well-formed. */
	NOT_WELL_FORMED,

	/** A local policy was violated. */
	POLICY_VIOLATION,

	/** A server that is needed cannot be reached. */
	REMOTE_CONNECTION_FAILED,

	/** The stream must be negotiated again. */
	RESET,

	/** The server lacks resources. */
	RESOURCE_CONSTRAINT,

	/** XML that RFC 6120, 11.1 forbids. */
	RESTRICTED_XML,

	/** Another host is to be asked. */
	SEE_OTHER_HOST,

	/** The server shuts down. */
	SYSTEM_SHUTDOWN,

	/** None of the others. */
	UNDEFINED_CONDITION,

	/** The bytes are not UTF-8. */
	UNSUPPORTED_ENCODING,

	/** A mandatory feature is not supported. */
	UNSUPPORTED_FEATURE,

	/** A first-level child that is not known. */
	UNSUPPORTED_STANZA_TYPE,

	/** The version of the protocol is not supported. */
	UNSUPPORTED_VERSION;

	private final String value = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * The name of the element.
	 * @return for example {@code host-unknown}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Finds a condition by the name of the element.
	 * @param value the local name
	 * @return the condition, or {@code null} for any other name
	 */
	public static @Nullable StreamErrorCondition ofValue(@Nullable String value) {
		for (StreamErrorCondition condition : values()) {
			if (condition.value.equals(value)) {
				return condition;
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
