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

import io.github.xmppspring.handler.AmbiguousIqMappingException;
import io.github.xmppspring.handler.InvalidIqMappingException;
import io.github.xmppspring.stanza.XmppException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains what is wrong with the handlers of the application.
 *
 * @author XMPP for Spring Boot contributors
 */
@Order(0)
final class IqMappingFailureAnalyzer extends AbstractFailureAnalyzer<XmppException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, XmppException cause) {
		if (cause instanceof AmbiguousIqMappingException ambiguous) {
			return new FailureAnalysis(
					"The IQ requests '%s' have two handlers, %s and %s, but each request has only one reply."
						.formatted(ambiguous.mapping(), ambiguous.firstHandler(), ambiguous.secondHandler()),
					"Remove one of them, or give their @IqHandler annotations different namespaces, names or types.",
					cause);
		}
		return (cause instanceof InvalidIqMappingException invalid)
				? new FailureAnalysis(cause.getMessage() + ".", invalid.remedy(), cause) : null;
	}

}
