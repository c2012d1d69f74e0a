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

package io.github.xmppspring.stanza;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.util.Assert;

/**
 * Makes ids that nobody can guess, so that nobody can forge a response without seeing the
 * request: random bits, 96 for a stanza, in characters that need no escaping.
 * <p>
 * Thread-safe. Random bytes are drawn in blocks.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StanzaIds {

	private static final int STANZA_ID_BYTES = 12;

	private static final int BLOCK_IDS = 128;

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder();

	private final SecureRandom random = new SecureRandom();

	private final byte[] block;

	/**
	 * The bytes of one id.
	 */
	private final byte[] id;

	/**
	 * Room for the characters of one id.
	 */
	private final byte[] text;

	private int position;

	/**
	 * Ids of 96 random bits, for stanzas.
	 */
	public StanzaIds() {
		this(STANZA_ID_BYTES);
	}

	/**
	 * Ids of any length.
	 * @param idBytes how many random bytes an id has
	 * @throws IllegalArgumentException if there are none
	 */
	public StanzaIds(int idBytes) {
		Assert.isTrue(idBytes > 0, "'idBytes' must be positive");
		this.id = new byte[idBytes];
		this.text = new byte[(idBytes + 2) / 3 * 4];
		this.block = new byte[idBytes * BLOCK_IDS];
		this.position = this.block.length;
	}

	/**
	 * A new id.
	 * @return characters of the URL-safe Base64 alphabet, 16 for a stanza
	 */
	public String next() {
		synchronized (this.block) {
			if (this.position == this.block.length) {
				this.random.nextBytes(this.block);
				this.position = 0;
			}
			System.arraycopy(this.block, this.position, this.id, 0, this.id.length);
			this.position += this.id.length;
			int length = ENCODER.encode(this.id, this.text);
			return new String(this.text, 0, length, StandardCharsets.ISO_8859_1);
		}
	}

}
