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
 * What a component of a record stands for in its element.
 *
 * @author XMPP for Spring Boot contributors
 */
interface ComponentBinding {

	/**
	 * Reads the value of the component.
	 * @param element the element of the record
	 * @param payloads reads payloads of other types
	 * @return the value, or {@code null} if it is missing
	 */
	@Nullable Object read(PayloadElement element, PayloadCodecs payloads);

	/**
	 * Writes the value of the component.
	 * @param value the value
	 * @param element the element of the record
	 * @param payloads writes payloads of other types
	 */
	void write(Object value, Element.Builder element, PayloadCodecs payloads);

	/**
	 * What must be there.
	 * @return the end of a sentence that starts with "must have"
	 */
	String description();

	/**
	 * What only one component of a record can stand for.
	 * @return an object that is equal to that of bindings to the same
	 */
	Object target();

	/**
	 * When this is read. What takes all that others leave comes after them.
	 * @return the lower the earlier
	 */
	default int phase() {
		return 0;
	}

}
