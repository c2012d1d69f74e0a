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

package io.github.xmppspring.server;

/**
 * What happens when a client wants a resource that another session of the same account
 * has (RFC 6120, 7.7.2.2).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum ConflictPolicy {

	/**
	 * The session that was there first ends with the stream error {@code conflict}.
	 */
	END_EXISTING,

	/**
	 * The new one is refused with the stanza error {@code conflict}.
	 */
	REFUSE_NEW,

	/**
	 * The new one is given another resource.
	 */
	RENAME_NEW

}
