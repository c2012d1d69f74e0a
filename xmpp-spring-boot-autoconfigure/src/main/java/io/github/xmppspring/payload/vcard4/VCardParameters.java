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

package io.github.xmppspring.payload.vcard4;

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The parameters of a property (RFC 6350, 5). Immutable.
 *
 * @param all the parameters in order
 * @param extensions attributes, and elements of other namespaces
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCardParameters(List<VCardParameter> all, Extensions extensions) {

	/**
	 * No parameters.
	 */
	public static final VCardParameters NONE = new VCardParameters(List.of(), Extensions.NONE);

	static final String ELEMENT = "parameters";

	private static final long LEAST_PREFERRED = 100;

	public VCardParameters {
		Assert.notNull(extensions, "'extensions' must not be null");
		all = List.copyOf(all);
	}

	/**
	 * Some parameters.
	 * @param parameters the parameters
	 * @return the parameters
	 */
	public static VCardParameters of(VCardParameter... parameters) {
		return new VCardParameters(List.of(parameters), Extensions.NONE);
	}

	/**
	 * These parameters and one more, in place of one of its name.
	 * @param parameter the parameter
	 * @return the parameters
	 */
	public VCardParameters with(VCardParameter parameter) {
		List<VCardParameter> more = new ArrayList<>(this.all);
		more.removeIf((other) -> other.name().equals(parameter.name()));
		more.add(parameter);
		return new VCardParameters(more, this.extensions);
	}

	/**
	 * The parameter of a name.
	 * @param name the name
	 * @return the parameter, or {@code null} if there is none
	 */
	public @Nullable VCardParameter get(String name) {
		for (VCardParameter parameter : this.all) {
			if (parameter.name().equals(name)) {
				return parameter;
			}
		}
		return null;
	}

	/**
	 * The texts of the parameter of a name.
	 * @param name the name
	 * @return the texts, none if there is no such parameter
	 */
	public List<String> texts(String name) {
		VCardParameter parameter = get(name);
		return (parameter != null) ? parameter.texts() : List.of();
	}

	/**
	 * The first text of the parameter of a name.
	 * @param name the name
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text(String name) {
		List<String> texts = texts(name);
		return texts.isEmpty() ? null : texts.get(0);
	}

	/**
	 * What the value is for.
	 * @return the types in order
	 */
	public List<String> types() {
		return texts(VCardParameter.TYPE);
	}

	/**
	 * How much the value is preferred.
	 * @return 1 for most to 100 for least, or {@code null} if nothing or something else
	 * is said
	 */
	public @Nullable Integer preference() {
		String text = text(VCardParameter.PREF);
		if (text == null || text.isBlank() || text.trim().length() > 3
				|| !text.trim().chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return null;
		}
		int rank = Integer.parseInt(text.trim());
		return (rank >= 1 && rank <= LEAST_PREFERRED) ? rank : null;
	}

	/**
	 * The language of the value.
	 * @return a language tag, or {@code null}
	 */
	public @Nullable String language() {
		return text(VCardParameter.LANGUAGE);
	}

	static VCardParameters read(PayloadElement element) {
		String namespace = element.element().namespace();
		List<VCardParameter> parameters = new ArrayList<>();
		for (PayloadElement child : element.children((any) -> any.namespace().equals(namespace))) {
			parameters.add(VCardParameter.read(child.element()));
		}
		return new VCardParameters(parameters, element.extensions());
	}

	@Nullable Element toElement() {
		if (this.all.isEmpty() && this.extensions.isEmpty()) {
			return null;
		}
		Element.Builder parameters = VCardValue.element(ELEMENT);
		this.all.forEach((parameter) -> parameters.child(parameter.toElement()));
		this.extensions.writeTo(parameters);
		return parameters.build();
	}

}
