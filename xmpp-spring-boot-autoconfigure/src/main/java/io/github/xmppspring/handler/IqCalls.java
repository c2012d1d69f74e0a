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

package io.github.xmppspring.handler;

import java.util.concurrent.atomic.LongAdder;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often a handler was called and how often that came to nothing.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqCalls {

	private final LongAdder calls = new LongAdder();

	private final LongAdder errors = new LongAdder();

	void begin() {
		this.calls.increment();
	}

	/**
	 * A call has ended.
	 * @param reply the reply, {@code null} if the call was called off
	 */
	void end(@Nullable Iq reply) {
		if (reply == null || reply.type() == IqType.ERROR) {
			this.errors.increment();
		}
	}

	long calls() {
		return this.calls.sum();
	}

	long errors() {
		return this.errors.sum();
	}

}
