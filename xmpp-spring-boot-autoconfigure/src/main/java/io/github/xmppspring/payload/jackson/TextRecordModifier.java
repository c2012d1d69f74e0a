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

package io.github.xmppspring.payload.jackson;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Lets Jackson read an element without attributes, which it takes for a mere text, into a
 * record with a component for the text.
 *
 * @author XMPP for Spring Boot contributors
 */
@SuppressWarnings("serial")
final class TextRecordModifier extends ValueDeserializerModifier {

	@Override
	public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier description,
			ValueDeserializer<?> deserializer) {
		boolean text = description.get()
			.findProperties()
			.stream()
			.anyMatch((property) -> property.hasConstructorParameter()
					&& property.getName().equals(NamespaceAnnotationIntrospector.TEXT));
		return text ? new TextRecordDeserializer(deserializer) : deserializer;
	}

	private static final class TextRecordDeserializer extends DelegatingDeserializer {

		private TextRecordDeserializer(ValueDeserializer<?> delegate) {
			super(delegate);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
			return new TextRecordDeserializer(delegate);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				return super.deserialize(parser, context);
			}
			try (TokenBuffer object = context.bufferForInputBuffering(parser)) {
				object.writeStartObject();
				object.writeStringProperty(NamespaceAnnotationIntrospector.TEXT, parser.getString());
				object.writeEndObject();
				JsonParser tokens = object.asParserOnFirstToken(context);
				return super.deserialize(tokens, context);
			}
		}

	}

}
