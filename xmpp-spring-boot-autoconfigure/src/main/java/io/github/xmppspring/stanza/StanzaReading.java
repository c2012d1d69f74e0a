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

package io.github.xmppspring.stanza;

import org.jspecify.annotations.Nullable;

/**
 * How the stanzas of one stream are read: what the stream says for all of them, and where
 * there is a choice.
 *
 * @param language the language of stanzas that name none themselves (RFC 6120, 4.7.4), or
 * {@code null} if the stream names none
 * @param lenientPayloads whether of several payloads in a request the first counts and
 * the rest is dropped. Without, RFC 6120, 8.2.3 is obeyed: the request is malformed
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StanzaReading(@Nullable String language, boolean lenientPayloads) {

	/**
	 * What RFC 6120 says, on a stream without a language.
	 */
	public static final StanzaReading STRICT = new StanzaReading(null, false);

}
