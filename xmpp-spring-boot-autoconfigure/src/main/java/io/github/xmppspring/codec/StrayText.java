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

package io.github.xmppspring.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.github.xmppspring.stream.StreamErrorCondition;
import org.jspecify.annotations.Nullable;

/**
 * Text where a stream must have none: what is wrong depends on its first character.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StrayText {

	private StrayText() {
	}

	/**
	 * Judges the first character.
	 * @param in the bytes
	 * @param index where the text starts
	 * @param end where the bytes end
	 * @param inStream whether the stream header has been seen; before it there is no
	 * place for text in any XML document
	 * @return the condition, or {@code null} if more bytes are needed
	 */
	static @Nullable StreamErrorCondition conditionOf(byte[] in, int index, int end, boolean inStream) {
		int first = in[index] & 0xFF;
		if (first == 0 && !inStream) {
			return StreamErrorCondition.UNSUPPORTED_ENCODING;
		}
		int length = lengthOf(first);
		for (int i = 1; i < length; i++) {
			if (index + i == end) {
				return null;
			}
			if ((in[index + i] & 0xC0) != 0x80) {
				return StreamErrorCondition.UNSUPPORTED_ENCODING;
			}
		}
		return conditionOf(ByteBuffer.wrap(in, index, length), inStream);
	}

	private static StreamErrorCondition conditionOf(ByteBuffer bytes, boolean inStream) {
		try {
			int character = StandardCharsets.UTF_8.newDecoder().decode(bytes).codePoints().findFirst().orElse(0);
			return (inStream && isAllowed(character)) ? StreamErrorCondition.BAD_FORMAT
					: StreamErrorCondition.NOT_WELL_FORMED;
		}
		catch (CharacterCodingException ex) {
			return StreamErrorCondition.UNSUPPORTED_ENCODING;
		}
	}

	private static boolean isAllowed(int character) {
		return character >= ' ' && character != 0xFFFE && character != 0xFFFF;
	}

	private static int lengthOf(int first) {
		if (first < 0xC2 || first > 0xF4) {
			return 1;
		}
		return (first < 0xE0) ? 2 : (first < 0xF0) ? 3 : 4;
	}

}
