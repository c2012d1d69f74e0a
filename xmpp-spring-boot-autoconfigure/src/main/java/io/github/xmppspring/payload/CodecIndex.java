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

package io.github.xmppspring.payload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.namespace.QName;

import org.jspecify.annotations.Nullable;

/**
 * The codecs that are known from the start, by type and by name.
 *
 * @author XMPP for Spring Boot contributors
 */
final class CodecIndex {

	private final Map<Class<?>, PayloadCodec<?>> byType;

	private final Map<QName, PayloadCodec<?>> byName;

	/**
	 * Puts codecs in order.
	 * @param codecs the codecs that were declared
	 * @param providers may list further ones, which stand behind
	 * @param precedence compares declared codecs
	 * @throws DuplicatePayloadCodecException if two of the same precedence are for one
	 * type or one name
	 */
	CodecIndex(List<? extends PayloadCodec<?>> codecs, List<? extends PayloadCodecProvider> providers,
			Comparator<Object> precedence) {
		List<PayloadCodec<?>> ordered = new ArrayList<>(codecs);
		ordered.sort(precedence);
		this.byType = byType(ordered, precedence);
		this.byName = byName(this.byType.values(), precedence);
		for (PayloadCodecProvider provider : providers) {
			provider.codecs()
				.stream()
				.filter((codec) -> !this.byType.containsKey(codec.type()))
				.forEach((codec) -> this.byName.putIfAbsent(codec.name(), codec));
		}
	}

	private static Map<Class<?>, PayloadCodec<?>> byType(List<PayloadCodec<?>> codecs, Comparator<Object> precedence) {
		Map<Class<?>, PayloadCodec<?>> byType = new LinkedHashMap<>();
		for (PayloadCodec<?> codec : codecs) {
			PayloadCodec<?> first = byType.putIfAbsent(codec.type(), codec);
			if (first != null && precedence.compare(first, codec) == 0) {
				throw DuplicatePayloadCodecException.ofType(first, codec);
			}
		}
		return byType;
	}

	private static Map<QName, PayloadCodec<?>> byName(Collection<PayloadCodec<?>> codecs,
			Comparator<Object> precedence) {
		Map<QName, PayloadCodec<?>> byName = new HashMap<>();
		for (PayloadCodec<?> codec : codecs) {
			PayloadCodec<?> first = byName.putIfAbsent(codec.name(), codec);
			if (first != null && precedence.compare(first, codec) == 0) {
				throw DuplicatePayloadCodecException.ofName(codec.name(), first, codec);
			}
		}
		return byName;
	}

	@Nullable PayloadCodec<?> byType(Class<?> type) {
		return this.byType.get(type);
	}

	@Nullable PayloadCodec<?> byName(QName name) {
		return this.byName.get(name);
	}

	/**
	 * A declared codec for a type that the class extends or implements.
	 * @param type a class
	 * @return the codec, or {@code null} if there is none
	 */
	@Nullable PayloadCodec<?> bySupertype(Class<?> type) {
		for (PayloadCodec<?> candidate : this.byType.values()) {
			if (candidate.type().isAssignableFrom(type)) {
				return candidate;
			}
		}
		return null;
	}

}
