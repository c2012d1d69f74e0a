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

import org.springframework.messaging.MessagingException;

/**
 * A request did not have what the arguments of its handler need, so it is the peer who
 * has to change something. The same exceptions from within the handler mean that this
 * application failed.
 *
 * @author XMPP for Spring Boot contributors
 */
@SuppressWarnings("serial")
final class UnresolvedArgumentException extends RuntimeException {

	// No message, as that of the cause may have values from the request
	UnresolvedArgumentException(MessagingException cause) {
		super(null, cause);
	}

}
