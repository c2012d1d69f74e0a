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
 * Counts of a connection.
 *
 * @param pendingRequests requests that wait for their response now
 * @param lateResponses responses since the start for which no request was waiting: late,
 * duplicate or never asked for
 * @param spoofedResponses responses since the start with the id of a waiting request but
 * of an entity that was not asked (RFC 6120, 8.1.2.1)
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ConnectionStatistics(int pendingRequests, long lateResponses, long spoofedResponses) {

}
