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

import io.github.xmppspring.address.JidCache;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * Reads the IQ stanzas of one stream. The same few addresses stand on most of them, so
 * they are remembered.
 * <p>
 * Not thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqReader {

	private final StanzaReading reading;

	private final JidCache addresses = new JidCache();

	/**
	 * A reader for one stream.
	 * @param reading how to read its stanzas
	 */
	public IqReader(StanzaReading reading) {
		Assert.notNull(reading, "'reading' must not be null");
		this.reading = reading;
	}

	/**
	 * Reads an IQ stanza, as {@link Iq#from(Element, StanzaReading)} does.
	 * @param element an {@code <iq/>} element in any content namespace
	 * @return the stanza
	 * @throws MalformedStanzaException if it breaks a rule of RFC 6120, 8.2.3, or has a
	 * malformed address
	 */
	public Iq read(Element element) {
		return new IqParser(element, this.reading, this.addresses::of).parse();
	}

}
