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

import io.github.xmppspring.address.JidFormatException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains what is wrong with the value of a property that has to be a JID. Goes before
 * the analyzer for properties in general.
 *
 * @author XMPP for Spring Boot contributors
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1000)
final class JidFormatFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		JidFormatException malformed = findCause(cause, JidFormatException.class);
		if (malformed == null) {
			return null;
		}
		String name = cause.getName().toString();
		Origin origin = (cause.getProperty() != null) ? cause.getProperty().getOrigin() : null;
		return new FailureAnalysis(
				"The property '%s'%s is not a JID: %s.".formatted(name, (origin != null) ? " from " + origin : "",
						malformed.getMessage()),
				"Set '%s' to a JID of the form 'localpart@domain' or 'localpart@domain/resource'.".formatted(name),
				cause);
	}

}
