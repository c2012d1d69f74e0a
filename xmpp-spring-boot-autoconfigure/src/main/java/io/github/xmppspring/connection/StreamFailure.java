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

import java.time.Instant;

/**
 * What ended a stream, or its negotiation, out of order.
 *
 * @param time when it ended
 * @param state how far the stream had come: {@link ConnectionState#NEGOTIATING} or
 * {@link ConnectionState#ONLINE}
 * @param cause why it ended
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StreamFailure(Instant time, ConnectionState state, Throwable cause) {

}
