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

package io.github.xmppspring.xml;

import org.springframework.util.Assert;

/**
 * How much XML is taken from a peer. What exceeds a limit ends the stream with
 * {@code policy-violation} (RFC 6120, 4.9.3.14) before it is stored.
 *
 * @param stanzaBytes the most bytes of one stanza as received; a stream header may not
 * have more than 16 KiB in any case
 * @param depth the most nested elements; a stanza is at depth 1
 * @param attributes the most attributes and namespace declarations of one element
 * @param attributeSize the most characters of one attribute value
 * @param textLength the most characters of one text
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record XmlLimits(int stanzaBytes, int depth, int attributes, int attributeSize, int textLength) {

	/**
	 * For authenticated streams: 512 KiB, depth 64, 64 attributes.
	 */
	public static final XmlLimits DEFAULT = new XmlLimits(512 * 1024, 64, 64, 64 * 1024, 512 * 1024);

	/**
	 * For streams that have not been authenticated: 16 KiB, depth 8, 32 attributes.
	 */
	public static final XmlLimits BEFORE_AUTHENTICATION = new XmlLimits(16 * 1024, 8, 32, 8 * 1024, 16 * 1024);

	public XmlLimits {
		Assert.isTrue(stanzaBytes > 0, "'stanzaBytes' must be positive");
		Assert.isTrue(depth > 0, "'depth' must be positive");
		Assert.isTrue(attributes > 0, "'attributes' must be positive");
		Assert.isTrue(attributeSize > 0, "'attributeSize' must be positive");
		Assert.isTrue(textLength > 0, "'textLength' must be positive");
	}

	/**
	 * These limits with another size of a stanza.
	 * @param stanzaBytes the most bytes of one stanza
	 * @return new limits
	 */
	public XmlLimits withStanzaBytes(int stanzaBytes) {
		return new XmlLimits(stanzaBytes, this.depth, this.attributes, this.attributeSize, this.textLength);
	}

}
