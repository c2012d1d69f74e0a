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

package io.github.xmppspring.payload.pubsub;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Where subscribers of a deleted node shall go (XEP-0060, 8.4).
 *
 * @param uri the XMPP URI of another node
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Redirect(String uri, Extensions extensions) {

	private static final String ELEMENT = "redirect";

	public Redirect {
		Assert.hasText(uri, "'uri' must not be empty");
	}

	/**
	 * A redirection.
	 * @param uri the XMPP URI of another node
	 * @return the redirection
	 */
	public static Redirect to(String uri) {
		return new Redirect(uri, Extensions.NONE);
	}

	static @Nullable Redirect in(PayloadElement parent) {
		PayloadElement redirect = parent.child(ELEMENT);
		if (redirect == null) {
			return null;
		}
		String uri = redirect.requiredAttribute("uri");
		if (uri.isBlank()) {
			throw redirect.malformed("must have an attribute 'uri' that is not empty");
		}
		return new Redirect(uri, redirect.extensions());
	}

	Element write(String namespace) {
		Element.Builder element = Element.builder(namespace, ELEMENT).attribute("uri", this.uri);
		this.extensions.writeTo(element);
		return element.build();
	}

}
