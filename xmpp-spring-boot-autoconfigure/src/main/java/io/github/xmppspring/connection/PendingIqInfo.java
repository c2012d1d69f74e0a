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

import java.time.Duration;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.IqType;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for its response, for people.
 *
 * @param type the type of the request
 * @param payload the name of the payload, {@code null} without one
 * @param to the asked entity, {@code null} for the own account
 * @param age how long ago the request was made
 * @param sent whether it was sent; otherwise it waits for a connection
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PendingIqInfo(IqType type, @Nullable QName payload, @Nullable Jid to, Duration age, boolean sent) {

}
