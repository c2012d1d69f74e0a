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

package io.github.xmppspring.test;

import java.util.function.Predicate;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a peer means.
 *
 * @param description the pattern for people
 * @param predicate whether a request is meant
 * @param payload the payload that is looked for, {@code null} if none is known
 * @author XMPP for Spring Boot contributors
 */
record RequestPattern(String description, Predicate<Iq> predicate, @Nullable Element payload) {

	/**
	 * Any request.
	 */
	static final RequestPattern ANY = new RequestPattern("any request", (request) -> true, null);

	/**
	 * Requests like this one.
	 * @param xml a payload, or an {@code <iq/>} of which only those attributes count that
	 * it has
	 * @return the pattern
	 */
	static RequestPattern of(String xml) {
		Element element = TestXml.parseStanza(xml);
		if (!Iq.isIq(element, Iq.DEFAULT_NAMESPACE)) {
			Element payload = TestXml.parse(xml);
			return new RequestPattern(TestXml.format(payload), (request) -> hasPayload(request, payload), payload);
		}
		Element payload = element.firstChild();
		return new RequestPattern(TestXml.format(element),
				(request) -> hasAttributes(request, element) && (payload == null || hasPayload(request, payload)),
				payload);
	}

	static RequestPattern of(Predicate<Iq> predicate) {
		return new RequestPattern("a request that meets the predicate", predicate, null);
	}

	private static boolean hasPayload(Iq request, Element payload) {
		Element actual = request.payload();
		return actual != null && XmlDifference.between(payload, actual) == null;
	}

	private static boolean hasAttributes(Iq request, Element pattern) {
		Element actual = request.toElement();
		for (Attribute attribute : pattern.attributes()) {
			if (!attribute.value().equals(actual.attribute(attribute.namespace(), attribute.localName()))) {
				return false;
			}
		}
		return true;
	}

	boolean matches(PeerRequest request) {
		return this.predicate.test(request.iq());
	}

	/**
	 * Says where a request is first other than this pattern.
	 * @param request a request that does not match
	 * @return a line of its own, or nothing
	 */
	String difference(PeerRequest request) {
		XmlDifference difference = (this.payload != null) ? XmlDifference.between(this.payload, request.payload())
				: null;
		return (difference != null) ? "\n" + difference : "";
	}

}
