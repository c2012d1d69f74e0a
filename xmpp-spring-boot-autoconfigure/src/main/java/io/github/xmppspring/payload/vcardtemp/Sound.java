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

/**
 * How a name is pronounced: {@code SOUND}. The schema wants exactly one of the three.
 *
 * @param phonetic the pronunciation in writing
 * @param base64 a recording in Base64, maybe with white space in it
 * @param uri where the recording is
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Sound(@Nullable String phonetic, @Nullable String base64, @Nullable String uri) implements TempValue {

	/**
	 * A pronunciation in writing.
	 * @param phonetic the text
	 * @return the sound
	 */
	public static Sound phonetic(String phonetic) {
		return new Sound(phonetic, null, null);
	}

	/**
	 * A recording.
	 * @param data the bytes
	 * @return the sound
	 */
	public static Sound recording(byte[] data) {
		return new Sound(null, Base64.getEncoder().encodeToString(data), null);
	}

	static Sound from(TempProperty property) {
		return new Sound(property.fieldText("PHONETIC"), property.fieldText("BINVAL"), property.fieldText("EXTVAL"));
	}

	/**
	 * The recording itself.
	 * @return the bytes, a new array, empty if the card holds none
	 * @throws io.github.xmppspring.payload.PayloadException if it is no Base64
	 */
	public byte[] data() {
		return (this.base64 != null) ? Binary.decode(this.base64) : new byte[0];
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.SOUND).text("PHONETIC", this.phonetic)
			.text("BINVAL", this.base64)
			.text("EXTVAL", this.uri)
			.toProperty();
	}

}
