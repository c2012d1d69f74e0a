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

package io.github.xmppspring.server;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import io.netty.channel.EventLoopGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever asks learns how it ended, also when the server stops.
 *
 * @author XMPP for Spring Boot contributors
 */
class HostedRequestsTests {

	private static final Iq REQUEST = Iq.get(Element.of("urn:xmpp:ping", "ping"))
		.from(Jid.of("echo.localhost"))
		.to(Jid.of("alice@localhost/a"))
		.build();

	private final ServerLoop loop = new ServerLoop();

	private final HostedRequests requests = new HostedRequests(this.loop, new CoreFixture().core,
			Duration.ofMinutes(1));

	@AfterEach
	void stop() {
		this.loop.stop();
	}

	@Test
	void requestBeforeTheStartFails() {
		assertThat(this.requests.send(REQUEST)).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void requestWhileTheServerStopsFails() throws InterruptedException {
		this.loop.start();
		EventLoopGroup group = this.loop.eventLoop().parent();
		group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
		assertThat(group.awaitTermination(5, TimeUnit.SECONDS)).isTrue();

		assertThat(this.requests.send(REQUEST)).failsWithin(ServerExtension.TIMEOUT)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IllegalStateException.class);
	}

}
