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

import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the sides of a stream say to each other about the stanzas they have got, and about
 * going on with a session on another stream (XEP-0198). Counts of stanzas are below 2^32
 * and begin anew behind that.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public sealed interface StreamManagement {

	/**
	 * The number of counts there are.
	 */
	long MODULUS = 1L << 32;

	/**
	 * The feature with which it is offered.
	 */
	Element FEATURE = Element.of(Namespaces.STREAM_MANAGEMENT, "sm");

	/**
	 * Whether the element belongs to stream management.
	 * @param element a first-level child of a stream
	 * @return whether {@link #from} may be called
	 */
	static boolean isStreamManagement(Element element) {
		return element.namespace().equals(Namespaces.STREAM_MANAGEMENT);
	}

	/**
	 * Reads an element.
	 * @param element a first-level child of a stream
	 * @return what it says
	 * @throws StreamException with {@code bad-format} if a count or an id is missing or
	 * malformed, {@code unsupported-stanza-type} if the element is not known
	 */
	static StreamManagement from(Element element) {
		return switch (element.localName()) {
			case "enable" -> new Enable(isTrue(element, "resume"), seconds(element));
			case "enabled" -> new Enabled(element.attribute("id"), isTrue(element, "resume"), seconds(element),
					element.attribute("location"));
			case "resume" -> new Resume(required(element, "previd"), count(element));
			case "resumed" -> new Resumed(required(element, "previd"), count(element));
			case "failed" -> Failed.parse(element);
			case "r" -> new AckRequest();
			case "a" -> new Ack(count(element));
			default -> throw new StreamException(StreamError.of(StreamErrorCondition.UNSUPPORTED_STANZA_TYPE),
					"There is no element '" + element.localName() + "' of stream management");
		};
	}

	/**
	 * This as an element.
	 * @return a first-level child of a stream
	 */
	Element toElement();

	private static Element.Builder builder(String localName) {
		return Element.builder(Namespaces.STREAM_MANAGEMENT, localName);
	}

	private static boolean isTrue(Element element, String name) {
		String value = element.attribute(name);
		return "true".equals(value) || "1".equals(value);
	}

	private static String required(Element element, String name) {
		String value = element.attribute(name);
		if (value == null) {
			throw badFormat(element);
		}
		return value;
	}

	private static long count(Element element) {
		long count = number(element, required(element, "h"));
		if (count >= MODULUS) {
			throw badFormat(element);
		}
		return count;
	}

	private static @Nullable Integer seconds(Element element) {
		String value = element.attribute("max");
		return (value != null) ? (int) Math.min(number(element, value), Integer.MAX_VALUE) : null;
	}

	private static long number(Element element, String value) {
		// ten digits are enough for 2^32
		if (!value.matches("[0-9]{1,10}")) {
			throw badFormat(element);
		}
		return Long.parseLong(value);
	}

	private static StreamException badFormat(Element element) {
		return new StreamException(StreamError.of(StreamErrorCondition.BAD_FORMAT),
				"The element '" + element.localName() + "' of stream management is malformed");
	}

	private static void checkCount(long count) {
		Assert.isTrue(count >= 0 && count < MODULUS, "'handled' must be a count");
	}

	/**
	 * The client wants its stanzas to be counted.
	 *
	 * @param resume whether it wants to be able to resume the session
	 * @param max for how many seconds the session should wait for it, or {@code null}
	 */
	record Enable(boolean resume, @Nullable Integer max) implements StreamManagement {

		@Override
		public Element toElement() {
			return builder("enable").attribute("resume", this.resume ? "true" : null)
				.attribute("max", this.max)
				.build();
		}

	}

	/**
	 * The server counts stanzas from here on.
	 *
	 * @param id the id of the session, {@code null} if it cannot be resumed
	 * @param resume whether the session can be resumed
	 * @param max for how many seconds the session waits, or {@code null}
	 * @param location where to connect to in order to resume, or {@code null}
	 */
	record Enabled(@Nullable String id, boolean resume, @Nullable Integer max,
			@Nullable String location) implements StreamManagement {

		@Override
		public Element toElement() {
			return builder("enabled").attribute("id", this.id)
				.attribute("resume", this.resume ? "true" : null)
				.attribute("max", this.max)
				.attribute("location", this.location)
				.build();
		}

	}

	/**
	 * The client wants to go on with a session.
	 *
	 * @param previousId the id of the session
	 * @param handled how many stanzas of the server the client has got
	 */
	record Resume(String previousId, long handled) implements StreamManagement {

		public Resume {
			checkCount(handled);
		}

		@Override
		public Element toElement() {
			return builder("resume").attribute("previd", this.previousId).attribute("h", this.handled).build();
		}

	}

	/**
	 * The server goes on with a session.
	 *
	 * @param previousId the id of the session
	 * @param handled how many stanzas of the client the server has got
	 */
	record Resumed(String previousId, long handled) implements StreamManagement {

		public Resumed {
			checkCount(handled);
		}

		@Override
		public Element toElement() {
			return builder("resumed").attribute("previd", this.previousId).attribute("h", this.handled).build();
		}

	}

	/**
	 * The server refuses.
	 *
	 * @param condition the reason, or {@code null} for none
	 * @param handled how many stanzas the server has got in the session that is over, or
	 * {@code null} if it does not know
	 */
	record Failed(@Nullable StanzaErrorCondition condition, @Nullable Long handled) implements StreamManagement {

		private static Failed parse(Element element) {
			StanzaErrorCondition condition = null;
			for (Element child : element.children()) {
				if (condition == null && child.namespace().equals(StanzaError.NAMESPACE)) {
					condition = StanzaErrorCondition.ofValue(child.localName());
				}
			}
			return new Failed(condition, (element.attribute("h") != null) ? count(element) : null);
		}

		@Override
		public Element toElement() {
			Element reason = (this.condition != null) ? Element.of(StanzaError.NAMESPACE, this.condition.value())
					: null;
			return builder("failed").attribute("h", this.handled).child(reason).build();
		}

	}

	/**
	 * Asks what the other side has got.
	 */
	record AckRequest() implements StreamManagement {

		@Override
		public Element toElement() {
			return builder("r").build();
		}

	}

	/**
	 * Says what this side has got.
	 *
	 * @param handled how many stanzas
	 */
	record Ack(long handled) implements StreamManagement {

		public Ack {
			checkCount(handled);
		}

		@Override
		public Element toElement() {
			return builder("a").attribute("h", this.handled).build();
		}

	}

}
