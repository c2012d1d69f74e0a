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

package io.github.xmppspring.stream;

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Why a stream ends (RFC 6120, 4.9). Immutable.
 *
 * @param condition the defined condition; {@code UNDEFINED_CONDITION} if a received error
 * has none of them
 * @param value the text of the condition: the other host of {@code see-other-host}
 * @param text a description
 * @param applicationConditions further elements that say more
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StreamError(StreamErrorCondition condition, @Nullable String value, @Nullable String text,
		List<Element> applicationConditions) {

	public StreamError {
		Assert.notNull(condition, "'condition' must not be null");
		applicationConditions = List.copyOf(applicationConditions);
	}

	/**
	 * An error without text.
	 * @param condition the condition
	 * @return the error
	 */
	public static StreamError of(StreamErrorCondition condition) {
		return new StreamError(condition, null, null, List.of());
	}

	/**
	 * Whether the element is a stream error.
	 * @param element a first-level child of a stream
	 * @return whether {@link #from} may be called
	 */
	public static boolean isStreamError(Element element) {
		return element.is(Namespaces.STREAM, "error");
	}

	/**
	 * Reads a stream error.
	 * @param element a {@code <stream:error/>} element
	 * @return the error
	 */
	public static StreamError from(Element element) {
		StreamErrorCondition condition = null;
		String value = null;
		String text = null;
		List<Element> others = new ArrayList<>();
		for (Element child : element.children()) {
			StreamErrorCondition found = child.namespace().equals(Namespaces.STREAM_ERRORS)
					? StreamErrorCondition.ofValue(child.localName()) : null;
			if (child.is(Namespaces.STREAM_ERRORS, "text")) {
				text = child.text();
			}
			else if (found != null && condition == null) {
				condition = found;
				value = child.text().isBlank() ? null : child.text().trim();
			}
			else {
				others.add(child);
			}
		}
		return new StreamError((condition != null) ? condition : StreamErrorCondition.UNDEFINED_CONDITION, value, text,
				others);
	}

	/**
	 * This error as an element.
	 * @return a {@code <stream:error/>} element
	 */
	public Element toElement() {
		Element.Builder defined = Element.builder(Namespaces.STREAM_ERRORS, this.condition.value());
		Element.Builder error = Element.builder(Namespaces.STREAM, "error")
			.prefix("stream")
			.child((this.value != null) ? defined.text(this.value).build() : defined.build());
		if (this.text != null) {
			error.child(Element.builder(Namespaces.STREAM_ERRORS, "text").language("en").text(this.text).build());
		}
		return error.children(this.applicationConditions).build();
	}

}
