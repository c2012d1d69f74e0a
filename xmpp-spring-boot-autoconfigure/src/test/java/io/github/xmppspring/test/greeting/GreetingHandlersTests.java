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

package io.github.xmppspring.test.greeting;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.test.XmppPeer;
import io.github.xmppspring.test.XmppTest;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;

import static io.github.xmppspring.test.XmppAssertions.assertThat;

/**
 * Tests for {@link GreetingHandlers}, without a server.
 *
 * @author XMPP for Spring Boot contributors
 */
@XmppTest(server = false)
@Import(GreetingService.class)
class GreetingHandlersTests {

	@Test
	void greets(XmppPeer juliet) {
		Iq reply = juliet.get("<greet xmlns='urn:example:greeting'><name>Juliet</name></greet>");

		assertThat(reply).isResult()
			.hasPayload("<greeting xmlns='urn:example:greeting'><text>Hello, Juliet</text></greeting>");
	}

	@Test
	void refusesToGreetNobody(XmppPeer juliet) {
		Iq reply = juliet.get("<greet xmlns='urn:example:greeting'><name/></greet>");

		assertThat(reply).isError().hasCondition(StanzaErrorCondition.BAD_REQUEST);
	}

	@Test
	void asksBack(XmppPeer juliet) {
		juliet.when("<greet xmlns='urn:example:greeting'><name>Romeo</name></greet>")
			.reply("<greeting xmlns='urn:example:greeting'><text>Ay me</text></greeting>");

		Iq reply = juliet.set("<greet xmlns='urn:example:greeting'><name>Romeo</name></greet>");

		assertThat(reply).isResult().hasPayload("<greeting xmlns='urn:example:greeting'><text>Ay me</text></greeting>");
	}

}
