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

package io.github.xmppspring.connection;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientAddress}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ClientAddressTests {

	private final OwnAddresses own = new ClientAddress(Jid.of("juliet@x.test/balcony"));

	@Test
	void serverSaysWhoSends() {
		Element message = Element.parse("<message xmlns='jabber:client' from='romeo@x.test' to='bob@x.test'/>");
		Element without = Element.parse("<message xmlns='jabber:client' to='bob@x.test'/>");

		assertThat(this.own.outgoing(message)).isEqualTo(without);
		assertThat(this.own.outgoing(without)).isSameAs(without);
	}

	@Test
	void incomingStanzasAreTakenAsTheyAre() {
		Element message = Element.parse("<message xmlns='jabber:client' from='romeo@x.test'/>");

		assertThat(this.own.incoming(message)).isSameAs(message);
	}

}
