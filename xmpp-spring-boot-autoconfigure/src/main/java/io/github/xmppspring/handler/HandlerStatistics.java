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

/**
 * Counts of requests that need a thread. Those that are answered at once are not among
 * them.
 *
 * @param queued requests that wait for their handler now
 * @param active requests that are with their handler now, also while its stage is not
 * complete
 * @param limit the most of both together
 * @param overloaded requests refused since the start, as there were as many already or no
 * thread was to be had
 * @param expired requests since the start whose handler took too long
 * @param stopped requests refused since the start, as the application stops
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record HandlerStatistics(int queued, int active, int limit, long overloaded, long expired, long stopped) {

}
