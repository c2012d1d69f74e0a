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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.test.AutoConfigureEmbeddedXmpp;
import io.github.xmppspring.test.XmppPeer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GreetingService} in the whole application, on an embedded server.
 *
 * @author XMPP for Spring Boot contributors
 */
@SpringBootTest
@AutoConfigureEmbeddedXmpp
class GreetingServiceTests {

	@Autowired
	private GreetingService greetings;

	@Test
	void getsGreetingOfPeer(XmppPeer juliet) {
		juliet.when("<greet xmlns='urn:example:greeting'><name>application</name></greet>")
			.reply("<greeting xmlns='urn:example:greeting'><text>Ay me</text></greeting>");

		assertThat(this.greetings.greetingOf(juliet.jid())).isEqualTo("Ay me");
	}

	@Test
	void failsIfPeerRefuses(XmppPeer juliet) {
		CompletableFuture<String> greeting = CompletableFuture
			.supplyAsync(() -> this.greetings.greetingOf(juliet.jid()));

		juliet.expect("<greet xmlns='urn:example:greeting'><name>application</name></greet>")
			.replyError(StanzaErrorCondition.FORBIDDEN);

		assertThat(greeting).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(IqErrorException.class);
	}

}
