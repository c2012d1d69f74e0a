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

import java.util.function.Function;

/**
 * How values of a type are strings in XML.
 *
 * @param parser makes a value of a string, or fails
 * @param printer makes a string of a value
 * @author XMPP for Spring Boot contributors
 */
record ValueType(Function<String, Object> parser, Function<Object, String> printer) {

	static <T> ValueType of(Function<String, T> parser) {
		return new ValueType(parser::apply, Object::toString);
	}

	static <T> ValueType of(Class<T> type, Function<String, T> parser, Function<T, String> printer) {
		return new ValueType(parser::apply, (value) -> printer.apply(type.cast(value)));
	}

}
