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

package io.github.xmppspring.payload.dataform;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of fields of a data form (XEP-0004, 3.3).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum FormFieldType {

	/**
	 * A choice between true and false.
	 */
	BOOLEAN("boolean"),

	/**
	 * Text for people, not to be filled in.
	 */
	FIXED("fixed"),

	/**
	 * A value that is not shown and sent back as it is.
	 */
	HIDDEN("hidden"),

	/**
	 * Any number of JIDs.
	 */
	JID_MULTI("jid-multi"),

	/**
	 * One JID.
	 */
	JID_SINGLE("jid-single"),

	/**
	 * Any number of the options.
	 */
	LIST_MULTI("list-multi"),

	/**
	 * One of the options.
	 */
	LIST_SINGLE("list-single"),

	/**
	 * Any number of lines of text.
	 */
	TEXT_MULTI("text-multi"),

	/**
	 * One line of text that is not to be read by bystanders.
	 */
	TEXT_PRIVATE("text-private"),

	/**
	 * One line of text. The kind of fields that do not say theirs.
	 */
	TEXT_SINGLE("text-single");

	private static final Map<String, FormFieldType> BY_VALUE = byValue();

	private final String value;

	FormFieldType(String value) {
		this.value = value;
	}

	private static Map<String, FormFieldType> byValue() {
		Map<String, FormFieldType> types = new HashMap<>();
		for (FormFieldType type : values()) {
			types.put(type.value, type);
		}
		return Map.copyOf(types);
	}

	/**
	 * The kind of a field as it is to be treated.
	 * @param value the value of the attribute, or {@code null} if there is none
	 * @return the kind, {@link #TEXT_SINGLE} if it is not given or not known
	 */
	public static FormFieldType ofValue(@Nullable String value) {
		return (value != null) ? BY_VALUE.getOrDefault(value, TEXT_SINGLE) : TEXT_SINGLE;
	}

	/**
	 * The kind as it is written.
	 * @return the value of the attribute
	 */
	public String value() {
		return this.value;
	}

}
