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

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.util.Assert;

/**
 * Makes codecs for {@link XmppPayload} records, wherever they are.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class RecordPayloadCodecProvider implements PayloadCodecProvider {

	private final ConversionService conversions;

	/**
	 * Creates a provider with the conversions of Spring.
	 */
	public RecordPayloadCodecProvider() {
		this(new DefaultConversionService());
	}

	/**
	 * Creates a provider.
	 * @param conversions makes strings of values, and values of strings, for types that
	 * neither XML Schema nor XMPP has
	 */
	public RecordPayloadCodecProvider(ConversionService conversions) {
		Assert.notNull(conversions, "'conversions' must not be null");
		this.conversions = conversions;
	}

	@Override
	public <T> @Nullable PayloadCodec<T> codecFor(Class<T> type) {
		return type.isAnnotationPresent(XmppPayload.class) ? RecordPayloadCodec.of(type, this.conversions) : null;
	}

}
