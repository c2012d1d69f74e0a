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
 * Provides codecs from a list.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FixedCodecProvider implements PayloadCodecProvider {

	private final List<PayloadCodec<?>> codecs;

	FixedCodecProvider(List<? extends PayloadCodec<?>> codecs) {
		this.codecs = List.copyOf(codecs);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable PayloadCodec<T> codecFor(Class<T> type) {
		for (PayloadCodec<?> codec : this.codecs) {
			if (codec.type() == type) {
				return (PayloadCodec<T>) codec;
			}
		}
		return null;
	}

	@Override
	public List<? extends PayloadCodec<?>> codecs() {
		return this.codecs;
	}

}
