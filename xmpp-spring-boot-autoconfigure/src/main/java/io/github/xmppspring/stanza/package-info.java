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
 * The IQ stanza, stanza errors and the one idea of this library: an
 * {@link io.github.xmppspring.stanza.IqExchange} takes a request and gives exactly one
 * response. Requests flow from the template to the network and from the network to the
 * handlers through the same interface. The work that comes of a stanza goes from the
 * event loop to other threads as a {@link io.github.xmppspring.stanza.WorkerTask}.
 */
@NullMarked
package io.github.xmppspring.stanza;

import org.jspecify.annotations.NullMarked;
