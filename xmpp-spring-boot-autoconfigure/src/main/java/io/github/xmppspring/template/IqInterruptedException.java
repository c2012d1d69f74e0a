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

package io.github.xmppspring.template;

import io.github.xmppspring.stanza.XmppException;

/**
 * The thread was interrupted while it waited for a response. The request is given up; the
 * interrupted status of the thread is set.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class IqInterruptedException extends XmppException {

	/**
	 * Creates the exception.
	 * @param cause the interruption
	 */
	public IqInterruptedException(InterruptedException cause) {
		super("Interrupted while waiting for a response", cause);
	}

}
