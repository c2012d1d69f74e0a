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

// tag::file[]
package com.example.greeting;

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

@SpringBootTest
@AutoConfigureEmbeddedXmpp
class GreeterTests {

	@Autowired
	private Greeter greeter;

	@Test
	void failsIfPeerRefuses(XmppPeer juliet) {
		CompletableFuture<String> greeting = CompletableFuture
			.supplyAsync(() -> this.greeter.greet(juliet.jid(), "Romeo"));

		juliet.expect("<greet xmlns='urn:example:greeting'><name>Romeo</name></greet>")
			.replyError(StanzaErrorCondition.FORBIDDEN);

		assertThat(greeting).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withCauseInstanceOf(IqErrorException.class);
	}

}
// end::file[]
