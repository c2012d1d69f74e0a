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

package io.github.xmppspring.actuate;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * How addresses of others are shown: as they are, or with no more than the first
 * character before the domain, as in <code>j***@example.org/***</code>.
 *
 * @author XMPP for Spring Boot contributors
 */
enum AddressDisplay {

	/**
	 * As they are.
	 */
	WHOLE,

	/**
	 * With the domain and the first character before it.
	 */
	REDACTED;

	private static final String REST = "***";

	@Nullable String show(@Nullable Jid address) {
		if (address == null) {
			return null;
		}
		return (this == WHOLE) ? address.toString() : redact(address);
	}

	private static String redact(Jid address) {
		String local = address.local();
		String resource = (address.resource() != null) ? "/" + REST : "";
		return (local != null)
				? local.substring(0, local.offsetByCodePoints(0, 1)) + REST + "@" + address.domain() + resource
				: address.domain() + resource;
	}

}
