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

import java.util.function.Consumer;

import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.xml.Element;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Makes a session of each stream that has been negotiated.
 *
 * @param settings how sessions behave
 * @param ids numbers the pings of the keep-alive
 * @param inbound takes the requests of peers
 * @param correlator takes the responses of peers
 * @param counter counts what is refused
 * @param stanzas takes messages and presences
 * @author XMPP for Spring Boot contributors
 */
record SessionFactory(ConnectionSettings settings, StanzaIds ids, IqExchange inbound, IqCorrelator correlator,
		ConnectionCounter counter, Consumer<Element> stanzas) {

	/**
	 * Opens a session.
	 * @param channel the channel of the stream
	 * @param stream what was negotiated
	 * @param end is told when the session is over, and why
	 * @return the session
	 */
	XmppSession open(Channel channel, NegotiatedStream stream, Consumer<@Nullable Throwable> end) {
		OwnAddresses own = OwnAddresses.of(stream);
		KeepAliveHandler keepAlive = new KeepAliveHandler(own.pinged(), this.ids, this.settings.keepAliveInterval(),
				this.settings.keepAliveTimeout());
		StanzaReading reading = new StanzaReading(stream.header().language(), this.settings.lenientPayloads());
		Outbox outbox = new Outbox();
		XmppSession session = XmppSession.open(channel, own, reading,
				new XmppSession.Handlers(keepAlive, outbox, new IqResponseHandler(this.correlator, own),
						new IqRequestHandler(this.inbound, outbox), new SessionHandler(outbox,
								(stanza) -> this.stanzas.accept(own.incoming(stanza)), this.counter::refused, end)));
		if (this.settings.legacyErrorCodes()) {
			session.writeLegacyErrorCodes();
		}
		return session;
	}

}
