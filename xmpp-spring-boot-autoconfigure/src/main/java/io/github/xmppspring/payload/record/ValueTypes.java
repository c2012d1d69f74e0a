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

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionService;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Which types are values: those of XML Schema and XMPP in the form that these give them,
 * all others by a conversion service.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ValueTypes {

	// XML Schema, part 2; dates and times also XEP-0082
	private static final Map<Class<?>, ValueType> STANDARD = Map.ofEntries(
			Map.entry(String.class, ValueType.of((text) -> text)),
			Map.entry(Boolean.class, ValueType.of(SchemaValues::parseBoolean)),
			Map.entry(Byte.class, ValueType.of(Byte::valueOf)), Map.entry(Short.class, ValueType.of(Short::valueOf)),
			Map.entry(Integer.class, ValueType.of(Integer::valueOf)),
			Map.entry(Long.class, ValueType.of(Long::valueOf)),
			Map.entry(BigInteger.class, ValueType.of(SchemaValues::parseInteger)),
			Map.entry(Float.class, ValueType.of(Float.class, SchemaValues::parseFloat, SchemaValues::printFloat)),
			Map.entry(Double.class, ValueType.of(Double.class, SchemaValues::parseDouble, SchemaValues::printFloat)),
			Map.entry(BigDecimal.class,
					ValueType.of(BigDecimal.class, SchemaValues::parseDecimal, BigDecimal::toPlainString)),
			Map.entry(byte[].class,
					ValueType.of(byte[].class, Base64.getMimeDecoder()::decode, Base64.getEncoder()::encodeToString)),
			Map.entry(Instant.class, ValueType.of((text) -> OffsetDateTime.parse(text).toInstant())),
			Map.entry(OffsetDateTime.class,
					ValueType.of(OffsetDateTime.class, OffsetDateTime::parse,
							DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)),
			Map.entry(LocalDateTime.class,
					ValueType.of(LocalDateTime.class, LocalDateTime::parse,
							DateTimeFormatter.ISO_LOCAL_DATE_TIME::format)),
			Map.entry(LocalDate.class, ValueType.of(LocalDate::parse)),
			Map.entry(LocalTime.class,
					ValueType.of(LocalTime.class, LocalTime::parse, DateTimeFormatter.ISO_LOCAL_TIME::format)),
			Map.entry(ZoneOffset.class, ValueType.of(ZoneOffset::of)),
			Map.entry(Duration.class, ValueType.of(Duration.class, Duration::parse, SchemaValues::printDuration)),
			Map.entry(URI.class, ValueType.of(URI::create)), Map.entry(Jid.class, ValueType.of(Jid::of)));

	private final ConversionService conversions;

	ValueTypes(ConversionService conversions) {
		this.conversions = conversions;
	}

	/**
	 * Finds out how values of a type are strings.
	 * @param type the type of a component
	 * @return how, or {@code null} if it is no value
	 */
	@Nullable ValueType find(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		ValueType standard = STANDARD.get(boxed);
		if (standard != null) {
			return standard;
		}
		if (boxed.isEnum()) {
			return ofEnum(boxed);
		}
		return isStructure(boxed) ? null : converted(boxed);
	}

	private static ValueType ofEnum(Class<?> type) {
		Map<String, Object> byText = new HashMap<>();
		Map<Object, String> texts = new HashMap<>();
		for (Object constant : type.getEnumConstants()) {
			String name = ((Enum<?>) constant).name();
			String text = constant.toString().equals(name) ? XmlNames.ofConstant(name) : constant.toString();
			byText.put(text, constant);
			texts.put(constant, text);
		}
		return new ValueType((text) -> {
			Object constant = byText.get(text);
			Assert.notNull(constant, "Unknown value");
			return constant;
		}, (constant) -> texts.getOrDefault(constant, constant.toString()));
	}

	// What converters would do with any type that has a constructor for a string
	private static boolean isStructure(Class<?> type) {
		return type.isInterface() || type.isArray() || type == Object.class || type == Optional.class
				|| Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
				|| (type.isRecord() && !hasFactoryForString(type));
	}

	private static boolean hasFactoryForString(Class<?> type) {
		return Stream.of("valueOf", "of", "from").anyMatch((name) -> {
			Method method = ClassUtils.getStaticMethod(type, name, String.class);
			return method != null && Modifier.isPublic(method.getModifiers()) && method.getReturnType() == type;
		});
	}

	private @Nullable ValueType converted(Class<?> type) {
		if (!this.conversions.canConvert(String.class, type)) {
			return null;
		}
		boolean printable = this.conversions.canConvert(type, String.class);
		return new ValueType((text) -> {
			Object value = this.conversions.convert(text, type);
			Assert.notNull(value, "The text stands for no value");
			return value;
		}, (value) -> {
			String text = printable ? this.conversions.convert(value, String.class) : value.toString();
			Assert.notNull(text, "The value has no text");
			return text;
		});
	}

}
