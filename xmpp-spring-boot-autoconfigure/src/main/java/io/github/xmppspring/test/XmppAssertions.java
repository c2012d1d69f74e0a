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

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Assertions for stanzas, to be imported statically, also beside those of AssertJ.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppAssertions {

	private XmppAssertions() {
	}

	/**
	 * Starts assertions about an IQ stanza.
	 * @param actual the stanza
	 * @return the assertions
	 */
	public static IqAssert assertThat(@Nullable Iq actual) {
		return new IqAssert(actual);
	}

	/**
	 * Starts assertions about a stanza error.
	 * @param actual the error
	 * @return the assertions
	 */
	public static StanzaErrorAssert assertThat(@Nullable StanzaError actual) {
		return new StanzaErrorAssert(actual);
	}

	/**
	 * Starts assertions about an element.
	 * @param actual the element
	 * @return the assertions
	 */
	public static ElementAssert assertThat(@Nullable Element actual) {
		return new ElementAssert(actual);
	}

}
