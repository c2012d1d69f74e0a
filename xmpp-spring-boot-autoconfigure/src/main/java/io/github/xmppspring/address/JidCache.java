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

package io.github.xmppspring.address;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that were met last, to be had without checking and normalising them
 * again. It holds a fixed number of them, none of which is long: a new one may take the
 * place of another.
 * <p>
 * Not thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class JidCache {

	static final int SIZE = 128;

	static final int MAX_LENGTH = 256;

	private final @Nullable Jid[] jids = new @Nullable Jid[SIZE];

	/**
	 * Parse and normalise a JID as {@link Jid#of(String)} does.
	 * @param jid the text
	 * @return the JID, which may be one that was returned before
	 * @throws JidFormatException if the text is not a JID
	 */
	public Jid of(String jid) {
		int hash = jid.hashCode();
		int index = (hash ^ (hash >>> 16)) & (SIZE - 1);
		Jid known = this.jids[index];
		if (known != null && known.toString().equals(jid)) {
			return known;
		}
		Jid read = Jid.of(jid);
		if (jid.length() <= MAX_LENGTH && read.toString().equals(jid)) {
			this.jids[index] = read;
		}
		return read;
	}

}
