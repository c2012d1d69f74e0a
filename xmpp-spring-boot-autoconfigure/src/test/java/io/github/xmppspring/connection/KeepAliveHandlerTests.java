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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeepAliveHandler}.
 *
 * @author XMPP for Spring Boot contributors
 */
class KeepAliveHandlerTests {

	private static final Element STANZA = Element.of("jabber:client", "message");

	private final List<Throwable> failures = new ArrayList<>();

	private final EmbeddedChannel channel = new EmbeddedChannel();

	@BeforeEach
	void freezeTime() {
		this.channel.freezeTime();
		this.channel.pipeline()
			.addLast(new KeepAliveHandler(Jid.of("x.test"), new StanzaIds(), Duration.ofSeconds(60),
					Duration.ofSeconds(30)), new ChannelInboundHandlerAdapter() {

						@Override
						public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
							KeepAliveHandlerTests.this.failures.add(cause);
						}

					});
	}

	@Test
	void silentServerIsPinged() {
		advance(59);
		assertThat(this.channel.<Object>readOutbound()).isNull();

		advance(1);

		Iq ping = this.channel.readOutbound();
		assertThat(ping.to()).isEqualTo(Jid.of("x.test"));
		assertThat(ping.payload()).isEqualTo(Element.of("urn:xmpp:ping", "ping"));
	}

	@Test
	void talkingServerIsNotPinged() {
		for (int i = 0; i < 10; i++) {
			advance(59);
			this.channel.writeInbound(STANZA);
		}

		assertThat(this.channel.<Object>readOutbound()).isNull();
	}

	@Test
	void pingThatComesBackIsSwallowedUnanswered() {
		advance(60);
		Iq ping = this.channel.readOutbound();

		this.channel.writeInbound(ping.withFrom(Jid.of("x.test")).toElement());

		assertThat(this.channel.<Object>readInbound()).isNull();
		advance(59);
		assertThat(this.channel.<Object>readOutbound()).isNull();
		assertThat(this.failures).isEmpty();
	}

	@Test
	void pingOfTheServerIsDelivered() {
		advance(60);
		Iq ping = this.channel.readOutbound();
		Element other = ping.withFrom(Jid.of("x.test")).withTo(Jid.of("me@x.test/a")).toElement();

		this.channel.writeInbound(other);

		assertThat(this.channel.<Object>readInbound()).isEqualTo(other);
	}

	@Test
	void pongIsSwallowed() {
		advance(60);
		Iq ping = this.channel.readOutbound();

		this.channel.writeInbound(ping.result().toElement());

		assertThat(this.channel.<Object>readInbound()).isNull();
		advance(59);
		assertThat(this.channel.<Object>readOutbound()).isNull();
		assertThat(this.failures).isEmpty();
	}

	@Test
	void anythingIsASignOfLife() {
		advance(60);
		assertThat(this.channel.<Object>readOutbound()).isNotNull();

		advance(29);
		this.channel.writeInbound(STANZA);
		advance(30);

		assertThat(this.failures).isEmpty();
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(this.channel.<Object>readInbound()).isEqualTo(STANZA);
	}

	@Test
	void partOfAStanzaIsASignOfLife() {
		for (int i = 0; i < 10; i++) {
			advance(59);
			this.channel.pipeline().fireChannelReadComplete();
		}

		assertThat(this.channel.<Object>readOutbound()).isNull();
	}

	@Test
	void looksAtStanzasOnlyWhileAPongMayCome() {
		List<String> handlers = this.channel.pipeline().names();
		advance(60);
		Iq ping = this.channel.readOutbound();
		assertThat(this.channel.pipeline().names()).hasSize(handlers.size() + 1);

		this.channel.writeInbound(ping.result().toElement());

		assertThat(this.channel.pipeline().names()).isEqualTo(handlers);
		advance(60);
		assertThat(this.channel.<Object>readOutbound()).isNotNull();
		this.channel.writeInbound(STANZA);
		advance(30);
		assertThat(this.channel.pipeline().names()).isEqualTo(handlers);
	}

	@Test
	void deadServerIsFoundWithin90Seconds() {
		advance(60);
		advance(30);

		assertThat(this.failures).singleElement()
			.isInstanceOfSatisfying(StreamException.class,
					(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.CONNECTION_TIMEOUT));
		advance(1);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void nothingHappensAfterTheEnd() {
		this.channel.close();

		advance(600);

		assertThat(this.channel.<Object>readOutbound()).isNull();
		assertThat(this.failures).isEmpty();
	}

	private void advance(int seconds) {
		this.channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
		this.channel.runPendingTasks();
		this.channel.runScheduledPendingTasks();
	}

}
