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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A public key or another credential: {@code KEY}.
 *
 * @param type the kind of credential, if said
 * @param value the credential
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Credential(@Nullable String type, String value) implements TempValue {

	public Credential {
		Assert.notNull(value, "'value' must not be null");
	}

	static Credential from(TempProperty property) {
		String value = property.fieldText("CRED");
		return new Credential(property.fieldText("TYPE"), (value != null) ? value : property.text());
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.KEY).text("TYPE", this.type).text("CRED", this.value).toProperty();
	}

}
