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

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What {@link XmppEndpoint} shows.
 *
 * @param connections the connections by the names of their beans
 * @param handlers what answers which requests of peers
 * @param disco what this entity says of itself (XEP-0030), {@code null} if it says
 * nothing
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record XmppDescriptor(Map<String, ConnectionDescriptor> connections, List<HandlerDescriptor> handlers,
		@Nullable DiscoDescriptor disco) implements OperationResponseBody {

}
