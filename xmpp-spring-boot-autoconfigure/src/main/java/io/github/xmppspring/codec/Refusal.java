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

package io.github.xmppspring.codec;

import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.XmlException;

/**
 * Why bytes are refused, as the error that ends the stream (RFC 6120, 4.9.3).
 *
 * @author XMPP for Spring Boot contributors
 */
final class Refusal {

	private Refusal() {
	}

	static StreamException of(StreamErrorCondition condition, String message) {
		return new StreamException(StreamError.of(condition), message);
	}

	static StreamException notWellFormed(String message) {
		return of(StreamErrorCondition.NOT_WELL_FORMED, message);
	}

	static StreamException restricted() {
		return of(StreamErrorCondition.RESTRICTED_XML,
				"Comments, processing instructions and document types are not allowed");
	}

	static StreamException strayText(StreamErrorCondition condition) {
		return of(condition, "There is text outside of stanzas");
	}

	static StreamException of(XmlException ex) {
		StreamErrorCondition condition = switch (ex.reason()) {
			case NOT_WELL_FORMED -> StreamErrorCondition.NOT_WELL_FORMED;
			case RESTRICTED -> StreamErrorCondition.RESTRICTED_XML;
			case LIMIT_EXCEEDED -> StreamErrorCondition.POLICY_VIOLATION;
			case UNSUPPORTED_ENCODING -> StreamErrorCondition.UNSUPPORTED_ENCODING;
		};
		return new StreamException(StreamError.of(condition), String.valueOf(ex.getMessage()), ex);
	}

}
