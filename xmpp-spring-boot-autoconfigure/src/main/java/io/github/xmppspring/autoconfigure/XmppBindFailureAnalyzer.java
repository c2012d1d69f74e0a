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

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Explains which value of a property has the wrong form, and which form it must have.
 * Goes before the analyzer for properties in general.
 *
 * @author XMPP for Spring Boot contributors
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1000)
final class XmppBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private static final Map<Class<?>, String> FORMS = Map.of(Boolean.class, "'true' or 'false'", Integer.class,
			"a whole number", Double.class, "a number such as '1.5'", Duration.class,
			"a duration such as '30s', '500ms' or 'PT1M'", DataSize.class, "a size such as '512KB'", InetAddress.class,
			"an IP address, or a host name that has one");

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		ConversionFailedException conversion = findCause(cause, ConversionFailedException.class);
		ConfigurationProperty property = cause.getProperty();
		if (property == null || !property.getName().toString().startsWith("xmpp.")) {
			return null;
		}
		if (Map.class.isAssignableFrom(cause.getTarget().getType().toClass())) {
			return unnamed(property, cause);
		}
		if (conversion == null) {
			return null;
		}
		String form = form(conversion.getTargetType().getType());
		if (form == null) {
			return null;
		}
		JidFormatException malformed = findCause(cause, JidFormatException.class);
		String description = "The property '%s'%s is '%s', which is not %s%s.".formatted(property.getName(),
				PropertyOrigins.describe(property), conversion.getValue(), form,
				(malformed != null) ? ": " + malformed.getMessage() : "");
		return new FailureAnalysis(description, "Set '%s' to %s.".formatted(property.getName(), form), cause);
	}

	// The value is not shown, as there are secrets under names
	private static FailureAnalysis unnamed(ConfigurationProperty property, BindException cause) {
		return new FailureAnalysis(
				"The property '%s'%s has a value of its own, in place of names with a value each."
					.formatted(property.getName(), PropertyOrigins.describe(property)),
				"Put a name behind '%1$s' for each value, as in '%1$s[name]'.".formatted(property.getName()), cause);
	}

	private static @Nullable String form(Class<?> type) {
		if (type == Jid.class) {
			return "a JID of the form 'localpart@domain', 'localpart@domain/resource' or 'domain'";
		}
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((value) -> "'" + ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-') + "'")
				.collect(Collectors.joining(", "));
		}
		return FORMS.get(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

}
