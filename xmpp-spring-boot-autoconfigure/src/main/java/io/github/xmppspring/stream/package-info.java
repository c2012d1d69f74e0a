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
 * The values of which an XMPP stream consists besides stanzas: its header, features,
 * errors and end (RFC 6120, 4). Values only, no I/O; the codec makes them from bytes, the
 * negotiation acts on them.
 */
@NullMarked
package io.github.xmppspring.stream;

import org.jspecify.annotations.NullMarked;
