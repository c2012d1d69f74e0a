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
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A field of a data form (XEP-0004, 3.2 and 3.3). What it holds stays in the order of the
 * document.
 *
 * @param var the name of the field, or {@code null}, as {@linkplain FormFieldType#FIXED
 * fixed} ones have none
 * @param typeName the kind of the field as it is written, or {@code null} if it is not
 * said
 * @param label a name for people to read, or {@code null}
 * @param content what the field holds
 * @param attributes the attributes beyond the schema
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record FormField(@Nullable String var, @Nullable String typeName, @Nullable String label,
		List<FieldContent> content, List<Attribute> attributes) implements FormContent {

	/**
	 * The name of the field that says what kind of form this is (XEP-0068).
	 */
	public static final String FORM_TYPE = "FORM_TYPE";

	public FormField {
		content = List.copyOf(content);
		attributes = List.copyOf(attributes);
	}

	/**
	 * A field with values.
	 * @param var the name of the field
	 * @param type the kind of the field, or {@code null} to leave that unsaid, as
	 * submitted forms may
	 * @param values the values
	 * @return the field
	 */
	public static FormField of(String var, @Nullable FormFieldType type, List<String> values) {
		Assert.notNull(var, "'var' must not be null");
		return new FormField(var, (type != null) ? type.value() : null, null,
				values.stream().<FieldContent>map(FieldContent.Value::new).toList(), List.of());
	}

	/**
	 * A field with values, whose kind is left unsaid.
	 * @param var the name of the field
	 * @param values the values
	 * @return the field
	 */
	public static FormField of(String var, String... values) {
		return of(var, null, List.of(values));
	}

	/**
	 * The field that says what kind of form this is (XEP-0068).
	 * @param formType the kind of the form
	 * @return the hidden field
	 */
	public static FormField formType(String formType) {
		return of(FORM_TYPE, FormFieldType.HIDDEN, List.of(formType));
	}

	static FormField read(PayloadElement element) {
		String var = element.attribute("var");
		String type = element.attribute("type");
		String label = element.attribute("label");
		List<FieldContent> content = new ArrayList<>();
		for (PayloadElement child : element.children((any) -> true)) {
			content.add(FieldContent.read(child));
		}
		return new FormField(var, type, label, content, element.extensions().attributes());
	}

	@Override
	public Element toElement() {
		Element.Builder element = Element.builder(DataForm.NAMESPACE, "field")
			.attribute("var", this.var)
			.attribute("type", this.typeName)
			.attribute("label", this.label);
		new Extensions(this.attributes, this.content.stream().map(FieldContent::toElement).toList()).writeTo(element);
		return element.build();
	}

	/**
	 * This field with something more in it.
	 * @param more what it is to hold, too, behind the rest
	 * @return a new field
	 */
	public FormField with(FieldContent more) {
		List<FieldContent> content = new ArrayList<>(this.content);
		content.add(more);
		return new FormField(this.var, this.typeName, this.label, content, this.attributes);
	}

	/**
	 * This field with a name for people to read.
	 * @param label the name, or {@code null} for none
	 * @return a new field
	 */
	public FormField withLabel(@Nullable String label) {
		return new FormField(this.var, this.typeName, label, this.content, this.attributes);
	}

	/**
	 * The kind of the field as it is to be treated.
	 * @return the kind, {@link FormFieldType#TEXT_SINGLE} if it is not said or not known
	 */
	public FormFieldType type() {
		return FormFieldType.ofValue(this.typeName);
	}

	/**
	 * The values.
	 * @return the values in document order
	 */
	public List<String> values() {
		return contentOf(FieldContent.Value.class).stream().map(FieldContent.Value::text).toList();
	}

	/**
	 * The first value.
	 * @return the value, or {@code null} if there is none
	 */
	public @Nullable String value() {
		FieldContent.Value value = first(FieldContent.Value.class);
		return (value != null) ? value.text() : null;
	}

	/**
	 * The first value as true or false.
	 * @return the value, or {@code null} if there is none or it is empty
	 * @throws PayloadException if it is neither
	 */
	public @Nullable Boolean flag() {
		return switch (filled(value())) {
			case "1", "true" -> Boolean.TRUE;
			case "0", "false" -> Boolean.FALSE;
			case "" -> null;
			default -> throw malformed("boolean");
		};
	}

	/**
	 * The first value as a number.
	 * @return the value, or {@code null} if there is none or it is empty
	 * @throws PayloadException if it is not an integer
	 */
	public @Nullable Long number() {
		String value = filled(value());
		try {
			return !value.isEmpty() ? Long.valueOf(value) : null;
		}
		catch (NumberFormatException ex) {
			throw malformed("number");
		}
	}

	/**
	 * The values as JIDs.
	 * @return the JIDs in document order, without empty values
	 * @throws PayloadException if one of the values is none
	 */
	public List<Jid> jids() {
		try {
			return values().stream().map(FormField::filled).filter((value) -> !value.isEmpty()).map(Jid::of).toList();
		}
		catch (IllegalArgumentException ex) {
			throw malformed("JID");
		}
	}

	// Services send an empty value for fields that nobody has filled in
	private static String filled(@Nullable String value) {
		return (value != null) ? value.trim() : "";
	}

	// Without the complaint of the parser, which quotes the value
	private PayloadException malformed(String expected) {
		return new PayloadException(
				"The value of the field '%s' of a data form must be a %s".formatted(this.var, expected));
	}

	/**
	 * The options to choose from.
	 * @return the options in document order
	 */
	public List<FieldContent.Option> options() {
		return contentOf(FieldContent.Option.class);
	}

	/**
	 * Whether the field must be filled in.
	 * @return whether it must
	 */
	public boolean required() {
		return first(FieldContent.Required.class) != null;
	}

	/**
	 * What people should know of the field.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String description() {
		FieldContent.Description description = first(FieldContent.Description.class);
		return (description != null) ? description.text() : null;
	}

	/**
	 * What the values must look like (XEP-0122).
	 * @return the rules, or {@code null} if there are none
	 */
	public @Nullable FieldValidation validation() {
		return first(FieldValidation.class);
	}

	/**
	 * The image, sound or video that belongs to the field (XEP-0221).
	 * @return where to find it, or {@code null} if there is none
	 */
	public @Nullable FieldMedia media() {
		return first(FieldMedia.class);
	}

	private <T extends FieldContent> @Nullable T first(Class<T> type) {
		List<T> all = contentOf(type);
		return all.isEmpty() ? null : all.get(0);
	}

	private <T extends FieldContent> List<T> contentOf(Class<T> type) {
		return this.content.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
