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

package io.github.xmppspring.connection;

/**
 * How many responses were ignored since the start, as no request was waiting for them
 * (RFC 6120, 8.1.2.1 and 8.1.3).
 *
 * @param late responses of who was asked, after the request was given up
 * @param duplicate further responses of who was asked, after the first one
 * @param unmatched responses of who was not asked, or so long ago that it is forgotten
 * @param spoofed responses with the id of a waiting request, of who was not asked
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record IgnoredResponses(long late, long duplicate, long unmatched, long spoofed) {

	/**
	 * None.
	 */
	public static final IgnoredResponses NONE = new IgnoredResponses(0, 0, 0, 0);

}
