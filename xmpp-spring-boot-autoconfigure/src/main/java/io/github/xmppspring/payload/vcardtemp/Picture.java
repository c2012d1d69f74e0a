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

import java.util.Base64;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A picture: {@code PHOTO} or {@code LOGO}, either itself or by its address.
 *
 * @param property the name of the property: {@link TempProperty#PHOTO} or
 * {@link TempProperty#LOGO}
 * @param mediaType the media type, such as {@code image/png}, if said
 * @param base64 the picture in Base64, maybe with white space in it
 * @param uri where the picture is
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Picture(String property, @Nullable String mediaType, @Nullable String base64,
		@Nullable String uri) implements TempValue {

	public Picture {
		Assert.hasLength(property, "'property' must not be empty");
	}

	/**
	 * A picture of the person.
	 * @param mediaType the media type
	 * @param data the picture
	 * @return the photo
	 */
	public static Picture photo(String mediaType, byte[] data) {
		return new Picture(TempProperty.PHOTO, mediaType, Base64.getEncoder().encodeToString(data), null);
	}

	/**
	 * A picture of the organisation.
	 * @param mediaType the media type
	 * @param data the picture
	 * @return the logo
	 */
	public static Picture logo(String mediaType, byte[] data) {
		return new Picture(TempProperty.LOGO, mediaType, Base64.getEncoder().encodeToString(data), null);
	}

	static Picture from(TempProperty property) {
		return new Picture(property.name(), property.fieldText("TYPE"), property.fieldText("BINVAL"),
				property.fieldText("EXTVAL"));
	}

	/**
	 * The picture itself.
	 * @return the bytes, a new array, empty if the card holds no picture but maybe its
	 * {@link #uri()}
	 * @throws io.github.xmppspring.payload.PayloadException if it is no Base64
	 */
	public byte[] data() {
		return (this.base64 != null) ? Binary.decode(this.base64) : new byte[0];
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(this.property).text("TYPE", this.mediaType)
			.text("BINVAL", this.base64)
			.text("EXTVAL", this.uri)
			.toProperty();
	}

}
