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

/**
 * A property has a value of the right type that makes no sense, and what to do about it
 * is known. The failure analysis says both.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class InvalidXmppPropertyException extends InvalidConfigurationPropertyValueException {

	private final String remedy;

	/**
	 * Creates the exception.
	 * @param name the name of the property
	 * @param value its value, which is shown to people
	 * @param reason what is wrong with the value, without the full stop
	 * @param remedy what to change, in a whole sentence
	 */
	public InvalidXmppPropertyException(String name, @Nullable Object value, String reason, String remedy) {
		super(name, value, reason);
		this.remedy = remedy;
	}

	public String getRemedy() {
		return this.remedy;
	}

}
