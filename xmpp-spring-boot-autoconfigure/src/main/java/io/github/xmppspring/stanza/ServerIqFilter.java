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
 * A filter for the requests of peers and the responses that the application gives. Beans
 * of this type stand in their order between the connection and the handlers.
 * <p>
 * An object may also be a {@link ClientIqFilter}, and then sees both directions.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface ServerIqFilter extends IqFilter {

}
