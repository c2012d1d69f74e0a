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

import io.github.xmppspring.stanza.IqExchange;

/**
 * The way from a mapping to what answers it.
 *
 * @param mapping the requests
 * @param target what answers them
 * @param description the target, for people
 * @param nonBlocking whether an event loop may call the target
 * @param fallback whether another route of the same mapping goes before this one
 * @param calls counts the requests
 * @author XMPP for Spring Boot contributors
 */
record IqRoute(IqMapping mapping, IqExchange target, String description, boolean nonBlocking, boolean fallback,
		IqCalls calls) {

	IqRoute(IqMapping mapping, IqExchange target, String description, boolean nonBlocking, boolean fallback) {
		this(mapping, target, description, nonBlocking, fallback, new IqCalls());
	}

}
