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

package io.github.xmppspring.negotiation.client;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A name in a certificate whose kind is told by an object identifier (RFC 5280, 4.2.1.6),
 * as far as it is a string. The JDK hands these out as DER: a sequence of the identifier
 * and the value, with one context tag or, by some versions, two around the value.
 *
 * @param oid the object identifier in dots
 * @param value the string
 * @author XMPP for Spring Boot contributors
 */
record OtherName(String oid, String value) {

	private static final int OBJECT_IDENTIFIER = 0x06;

	private static final int UTF8_STRING = 0x0C;

	private static final int IA5_STRING = 0x16;

	private static final int SEQUENCE = 0x30;

	private static final int CONTEXT_0 = 0xA0;

	/**
	 * Read a name.
	 * @param der the encoded name
	 * @return the name, or {@code null} if it is of another form
	 */
	static @Nullable OtherName parse(byte[] der) {
		try {
			return parse(ByteBuffer.wrap(der));
		}
		catch (BufferUnderflowException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable OtherName parse(ByteBuffer der) {
		int tag = tag(der);
		ByteBuffer content = content(der);
		if ((tag != SEQUENCE && tag != CONTEXT_0) || tag(content) != OBJECT_IDENTIFIER) {
			return null;
		}
		String oid = oid(content(content));
		int type = tag(content);
		ByteBuffer value = content(content);
		while (type == CONTEXT_0) {
			type = tag(value);
			value = content(value);
		}
		boolean string = type == UTF8_STRING || type == IA5_STRING;
		return string ? new OtherName(oid, StandardCharsets.UTF_8.decode(value).toString()) : null;
	}

	private static int tag(ByteBuffer der) {
		return der.get() & 0xFF;
	}

	private static ByteBuffer content(ByteBuffer der) {
		int length = der.get() & 0xFF;
		if (length > 0x80) {
			int bytes = length - 0x80;
			length = 0;
			for (int i = 0; i < bytes; i++) {
				length = (length << 8) | (der.get() & 0xFF);
			}
		}
		ByteBuffer content = der.slice().limit(length);
		der.position(der.position() + length);
		return content;
	}

	private static String oid(ByteBuffer der) {
		StringBuilder oid = new StringBuilder();
		long arc = 0;
		while (der.hasRemaining()) {
			int octet = der.get() & 0xFF;
			arc = (arc << 7) | (octet & 0x7F);
			if (octet < 0x80) {
				oid.append(
						oid.isEmpty() ? Math.min(arc / 40, 2) + "." + (arc - 40 * Math.min(arc / 40, 2)) : "." + arc);
				arc = 0;
			}
		}
		return oid.toString();
	}

}
