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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaIds;
import io.github.xmppspring.stanza.StanzaReading;
import io.github.xmppspring.xml.Element;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppSession}.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppSessionTests {

	private static final Element AVAILABLE = Element
		.parse("<presence xmlns='jabber:client'><show>dnd</show></presence>");

	private static final Element UNAVAILABLE = Element.parse("<presence xmlns='jabber:client' type='unavailable'/>");

	private static final Element BROKEN = Element.parse("<message xmlns='jabber:client'/>");

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final XmppSession session = open();

	@Test
	void availabilityIsTakenBackBeforeTheEnd() {
		this.session.write(AVAILABLE);

		assertThat(this.session.drain()).isCompleted();

		assertThat(sent()).containsExactly(AVAILABLE, UNAVAILABLE);
	}

	@Test
	void availabilityIsTakenBackOnce() {
		this.session.write(AVAILABLE);
		this.session.write(UNAVAILABLE);

		this.session.drain();

		assertThat(sent()).containsExactly(AVAILABLE, UNAVAILABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<presence xmlns='jabber:client' to='a@b.example'/>",
			"<presence xmlns='jabber:client' type='subscribe' to='a@b.example'/>",
			"<message xmlns='jabber:client' to='a@b.example'/>" })
	void whoWasNotAvailableSaysNothing(String xml) {
		this.session.write(Element.parse(xml));

		this.session.drain();

		assertThat(sent()).hasSize(1);
	}

	@Test
	@DisplayName("R11 Old numbers are written if they are wanted")
	void oldNumbersAreWrittenIfWanted() {
		Iq request = Iq.get().query("urn:x").id("1").from(Jid.of("a@b.example")).build();
		this.channel.writeInbound(request.toElement());
		this.session.writeLegacyErrorCodes();
		this.channel.writeInbound(request.toElement());

		assertThat(sent()).extracting((stanza) -> stanza.child("error").attribute("code")).containsExactly(null, "503");
	}

	@Test
	void responsesGoOutBeforeTheStreamFails() {
		assertThat(responsesBefore(() -> this.channel.pipeline().fireExceptionCaught(new IOException("test"))))
			.isEqualTo(1);
	}

	@Test
	void responsesGoOutBeforeAHandlerOfTheSessionEndsTheStream() {
		assertThat(responsesBefore(() -> this.channel.pipeline().fireChannelRead(BROKEN))).isEqualTo(1);
	}

	private int responsesBefore(Runnable failure) {
		List<Integer> sentSoFar = new ArrayList<>();
		this.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
				sentSoFar.add(XmppSessionTests.this.channel.outboundMessages().size());
			}

		});
		Iq request = Iq.get().query("urn:x").id("1").from(Jid.of("a@b.example")).build();
		this.channel.pipeline().fireChannelRead(request.toElement());
		failure.run();
		return sentSoFar.get(0);
	}

	private XmppSession open() {
		this.channel.pipeline().addLast(XmppPipeline.DECODER, new ChannelInboundHandlerAdapter());
		this.channel.pipeline().addLast(XmppPipeline.STREAM_ERRORS, new ChannelInboundHandlerAdapter());
		OwnAddresses own = new ClientAddress(Jid.of("juliet@x.test/balcony"));
		Duration minute = Duration.ofMinutes(1);
		Outbox outbox = new Outbox();
		return XmppSession.open(this.channel, own, StanzaReading.STRICT,
				new XmppSession.Handlers(new KeepAliveHandler(own.pinged(), new StanzaIds(), minute, minute), outbox,
						new IqResponseHandler(new IqCorrelator(false), own),
						new IqRequestHandler((request) -> CompletableFuture
							.completedStage(request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE)), outbox),
						new SessionHandler(outbox, (stanza) -> Assert.state(!stanza.equals(BROKEN), "test"), (rule) -> {
						}, (cause) -> {
						})));
	}

	private List<Element> sent() {
		this.channel.runPendingTasks();
		List<Element> sent = new ArrayList<>();
		for (Element next = this.channel.readOutbound(); next != null; next = this.channel.readOutbound()) {
			sent.add(next);
		}
		return sent;
	}

}
