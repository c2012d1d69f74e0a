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

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * Says where properties are set, for people.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PropertyOrigins {

	private PropertyOrigins() {
	}

	/**
	 * Where a property is set.
	 * @param environment what holds the properties
	 * @param name the name of the property
	 * @return a text that goes behind the name, empty if it is not known
	 */
	static String find(Environment environment, String name) {
		ConfigurationProperty property = property(environment, name);
		return (property != null) ? describe(property) : "";
	}

	/**
	 * What a property is set to, as it is written.
	 * @param environment what holds the properties
	 * @param name the name of the property
	 * @return the value, or {@code null} if it is not known or follows from others
	 */
	static @Nullable String value(Environment environment, String name) {
		ConfigurationProperty property = property(environment, name);
		String value = (property != null) ? String.valueOf(property.getValue()) : null;
		return (value != null && !value.contains("${")) ? value : null;
	}

	private static @Nullable ConfigurationProperty property(Environment environment, String name) {
		ConfigurationPropertyName propertyName = ConfigurationPropertyName.adapt(name, '.');
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(propertyName);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

	static String describe(ConfigurationProperty property) {
		Origin origin = property.getOrigin();
		return (origin != null) ? " from " + origin : "";
	}

}
