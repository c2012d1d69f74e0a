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

import java.util.concurrent.Executor;

/**
 * An executor that does nothing for a task but run it, so that it may as well be given
 * several that are run one after the other. Any other is given each task alone, as it may
 * set up a context for it or clean up after it.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface BatchExecutor extends Executor {

}
