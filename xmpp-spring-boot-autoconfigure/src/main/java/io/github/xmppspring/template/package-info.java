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

/**
 * Requests of the application: {@link io.github.xmppspring.template.IqOperations} and the
 * template behind it. Payload objects flow down into an
 * {@link io.github.xmppspring.stanza.IqExchange}, their results come back up; which
 * exchange that is, a connection or a handler in the same process, makes no difference.
 */
@NullMarked
package io.github.xmppspring.template;

import org.jspecify.annotations.NullMarked;
