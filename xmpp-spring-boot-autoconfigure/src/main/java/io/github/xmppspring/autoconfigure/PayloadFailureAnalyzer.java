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

package io.github.xmppspring.autoconfigure;

import io.github.xmppspring.payload.DuplicatePayloadCodecException;
import io.github.xmppspring.payload.record.InvalidPayloadRecordException;
import io.github.xmppspring.stanza.XmppException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains what is wrong with the payloads of the application.
 *
 * @author XMPP for Spring Boot contributors
 */
@Order(0)
final class PayloadFailureAnalyzer extends AbstractFailureAnalyzer<XmppException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, XmppException cause) {
		if (cause instanceof DuplicatePayloadCodecException duplicate) {
			return new FailureAnalysis(
					"There are two codecs for %s, %s and %s, and nothing says which to use."
						.formatted(duplicate.getPayload(), duplicate.getFirst(), duplicate.getSecond()),
					"Remove one of them, or say which goes first: by @Order or @Primary on the bean, or by @Order on "
							+ "the class of the codec or on the record. Types of one name can still be read by their "
							+ "type; the first is what is read where only the name is known.",
					cause);
		}
		if (cause instanceof InvalidPayloadRecordException) {
			return new FailureAnalysis(cause.getMessage() + ".",
					"Change the record, or declare a PayloadCodec bean for it instead of annotating it with @XmppPayload.",
					cause);
		}
		return null;
	}

}
