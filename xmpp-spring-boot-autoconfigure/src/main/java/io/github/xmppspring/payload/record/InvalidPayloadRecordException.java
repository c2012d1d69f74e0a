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

package io.github.xmppspring.payload.record;

import io.github.xmppspring.payload.PayloadException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link XmppPayload} record is not declared as it should be.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class InvalidPayloadRecordException extends PayloadException {

	InvalidPayloadRecordException(Class<?> type, String problem) {
		this(type, problem, null);
	}

	InvalidPayloadRecordException(Class<?> type, String problem, @Nullable Throwable cause) {
		super("The payload type %s %s".formatted(type.getName(), problem), cause);
	}

	static InvalidPayloadRecordException ofComponent(Class<?> type, String component, String problem) {
		return new InvalidPayloadRecordException(type, "has the component '" + component + "', which " + problem);
	}

}
