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

package io.github.xmppspring.negotiation.client;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.StreamConversation;

/**
 * What the conversations of the tests have in common.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestNegotiation {

	static final Jid JULIET = Jid.of("juliet@example.org");

	static final String STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>";

	static final String BIND = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>";

	static final String SUCCESS = "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>";

	private static final String BIND_REQUEST = "<iq xmlns='jabber:client' type='set' id='*'>" + BIND + "</iq>";

	private TestNegotiation() {
	}

	static String mechanisms(String... names) {
		return "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>"
				+ String.join("</mechanism><mechanism>", names) + "</mechanism></mechanisms>";
	}

	/**
	 * A builder for streams without TLS that compute on the calling thread.
	 */
	static StreamNegotiation.Builder plaintext(Jid account) {
		return StreamNegotiation.builder(account)
			.tls(TlsSettings.of(TlsMode.DISABLED))
			.password("r0m30")
			.executor(Runnable::run);
	}

	/**
	 * A conversation that has come to the features after an anonymous login.
	 */
	static StreamConversation authenticated(StreamNegotiation.Builder builder, String... features) {
		return StreamConversation.with(builder.mechanisms(List.of("ANONYMOUS")).build())
			.expectHeader(null)
			.open(mechanisms("ANONYMOUS"))
			.expect("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>")
			.replyAndRestart(SUCCESS)
			.expectHeader(null)
			.open(features);
	}

	static StreamConversation bind(StreamConversation conversation) {
		return expectBind(conversation).reply(bound("juliet@example.org/r1"));
	}

	static StreamConversation expectBind(StreamConversation conversation) {
		return conversation.expect(BIND_REQUEST);
	}

	static String bound(String jid) {
		return "<iq type='result' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + jid
				+ "</jid></bind></iq>";
	}

}
