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

package io.github.xmppspring.sasl;

import io.github.xmppspring.stanza.XmppException;
import org.jspecify.annotations.Nullable;

/**
 * An authentication exchange that this side has to give up: the credentials do not fit
 * the mechanism, or the server does not keep to it.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class SaslException extends XmppException {

	/**
	 * An exchange ends.
	 * @param message what is wrong, without secrets
	 */
	public SaslException(String message) {
		this(message, null);
	}

	/**
	 * An exchange ends.
	 * @param message what is wrong, without secrets
	 * @param cause how it was found
	 */
	public SaslException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
