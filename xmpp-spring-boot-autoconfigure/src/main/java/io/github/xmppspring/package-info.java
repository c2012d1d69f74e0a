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
 * XMPP for Spring Boot. The sub-packages follow the way of an IQ stanza: bytes become
 * elements in {@code codec} and stanzas in {@code stanza}; a response then goes through
 * {@code connection}, which knows the request that waits for it, to the caller of
 * {@code template}, a request through {@code handler} to the method that answers it.
 * <p>
 * The engine ({@code address}, {@code xml}, {@code stanza}, {@code stream}, {@code sasl},
 * {@code codec}, {@code negotiation}, {@code connection} and {@code server}) knows
 * nothing of the Spring container. Both halves meet in one function from a request to its
 * one response, and only {@code autoconfigure} knows all parts.
 */
@NullMarked
package io.github.xmppspring;

import org.jspecify.annotations.NullMarked;
