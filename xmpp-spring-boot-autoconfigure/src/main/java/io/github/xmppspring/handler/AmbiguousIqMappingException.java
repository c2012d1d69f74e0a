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

/**
 * Two handlers want to answer the same requests, of which each has only one reply.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class AmbiguousIqMappingException extends XmppException {

	private final IqMapping mapping;

	private final String firstHandler;

	private final String secondHandler;

	/**
	 * Creates the exception.
	 * @param mapping the requests that both want to answer
	 * @param firstHandler the one handler
	 * @param secondHandler the other handler
	 */
	public AmbiguousIqMappingException(IqMapping mapping, String firstHandler, String secondHandler) {
		super("IQ requests '%s' are handled by both %s and %s".formatted(mapping, firstHandler, secondHandler));
		this.mapping = mapping;
		this.firstHandler = firstHandler;
		this.secondHandler = secondHandler;
	}

	/**
	 * The requests that both handlers want to answer.
	 * @return the mapping
	 */
	public IqMapping mapping() {
		return this.mapping;
	}

	/**
	 * The one handler.
	 * @return a description for people
	 */
	public String firstHandler() {
		return this.firstHandler;
	}

	/**
	 * The other handler.
	 * @return a description for people
	 */
	public String secondHandler() {
		return this.secondHandler;
	}

}
