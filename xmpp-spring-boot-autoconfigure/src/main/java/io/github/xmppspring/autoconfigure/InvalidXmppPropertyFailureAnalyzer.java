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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Explains which value of a property makes no sense, and what to change. Goes before the
 * analyzer for properties in general, which does not know the latter.
 *
 * @author XMPP for Spring Boot contributors
 */
@Order(0)
final class InvalidXmppPropertyFailureAnalyzer
		extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {

	private final Environment environment;

	InvalidXmppPropertyFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure,
			InvalidConfigurationPropertyValueException cause) {
		String name = cause.getName();
		if (!name.startsWith("xmpp.")) {
			return null;
		}
		String written = PropertyOrigins.value(this.environment, name);
		String description = "The property '%s'%s is '%s': %s.".formatted(name,
				PropertyOrigins.find(this.environment, name), (written != null) ? written : cause.getValue(),
				StringUtils.uncapitalizeAsProperty(String.valueOf(cause.getReason())));
		String action = (cause instanceof InvalidXmppPropertyException ex) ? ex.getRemedy()
				: "Change '%s'.".formatted(name);
		return new FailureAnalysis(description, action, cause);
	}

}
