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

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnector.Attempt;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppConnector} in a process that can open no more sockets.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppConnectorTests {

	private final ConnectionLoop threads = new ConnectionLoop();

	private final EventLoop loop = this.threads.eventLoop();

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	@AfterEach
	void close() {
		this.threads.close();
	}

	@Test
	void failureToMakeASocketIsToldOnTheEventLoop() throws Exception {
		XmppConnector connector = connector();

		begin(connector);

		assertThat(this.told.poll(10, TimeUnit.SECONDS))
			.isEqualTo("true: No connection to 127.0.0.1:5222 could be opened");
	}

	@Test
	void attemptThatHasNoSocketCanBeGivenUp() throws Exception {
		XmppConnector connector = connector();

		Attempt attempt = begin(connector);
		this.loop.submit(attempt::abort).get(10, TimeUnit.SECONDS);

		assertThat(this.told).hasSize(1);
	}

	@Test
	void attemptThatIsGivenUpAtOnceTellsNobody() throws Exception {
		XmppConnector connector = connector();

		this.loop.submit(() -> connector.connect(this.loop, null, new Recorder()).abort()).get(10, TimeUnit.SECONDS);

		this.loop.submit(() -> assertThat(this.told).isEmpty()).get(10, TimeUnit.SECONDS);
	}

	private Attempt begin(XmppConnector connector) throws Exception {
		return this.loop.submit(() -> connector.connect(this.loop, null, new Recorder())).get(10, TimeUnit.SECONDS);
	}

	private XmppConnector connector() {
		StreamNegotiation initiation = StreamNegotiation.builder(Jid.of("bot@example.org")).password("secret").build();
		ServerLookup lookup = new ServerLookup(initiation.account(), "127.0.0.1", 0, initiation.service());
		return new XmppConnector(initiation, lookup, Duration.ofSeconds(10), List.of(), () -> {
			throw new ChannelException(new SocketException("Too many open files"));
		});
	}

	private final class Recorder implements XmppConnector.Listener {

		@Override
		public void connected() {
			throw new AssertionError();
		}

		@Override
		public void negotiated(Channel channel, NegotiatedStream stream) {
			throw new AssertionError();
		}

		@Override
		public void failed(Throwable cause) {
			boolean there = XmppConnectorTests.this.loop.inEventLoop();
			XmppConnectorTests.this.told.add(there + ": " + cause.getMessage());
		}

	}

}
