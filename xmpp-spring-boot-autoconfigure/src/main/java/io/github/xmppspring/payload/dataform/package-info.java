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
 * The payload of XEP-0004: Data Forms, with what XEP-0068, XEP-0122 and XEP-0221 add to
 * it. Forms travel inside other payloads, which keep them as objects.
 */
@NullMarked
package io.github.xmppspring.payload.dataform;

import org.jspecify.annotations.NullMarked;
