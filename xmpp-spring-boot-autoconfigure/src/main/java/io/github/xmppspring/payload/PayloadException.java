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

import io.github.xmppspring.stanza.XmppException;
import org.jspecify.annotations.Nullable;

/**
 * A payload cannot be read or written.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class PayloadException extends XmppException {

	/**
	 * Creates the exception.
	 * @param message what is wrong, without what the payload holds
	 */
	public PayloadException(String message) {
		super(message);
	}

	/**
	 * Creates the exception.
	 * @param message what is wrong, without what the payload holds
	 * @param cause the complaint of a binder or parser
	 */
	public PayloadException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
