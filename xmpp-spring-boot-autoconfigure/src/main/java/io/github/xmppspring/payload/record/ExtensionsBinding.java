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

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

/**
 * All that no other component stands for.
 *
 * @author XMPP for Spring Boot contributors
 */
record ExtensionsBinding() implements ComponentBinding {

	@Override
	public Object read(PayloadElement element, PayloadCodecs payloads) {
		return element.extensions();
	}

	@Override
	public void write(Object value, Element.Builder element, PayloadCodecs payloads) {
		((Extensions) value).writeTo(element);
	}

	@Override
	public Object target() {
		return ExtensionsBinding.class;
	}

	@Override
	public String description() {
		return "extensions";
	}

	@Override
	public int phase() {
		return 2;
	}

}
