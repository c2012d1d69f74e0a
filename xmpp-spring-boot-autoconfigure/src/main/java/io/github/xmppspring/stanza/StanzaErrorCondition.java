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

import org.jspecify.annotations.Nullable;

/**
 * The defined conditions of stanza errors (RFC 6120, 8.3.3), each with the type that the
 * RFC names first for it.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum StanzaErrorCondition {

	/** The XML of the request does not conform to its schema, or cannot be processed. */
	BAD_REQUEST(StanzaErrorType.MODIFY, 400),

	/** Something of that name or address exists already. */
	CONFLICT(StanzaErrorType.CANCEL, 409),

	/** The namespace is known, but not this use of it. */
	FEATURE_NOT_IMPLEMENTED(StanzaErrorType.CANCEL, 501),

	/** The sender lacks the permission. */
	FORBIDDEN(StanzaErrorType.AUTH, 403),

	/** The recipient is not at this address any more; the new one may be given. */
	GONE(StanzaErrorType.CANCEL, 302),

	/** The recipient failed by its own fault. */
	INTERNAL_SERVER_ERROR(StanzaErrorType.CANCEL, 500),

	/** The addressed JID or item does not exist. */
	ITEM_NOT_FOUND(StanzaErrorType.CANCEL, 404),

	/** An address violates the rules of RFC 7622. */
	JID_MALFORMED(StanzaErrorType.MODIFY, 400),

	/** The request does not meet criteria that the recipient has defined. */
	NOT_ACCEPTABLE(StanzaErrorType.MODIFY, 406),

	/** Nobody is allowed to do this. */
	NOT_ALLOWED(StanzaErrorType.CANCEL, 405),

	/** The sender must provide credentials first. */
	NOT_AUTHORIZED(StanzaErrorType.AUTH, 401),

	/** The request violates a local policy. */
	POLICY_VIOLATION(StanzaErrorType.MODIFY, 403),

	/** The recipient is not available at the moment. */
	RECIPIENT_UNAVAILABLE(StanzaErrorType.WAIT, 404),

	/** Another address is to be asked for the time being; it may be given. */
	REDIRECT(StanzaErrorType.MODIFY, 302),

	/** The sender must register first. */
	REGISTRATION_REQUIRED(StanzaErrorType.AUTH, 407),

	/** The remote domain does not exist or does not speak XMPP. */
	REMOTE_SERVER_NOT_FOUND(StanzaErrorType.CANCEL, 404),

	/** The remote domain could not be reached in time. */
	REMOTE_SERVER_TIMEOUT(StanzaErrorType.WAIT, 504),

	/** The recipient is busy or lacks resources. */
	RESOURCE_CONSTRAINT(StanzaErrorType.WAIT, 500),

	/** The service is not provided here. */
	SERVICE_UNAVAILABLE(StanzaErrorType.CANCEL, 503),

	/** The sender must subscribe first. */
	SUBSCRIPTION_REQUIRED(StanzaErrorType.AUTH, 407),

	/** None of the others; the application condition says more. */
	UNDEFINED_CONDITION(StanzaErrorType.CANCEL, 500),

	/** The request came at the wrong time or in the wrong order. */
	UNEXPECTED_REQUEST(StanzaErrorType.WAIT, 400);

	private final String value = name().toLowerCase(Locale.ROOT).replace('_', '-');

	private final StanzaErrorType defaultType;

	private final int legacyCode;

	StanzaErrorCondition(StanzaErrorType defaultType, int legacyCode) {
		this.defaultType = defaultType;
		this.legacyCode = legacyCode;
	}

	/**
	 * The name of the element.
	 * @return for example {@code item-not-found}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * The type that goes with this condition unless another is given.
	 * @return the type
	 */
	public StanzaErrorType defaultType() {
		return this.defaultType;
	}

	/**
	 * The number that stands for this condition with entities from before XMPP 1.0
	 * (XEP-0086). Policy-violation is younger than the numbers and has that of forbidden.
	 * @return a number of three digits
	 */
	public int legacyCode() {
		return this.legacyCode;
	}

	/**
	 * Finds a condition by the name of the element.
	 * @param value the local name
	 * @return the condition, or {@code null} for any other name
	 */
	public static @Nullable StanzaErrorCondition ofValue(@Nullable String value) {
		for (StanzaErrorCondition condition : values()) {
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
