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

package io.github.xmppspring.connection;

import java.util.Locale;

import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which something that the server sends is not taken. All but the first two
 * end the stream.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum RefusalRule {

	/**
	 * An IQ stanza without a sense (RFC 6120, 8.2.3): a request is answered with an
	 * error, a response fails its request.
	 */
	MALFORMED_IQ,

	/**
	 * A request that comes while none are taken, which is answered with an error.
	 */
	DRAINING,

	/**
	 * Larger, deeper or wider than the {@link io.github.xmppspring.xml.XmlLimits}.
	 */
	LIMIT,

	/**
	 * Not well-formed, also in its namespaces (RFC 6120, 11.3).
	 */
	NOT_WELL_FORMED,

	/**
	 * Comments, processing instructions, document types and entities (RFC 6120, 11.1).
	 */
	RESTRICTED_XML,

	/**
	 * Another encoding than UTF-8 (RFC 6120, 11.6).
	 */
	UNSUPPORTED_ENCODING,

	/**
	 * What has no place where it stands: another namespace, element, version or order.
	 */
	PROTOCOL;

	private final String value = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * The name in metrics.
	 * @return for example {@code not-well-formed}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Finds the rule by which a stream was ended from this side.
	 * @param error why the stream has ended
	 * @return the rule, or {@code null} if it has ended for another reason
	 */
	static @Nullable RefusalRule of(@Nullable Throwable error) {
		if (!(error instanceof StreamException ex) || ex.isRemote()) {
			return null;
		}
		StreamErrorCondition condition = ex.error().condition();
		return switch (condition) {
			case CONNECTION_TIMEOUT, INTERNAL_SERVER_ERROR -> null;
			case POLICY_VIOLATION -> LIMIT;
			case NOT_WELL_FORMED -> NOT_WELL_FORMED;
			case RESTRICTED_XML -> RESTRICTED_XML;
			case UNSUPPORTED_ENCODING -> UNSUPPORTED_ENCODING;
			default -> PROTOCOL;
		};
	}

}
