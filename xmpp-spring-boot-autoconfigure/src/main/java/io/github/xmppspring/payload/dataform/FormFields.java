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

import java.util.List;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * Fields that are found by their names: those of a form or of a row in a table.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface FormFields {

	/**
	 * The fields.
	 * @return the fields in document order
	 */
	List<FormField> fields();

	/**
	 * The first field of this name.
	 * @param var the name
	 * @return the field, or {@code null} if there is none
	 */
	default @Nullable FormField field(String var) {
		for (FormField field : fields()) {
			if (var.equals(field.var())) {
				return field;
			}
		}
		return null;
	}

	/**
	 * The first value of a field.
	 * @param var the name of the field
	 * @return the value, or {@code null} if there is no such field or it has no value
	 */
	default @Nullable String text(String var) {
		FormField field = field(var);
		return (field != null) ? field.value() : null;
	}

	/**
	 * The values of a field.
	 * @param var the name of the field
	 * @return the values in document order, empty if there is no such field
	 */
	default List<String> texts(String var) {
		FormField field = field(var);
		return (field != null) ? field.values() : List.of();
	}

	/**
	 * The value of a field as true or false.
	 * @param var the name of the field
	 * @return the value, or {@code null} if there is no such field or it has no value
	 * @throws io.github.xmppspring.payload.PayloadException if it is neither
	 */
	default @Nullable Boolean flag(String var) {
		FormField field = field(var);
		return (field != null) ? field.flag() : null;
	}

	/**
	 * The value of a field as a number.
	 * @param var the name of the field
	 * @return the value, or {@code null} if there is no such field or it has no value
	 * @throws io.github.xmppspring.payload.PayloadException if it is not an integer
	 */
	default @Nullable Long number(String var) {
		FormField field = field(var);
		return (field != null) ? field.number() : null;
	}

	/**
	 * The value of a field as a JID.
	 * @param var the name of the field
	 * @return the first JID, or {@code null} if there is no such field or it has no value
	 * @throws io.github.xmppspring.payload.PayloadException if a value is none
	 */
	default @Nullable Jid jid(String var) {
		List<Jid> jids = jids(var);
		return jids.isEmpty() ? null : jids.get(0);
	}

	/**
	 * The values of a field as JIDs.
	 * @param var the name of the field
	 * @return the JIDs in document order, empty if there is no such field
	 * @throws io.github.xmppspring.payload.PayloadException if a value is none
	 */
	default List<Jid> jids(String var) {
		FormField field = field(var);
		return (field != null) ? field.jids() : List.of();
	}

}
