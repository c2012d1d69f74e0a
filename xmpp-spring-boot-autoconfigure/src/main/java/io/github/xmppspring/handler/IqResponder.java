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

import java.util.Set;

import io.github.xmppspring.stanza.IqExchange;

/**
 * Answers requests without an annotated method. A bean of this type is found like
 * {@link io.github.xmppspring.handler.annotation.IqHandler @IqHandler} methods are.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface IqResponder extends IqExchange {

	/**
	 * The requests that this answers.
	 * @return the mappings, always the same
	 */
	Set<IqMapping> mappings();

	/**
	 * Whether this returns at once, so that an event loop may call it.
	 * @return whether it never blocks; {@code false} unless overridden
	 */
	default boolean isNonBlocking() {
		return false;
	}

	/**
	 * Whether any other handler of the same requests goes before this one. Without,
	 * another one is an error.
	 * @return whether this gives way; {@code false} unless overridden
	 */
	default boolean isFallback() {
		return false;
	}

}
