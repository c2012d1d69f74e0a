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
 * What there is to know about an ejabberd in a container before a client can log in to
 * it: which account it was started with, whether that is there yet, and which certificate
 * to trust. Environment, labels and a shell of the container come in, accounts and SSL
 * bundles go out to the connection details of Testcontainers and Docker Compose.
 */
@NullMarked
package io.github.xmppspring.ejabberd;

import org.jspecify.annotations.NullMarked;
