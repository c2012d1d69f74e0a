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

package io.github.xmppspring.payload.record;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text of the element itself.
 *
 * @param type how the text is an object
 * @param verbatim whether the text is taken with white space around it, and may be empty
 * @param optional whether no text is {@code null}
 * @author XMPP for Spring Boot contributors
 */
record TextBinding(ValueType type, boolean verbatim, boolean optional) implements ComponentBinding {

	@Override
	public @Nullable Object read(PayloadElement element, PayloadCodecs payloads) {
		String text = element.text();
		if (this.verbatim ? (this.optional && text.isEmpty()) : text.isBlank()) {
			return null;
		}
		return this.verbatim ? text : element.text(this.type.parser());
	}

	@Override
	public void write(Object value, Element.Builder element, PayloadCodecs payloads) {
		element.text(this.type.printer().apply(value));
	}

	@Override
	public Object target() {
		return TextBinding.class;
	}

	@Override
	public String description() {
		return "text";
	}

}
