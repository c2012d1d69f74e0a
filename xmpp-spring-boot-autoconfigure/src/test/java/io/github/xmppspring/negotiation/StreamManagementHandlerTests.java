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

package io.github.xmppspring.negotiation;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StreamManagementHandler}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamManagementHandlerTests {

	private static final Element REQUEST = Element.parse("<r xmlns='urn:xmpp:sm:3'/>");

	private final StreamManagementState state = new StreamManagementState(3);

	private final EmbeddedChannel channel = new EmbeddedChannel(
			new StreamManagementHandler("jabber:client", this.state));

	@Test
	void stanzasAreCountedAndPassedOn() {
		this.channel.writeInbound(stanza("iq"), stanza("message"), stanza("presence"),
				Element.of("jabber:client", "error"), Element.of("jabber:server", "message"));

		assertThat(this.channel.inboundMessages()).hasSize(5);
		assertThat(this.state.received()).isEqualTo(3);
	}

	@Test
	void requestsAreAnswered() {
		this.channel.writeInbound(stanza("message"), REQUEST, stanza("message"), stanza("message"), REQUEST);

		assertThat(sent()).containsExactly(ack(1), ack(3));
		assertThat(this.channel.inboundMessages()).hasSize(3);
	}

	@Test
	void acknowledgementIsAskedForOnceInEachFlight() {
		this.channel.write(stanza("message"));
		this.channel.write(stanza("iq"));
		this.channel.flush();
		assertThat(sent()).containsExactly(stanza("message"), stanza("iq"), REQUEST);

		this.channel.writeOutbound(stanza("presence"));
		assertThat(sent()).containsExactly(stanza("presence"));

		this.channel.writeInbound(ack(2));
		assertThat(sent()).containsExactly(REQUEST);
		assertThat(this.state.unacknowledged()).containsExactly(stanza("presence"));

		this.channel.writeInbound(ack(3));
		assertThat(sent()).isEmpty();
		assertThat(this.state.hasUnacknowledged()).isFalse();
	}

	@Test
	void otherElementsAreNotCounted() {
		this.channel.writeOutbound(Element.parse("<enabled xmlns='urn:xmpp:sm:3'/>"), "other");

		assertThat(this.channel.outboundMessages()).hasSize(2);
		assertThat(this.state.sent()).isZero();
	}

	@Test
	void otherElementsOfStreamManagementArePassedOn() {
		Element enable = Element.parse("<enable xmlns='urn:xmpp:sm:3'/>");

		this.channel.writeInbound(enable);

		assertThat(this.channel.<Element>readInbound()).isEqualTo(enable);
	}

	@Test
	void stanzasThatDoNotGoOutAreNotCounted() {
		failWrites(new IllegalArgumentException("no XML"));

		assertThat(this.channel.write(stanza("message")).isSuccess()).isFalse();
		assertThat(this.state.sent()).isZero();
	}

	@Test
	void stanzasThatGetLostAreKept() {
		failWrites(new ClosedChannelException());

		assertThat(this.channel.write(stanza("message")).isSuccess()).isFalse();
		assertThat(this.state.unacknowledged()).containsExactly(stanza("message"));
	}

	private void failWrites(Throwable cause) {
		this.channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {

			@Override
			public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
				promise.setFailure(cause);
			}

		});
	}

	@Test
	void stanzasAreSentAgainOnTheNextStream() {
		this.channel.writeOutbound(stanza("message"), stanza("iq"));
		this.channel.close();
		this.state.acknowledged(1);

		EmbeddedChannel next = new EmbeddedChannel(new StreamManagementHandler("jabber:client", this.state));
		next.writeOutbound(stanza("presence"));

		assertThat(next.outboundMessages()).containsExactly(stanza("iq"), REQUEST, stanza("presence"));
		next.writeInbound(ack(3));
		assertThat(this.state.hasUnacknowledged()).isFalse();
	}

	@Test
	void countThatIsTooHighIsAFailure() {
		this.channel.writeOutbound(stanza("message"));

		assertThatExceptionOfType(StreamException.class).isThrownBy(() -> this.channel.writeInbound(ack(2)));
	}

	@Test
	void peerThatDoesNotAcknowledgeIsAFailure() {
		this.channel.writeOutbound(stanza("message"), stanza("message"), stanza("message"));
		this.channel.checkException();

		this.channel.write(stanza("message"));

		assertThatExceptionOfType(StreamException.class).isThrownBy(this.channel::checkException);
	}

	private List<Object> sent() {
		List<Object> sent = new ArrayList<>();
		for (Object next = this.channel.readOutbound(); next != null; next = this.channel.readOutbound()) {
			sent.add(next);
		}
		return sent;
	}

	private static Element stanza(String localName) {
		return Element.of("jabber:client", localName);
	}

	private static Element ack(int handled) {
		return Element.builder("urn:xmpp:sm:3", "a").attribute("h", handled).build();
	}

}
