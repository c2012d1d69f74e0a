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

package io.github.xmppspring.payload.dataform;

import java.util.List;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An image, sound or video that belongs to a field (XEP-0221).
 *
 * @param height the recommended height in pixels, or {@code null}
 * @param width the recommended width in pixels, or {@code null}
 * @param uris where to find it, in several formats
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record FieldMedia(@Nullable Integer height, @Nullable Integer width, List<Uri> uris,
		Extensions extensions) implements FieldContent {

	/**
	 * The namespace of the element.
	 */
	public static final String NAMESPACE = "urn:xmpp:media-element";

	public FieldMedia {
		uris = List.copyOf(uris);
	}

	static FieldMedia read(PayloadElement element) {
		return new FieldMedia(element.attribute("height", Integer::valueOf),
				element.attribute("width", Integer::valueOf), element.children("uri").stream().map(Uri::read).toList(),
				element.extensions());
	}

	@Override
	public Element toElement() {
		Element.Builder element = Element.builder(NAMESPACE, "media")
			.attribute("height", this.height)
			.attribute("width", this.width);
		this.uris.forEach((uri) -> element.child(uri.toElement()));
		this.extensions.writeTo(element);
		return element.build();
	}

	/**
	 * Where to find it in one format.
	 *
	 * @param type the media type, such as {@code image/png}
	 * @param value the URI
	 * @param extensions what else the element holds
	 */
	public record Uri(String type, String value, Extensions extensions) {

		public Uri {
			Assert.hasLength(type, "'type' must not be empty");
			Assert.notNull(value, "'value' must not be null");
		}

		private static Uri read(PayloadElement element) {
			String type = element.requiredAttribute("type");
			if (type.isEmpty()) {
				throw element.malformed("must have an attribute 'type' that is not empty");
			}
			return new Uri(type, element.text().trim(), element.extensions());
		}

		private Element toElement() {
			Element.Builder element = Element.builder(NAMESPACE, "uri").attribute("type", this.type).text(this.value);
			this.extensions.writeTo(element);
			return element.build();
		}

	}

}
