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

package io.github.xmppspring.payload.vcard4;

import java.util.List;

import io.github.xmppspring.payload.PayloadException;

import org.springframework.util.Assert;

/**
 * What a number of a client in {@code pid} parameters means: {@code clientpidmap} (RFC
 * 6350, 6.7.7).
 *
 * @param sourceId the number, positive
 * @param uri the identifier of the client
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ClientPidMap(int sourceId, String uri) {

	private static final String SOURCE_ID = "sourceid";

	public ClientPidMap {
		Assert.isTrue(sourceId > 0, "'sourceId' must be positive");
		Assert.hasLength(uri, "'uri' must not be empty");
	}

	/**
	 * The meaning that a property holds.
	 * @param property a property {@code clientpidmap}
	 * @return the meaning
	 * @throws PayloadException if number or URI are missing or malformed
	 */
	public static ClientPidMap from(VCardProperty property) {
		List<String> ids = property.texts(SOURCE_ID);
		List<String> uris = property.texts(VCardValue.URI);
		try {
			return new ClientPidMap(Integer.parseInt(ids.get(0).trim()), uris.get(0).trim());
		}
		catch (RuntimeException ex) {
			throw PayloadException.malformed(property.toElement(), "must have a positive <sourceid/> and a <uri/>",
					null);
		}
	}

	/**
	 * The property of this meaning.
	 * @return the property
	 */
	public VCardProperty toProperty() {
		return VCardProperty.of(VCardProperty.CLIENTPIDMAP, VCardValue.of(SOURCE_ID, Integer.toString(this.sourceId)),
				VCardValue.uri(this.uri));
	}

}
