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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A data form: to be filled in, filled in, or the answer to one (XEP-0004). What it holds
 * stays in the order of the document.
 *
 * @param type what the form is for
 * @param content what the form holds
 * @param attributes the attributes beyond the schema
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record DataForm(Type type, List<FormContent> content, List<Attribute> attributes) implements FormFields {

	/**
	 * The namespace of the element.
	 */
	public static final String NAMESPACE = "jabber:x:data";

	/**
	 * The name of the element.
	 */
	public static final QName NAME = new QName(NAMESPACE, "x");

	/**
	 * Reads and writes data forms.
	 */
	public static final PayloadCodec<DataForm> CODEC = new Codec();

	public DataForm {
		Assert.notNull(type, "'type' must not be null");
		content = List.copyOf(content);
		attributes = List.copyOf(attributes);
	}

	/**
	 * Starts a form.
	 * @param type what the form is for
	 * @return a builder
	 */
	public static Builder builder(Type type) {
		return new Builder(type);
	}

	/**
	 * Starts a form with the field that says what kind of form it is (XEP-0068).
	 * @param type what the form is for
	 * @param formType the kind of the form
	 * @return a builder
	 */
	public static Builder builder(Type type, String formType) {
		return builder(type).field(FormField.formType(formType));
	}

	/**
	 * Starts a filled in form.
	 * @param formType the kind of the form (XEP-0068)
	 * @return a builder
	 */
	public static Builder submit(String formType) {
		return builder(Type.SUBMIT, formType);
	}

	/**
	 * Says that a form will not be filled in.
	 * @return a form without fields
	 */
	public static DataForm cancel() {
		return builder(Type.CANCEL).build();
	}

	/**
	 * What kind of form this is (XEP-0068).
	 * @return the value of the field {@code FORM_TYPE}, or {@code null} if there is none
	 */
	public @Nullable String formType() {
		return text(FormField.FORM_TYPE);
	}

	/**
	 * The title.
	 * @return the title, or {@code null} if there is none
	 */
	public @Nullable String title() {
		List<FormContent.Title> titles = contentOf(FormContent.Title.class);
		return titles.isEmpty() ? null : titles.get(0).text();
	}

	/**
	 * What people are to do with the form.
	 * @return the texts in document order
	 */
	public List<String> instructions() {
		return contentOf(FormContent.Instructions.class).stream().map(FormContent.Instructions::text).toList();
	}

	@Override
	public List<FormField> fields() {
		return contentOf(FormField.class);
	}

	/**
	 * The columns of the table.
	 * @return the columns, or {@code null} if there is no table
	 */
	public FormContent.@Nullable Reported reported() {
		List<FormContent.Reported> reported = contentOf(FormContent.Reported.class);
		return reported.isEmpty() ? null : reported.get(0);
	}

	/**
	 * The rows of the table.
	 * @return the rows in document order
	 */
	public List<FormContent.Item> items() {
		return contentOf(FormContent.Item.class);
	}

	private <T extends FormContent> List<T> contentOf(Class<T> type) {
		return this.content.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * What a form is for.
	 */
	public enum Type {

		/**
		 * To be filled in.
		 */
		FORM,

		/**
		 * Filled in.
		 */
		SUBMIT,

		/**
		 * Will not be filled in.
		 */
		CANCEL,

		/**
		 * Data for whoever asked, not to be filled in.
		 */
		RESULT;

		/**
		 * The purpose of a form.
		 * @param value the value of the attribute
		 * @return the type
		 * @throws IllegalArgumentException if there is no such type
		 */
		public static Type ofValue(String value) {
			for (Type type : values()) {
				if (type.value().equals(value)) {
					return type;
				}
			}
			throw new IllegalArgumentException("There is no such type of forms");
		}

		/**
		 * The purpose as it is written.
		 * @return the value of the attribute
		 */
		public String value() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Collects what a form holds.
	 */
	public static final class Builder {

		private final Type type;

		private final List<FormContent> content = new ArrayList<>();

		private Builder(Type type) {
			this.type = type;
		}

		/**
		 * Adds the title.
		 * @param title the title
		 * @return this builder
		 */
		public Builder title(String title) {
			return add(new FormContent.Title(title));
		}

		/**
		 * Adds a line of instructions.
		 * @param instructions the text
		 * @return this builder
		 */
		public Builder instructions(String instructions) {
			return add(new FormContent.Instructions(instructions));
		}

		/**
		 * Adds a field.
		 * @param field the field
		 * @return this builder
		 */
		public Builder field(FormField field) {
			return add(field);
		}

		/**
		 * Adds a field with a value.
		 * @param var the name of the field
		 * @param value the value
		 * @return this builder
		 */
		public Builder text(String var, String value) {
			return field(FormField.of(var, value));
		}

		/**
		 * Adds a field with values.
		 * @param var the name of the field
		 * @param values the values
		 * @return this builder
		 */
		public Builder texts(String var, Collection<String> values) {
			return field(FormField.of(var, null, List.copyOf(values)));
		}

		/**
		 * Adds a field that is true or false.
		 * @param var the name of the field
		 * @param value the value
		 * @return this builder
		 */
		public Builder flag(String var, boolean value) {
			return text(var, value ? "1" : "0");
		}

		/**
		 * Adds a field with a number.
		 * @param var the name of the field
		 * @param value the value
		 * @return this builder
		 */
		public Builder number(String var, long value) {
			return text(var, Long.toString(value));
		}

		/**
		 * Adds a field with a JID.
		 * @param var the name of the field
		 * @param value the value
		 * @return this builder
		 */
		public Builder jid(String var, Jid value) {
			return text(var, value.toString());
		}

		/**
		 * Adds a field with JIDs.
		 * @param var the name of the field
		 * @param values the values
		 * @return this builder
		 */
		public Builder jids(String var, Collection<Jid> values) {
			return texts(var, values.stream().map(Jid::toString).toList());
		}

		/**
		 * Adds the columns of a table.
		 * @param columns a field without values for each column
		 * @return this builder
		 */
		public Builder reported(FormField... columns) {
			return add(new FormContent.Reported(List.of(columns), Extensions.NONE));
		}

		/**
		 * Adds a row of the table.
		 * @param cells the cells
		 * @return this builder
		 */
		public Builder item(FormField... cells) {
			return add(new FormContent.Item(List.of(cells), Extensions.NONE));
		}

		/**
		 * Adds anything.
		 * @param content what the form is to hold, too
		 * @return this builder
		 */
		public Builder add(FormContent content) {
			this.content.add(content);
			return this;
		}

		/**
		 * The finished form.
		 * @return a new form
		 */
		public DataForm build() {
			return new DataForm(this.type, this.content, List.of());
		}

	}

	private static final class Codec implements PayloadCodec<DataForm> {

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<DataForm> type() {
			return DataForm.class;
		}

		@Override
		public DataForm read(Element element) {
			PayloadElement form = PayloadElement.of(element);
			Type type = form.requiredAttribute("type", Type::ofValue);
			List<FormContent> content = form.children((any) -> true).stream().map(FormContent::read).toList();
			return new DataForm(type, content, form.extensions().attributes());
		}

		@Override
		public Element write(DataForm value) {
			Element.Builder element = Element.builder(NAME).attribute("type", value.type().value());
			new Extensions(value.attributes(), value.content().stream().map(FormContent::toElement).toList())
				.writeTo(element);
			return element.build();
		}

	}

}
