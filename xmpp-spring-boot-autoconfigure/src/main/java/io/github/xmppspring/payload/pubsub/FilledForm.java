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

package io.github.xmppspring.payload.pubsub;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.dataform.FormField;
import io.github.xmppspring.payload.dataform.FormFieldType;

/**
 * The fields of a form that is being filled in, each of them once.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FilledForm {

	private final Map<String, FormField> fields = new LinkedHashMap<>();

	/**
	 * Take the values of a form that may be meant for people.
	 * @param form the form
	 * @return its values without whatever only explains them
	 */
	static FilledForm of(DataForm form) {
		FilledForm filled = new FilledForm();
		for (FormField field : form.fields()) {
			String var = field.var();
			if (var != null && field.type() != FormFieldType.FIXED && !var.equals(FormField.FORM_TYPE)) {
				filled.set(FormField.of(var, null, field.values()));
			}
		}
		return filled;
	}

	void set(FormField field) {
		String var = field.var();
		if (var != null) {
			this.fields.put(var, field);
		}
	}

	void text(String var, Object value) {
		set(FormField.of(var, value.toString()));
	}

	void flag(String var, boolean value) {
		set(FormField.of(var, value ? "1" : "0"));
	}

	DataForm submit(String formType) {
		DataForm.Builder form = DataForm.submit(formType);
		this.fields.values().forEach(form::field);
		return form.build();
	}

}
