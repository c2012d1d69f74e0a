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

/**
 * A filter for all requests of peers, as they arrive. Beans of this type stand in their
 * order before everything else that happens to a request: before any
 * {@link ServerIqFilter}, before it waits for its turn or is refused as there are too
 * many, and before those that need no handler are answered.
 * <p>
 * They are called by the thread that carries the stanzas of the connection, so they must
 * not block, and responses come from any thread.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface ReceptionIqFilter extends IqFilter {

}
