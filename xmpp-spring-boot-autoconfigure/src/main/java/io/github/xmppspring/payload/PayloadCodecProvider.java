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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds codecs for types as they are asked for: binders by annotations, for example.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface PayloadCodecProvider {

	/**
	 * Finds the codec of a type. Not asked again for a type that it has a codec for, but
	 * each time for one that it has not. Several threads may ask at once.
	 * @param type the type of a payload
	 * @param <T> the type of a payload
	 * @return the codec, or {@code null} if this provider has nothing to do with the type
	 * @throws PayloadException if it has, but the type is not declared as it should be
	 */
	<T> @Nullable PayloadCodec<T> codecFor(Class<T> type);

	/**
	 * The codecs that are known before anybody asks for a type. Only these are found by
	 * the names of their payloads.
	 * @return the codecs, the first of several for one name counts
	 */
	default List<? extends PayloadCodec<?>> codecs() {
		return List.of();
	}

	/**
	 * A provider of given codecs. Unlike those given to {@link PayloadCodecs} itself they
	 * stand behind those of all earlier providers.
	 * @param codecs the codecs, of different types
	 * @return a provider
	 */
	static PayloadCodecProvider of(List<? extends PayloadCodec<?>> codecs) {
		return new FixedCodecProvider(codecs);
	}

}
