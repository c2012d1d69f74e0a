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
 * The way of a stream from an open connection to the point where stanzas may flow: the
 * handshake handler, the features it negotiates one after another, and the ways in which
 * that fails (RFC 6120, 4.3). Values of the stream come in from the codec; what comes out
 * is one call of a {@link io.github.xmppspring.negotiation.NegotiationListener}. What all
 * streams have in common is here, too: the threads of their event loops, and how these
 * hand over the work that stanzas bring.
 */
@NullMarked
package io.github.xmppspring.negotiation;

import org.jspecify.annotations.NullMarked;
