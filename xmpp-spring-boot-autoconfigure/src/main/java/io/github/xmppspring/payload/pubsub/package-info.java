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
 * The payloads of publish-subscribe (XEP-0060): what users and owners of nodes ask, what
 * subscribers are told, and why something was refused. Elements become records with
 * nothing lost, also what the schemas do not know, and records become elements again.
 */
@NullMarked
package io.github.xmppspring.payload.pubsub;

import org.jspecify.annotations.NullMarked;
