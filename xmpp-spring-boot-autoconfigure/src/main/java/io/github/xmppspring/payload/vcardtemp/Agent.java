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

package io.github.xmppspring.payload.vcardtemp;

import java.util.List;

import io.github.xmppspring.payload.Extensions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Somebody who acts for the person: {@code AGENT}. Either the card or the address is
 * there.
 *
 * @param card the card of the agent
 * @param uri where the card of the agent is
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Agent(@Nullable VCardTemp card, @Nullable String uri) implements TempValue {

	public Agent {
		Assert.isTrue((card == null) != (uri == null), "Either 'card' or 'uri' must be null");
	}

	static Agent from(TempProperty property) {
		TempField card = property.field("vCard");
		if (card != null) {
			return new Agent(VCardTemp.CODEC.read(card.toElement()), null);
		}
		String uri = property.fieldText("EXTVAL");
		return new Agent(null, (uri != null) ? uri.trim() : property.text());
	}

	@Override
	public TempProperty toProperty() {
		TempField field = (this.card != null) ? TempField.read(VCardTemp.CODEC.write(this.card))
				: new TempField("EXTVAL", String.valueOf(this.uri), Extensions.NONE);
		return TempProperty.of(TempProperty.AGENT, List.of(field));
	}

}
