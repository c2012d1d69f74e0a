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

package io.github.xmppspring.wire;

import java.util.List;

import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementWriter;
import io.github.xmppspring.xml.StartTag;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * Logs what passes a stream: one line at {@code DEBUG} for each header, element and
 * footer, with direction, size and redacted XML.
 * <p>
 * The level is asked each time, so the log can be switched on and off while a stream is
 * open. As long as it is off, nothing is made.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class WireLog implements StreamTap {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER = "io.github.xmppspring.wire";

	private static final String FOOTER = "</stream:stream>";

	private final Log logger = LogFactory.getLog(LOGGER);

	private final ElementWriter writer = new ElementWriter();

	private final List<WireRedaction> rules;

	private final int maxLength;

	/**
	 * A log.
	 * @param rules what to hide, in the order in which it is hidden;
	 * {@link StandardWireRedaction} should be the first
	 * @param maxLength how many characters of XML to show at most, in one line
	 * @throws IllegalArgumentException if the length is not positive
	 */
	public WireLog(List<WireRedaction> rules, int maxLength) {
		Assert.notNull(rules, "'rules' must not be null");
		Assert.isTrue(maxLength > 0, "'maxLength' must be positive");
		this.rules = List.copyOf(rules);
		this.maxLength = maxLength;
	}

	@Override
	public void received(Object value, int bytes) {
		if (this.logger.isDebugEnabled()) {
			this.logger.debug("received " + bytes + " bytes: " + describe(value));
		}
	}

	@Override
	public void sent(Object value, int bytes) {
		if (this.logger.isDebugEnabled()) {
			this.logger.debug("sent " + bytes + " bytes: " + describe(value));
		}
	}

	// A rule of the application may fail in any way, and its messages may tell anything
	private String describe(Object value) {
		try {
			return OneLine.of(write(value), this.maxLength);
		}
		catch (RuntimeException | StackOverflowError ex) {
			return "not shown, as it cannot be redacted: " + ex.getClass().getName();
		}
	}

	private String write(Object value) {
		if (value instanceof Element element) {
			return this.writer.write(redact(element));
		}
		if (value instanceof StreamHeader header) {
			StartTag tag = header.toStartTag();
			return this.writer.writeStartTag(new StartTag(redact(tag.element()), tag.scope()));
		}
		return FOOTER;
	}

	private Element redact(Element element) {
		Element redacted = element;
		for (WireRedaction rule : this.rules) {
			redacted = rule.redact(redacted);
			Assert.state(redacted != null, "A rule returned null");
		}
		return redacted;
	}

}
