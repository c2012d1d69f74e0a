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

import java.util.function.Predicate;

import io.github.xmppspring.xml.Element;

/**
 * A rule about what a {@link WireLog} must not show.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@FunctionalInterface
public interface WireRedaction {

	/**
	 * What stands in place of what is hidden.
	 */
	String HIDDEN = "***";

	/**
	 * Takes out what must not be shown. Called for every element that is logged, on the
	 * event loop, so it must not block. If it throws, nothing of the element is shown.
	 * @param element a whole first-level child of the stream, a stanza for example, or
	 * the stream header without content; what rules before this one have hidden is gone
	 * already
	 * @return what may be shown, the same element if that is all
	 */
	Element redact(Element element);

	/**
	 * Hides everything in some elements, wherever they are.
	 * @param namespace the namespace name of the elements, empty for none
	 * @param localName the local name of the elements
	 * @return a rule that hides all texts and values of attributes in them, and shows the
	 * names
	 */
	static WireRedaction hide(String namespace, String localName) {
		return hide((element) -> element.is(namespace, localName));
	}

	/**
	 * Hides everything in some elements, wherever they are.
	 * @param hidden says which elements
	 * @return a rule that hides all texts and values of attributes in them, and shows the
	 * names
	 */
	static WireRedaction hide(Predicate<Element> hidden) {
		return new ElementRedaction((element) -> hidden.test(element) ? Hiding.ALL : Hiding.NOTHING,
				(attribute) -> false);
	}

}
