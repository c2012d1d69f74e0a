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

package io.github.xmppspring.codec;

import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamEncoder}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamEncoderTests {

	private final EmbeddedChannel channel = new EmbeddedChannel(new StreamEncoder(Namespaces.CLIENT));

	@Test
	void stanzaGoesOutWithoutItsNamespace() {
		write(Element.parse("<iq xmlns='jabber:client' type='get'><query xmlns='jabber:iq:version'/></iq>"));

		assertThat(sent()).isEqualTo("<iq type=\"get\"><query xmlns=\"jabber:iq:version\"/></iq>");
	}

	@Test
	void elementInNoNamespaceSaysSo() {
		write(Element.parse("<a/>"));

		assertThat(sent()).isEqualTo("<a xmlns=\"\"/>");
	}

	@Test
	void elementsRelyOnTheHeaderThatWasSent() {
		write(StreamHeader.initial(Namespaces.COMPONENT_ACCEPT, null, "echo.example"));
		sent();

		write(Element.of(Namespaces.COMPONENT_ACCEPT, "handshake"));
		write(Element.of(Namespaces.CLIENT, "iq"));

		assertThat(sent()).isEqualTo("<handshake/><iq xmlns=\"jabber:client\"/>");
	}

	@Test
	void nothingFollowsTheFooter() {
		write(StreamFooter.INSTANCE);
		assertThat(sent()).isEqualTo("</stream:stream>");

		ChannelFuture second = this.channel.writeOneOutbound(StreamFooter.INSTANCE);
		ChannelFuture late = this.channel.writeOneOutbound(Element.of(Namespaces.CLIENT, "iq"));
		this.channel.flushOutbound();

		assertThat(second.isSuccess()).isTrue();
		assertThat(late.cause()).isInstanceOf(ClosedChannelException.class);
		assertThat(sent()).isEmpty();
	}

	@Test
	void secondFooterIsWrittenWithTheFirst() {
		ChannelFuture element = this.channel.write(Element.of(Namespaces.CLIENT, "iq"));
		ChannelFuture first = this.channel.write(StreamFooter.INSTANCE);
		ChannelFuture second = this.channel.write(StreamFooter.INSTANCE).addListener(ChannelFutureListener.CLOSE);
		assertThat(second.isDone()).isFalse();

		this.channel.flush();

		assertThat(sent()).isEqualTo("<iq/></stream:stream>");
		assertThat(element.isSuccess()).isTrue();
		assertThat(first.isSuccess()).isTrue();
		assertThat(second.isSuccess()).isTrue();
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void newHeaderBeginsANewStream() {
		write(StreamFooter.INSTANCE);
		write(StreamHeader.initial(Namespaces.CLIENT, null, "a.example"));
		sent();

		write(Element.of(Namespaces.CLIENT, "iq"));

		assertThat(sent()).isEqualTo("<iq/>");
	}

	@Test
	void valuesOfTheHeaderAreEscaped() {
		write(StreamHeader.initial(Namespaces.CLIENT, "a'b\"<&>@a.example", "a.example"));

		CodecChannel peer = new CodecChannel(Namespaces.CLIENT, XmlLimits.DEFAULT);
		peer.feed(sent());
		assertThat(peer.received(StreamHeader.class)).singleElement()
			.satisfies((header) -> assertThat(header.from()).isEqualTo("a'b\"<&>@a.example"));
	}

	@Test
	void bytesPass() {
		write(Unpooled.copiedBuffer(" ", StandardCharsets.UTF_8));

		assertThat(sent()).isEqualTo(" ");
	}

	@Test
	void whatIsFlushedTogetherIsOneBuffer() {
		ChannelFuture first = this.channel.write(Element.of(Namespaces.CLIENT, "iq"));
		ChannelFuture second = this.channel.write(Element.of(Namespaces.CLIENT, "message"));
		assertThat(this.channel.<ByteBuf>readOutbound()).isNull();
		assertThat(first.isDone()).isFalse();

		this.channel.flush();

		assertThat(this.channel.outboundMessages()).hasSize(1);
		assertThat(sent()).isEqualTo("<iq/><message/>");
		assertThat(first.isSuccess()).isTrue();
		assertThat(second.isSuccess()).isTrue();
	}

	@Test
	void elementThatCannotBeWrittenLeavesOthersAlone() {
		ChannelFuture before = this.channel.write(Element.of(Namespaces.CLIENT, "iq"));
		ChannelFuture deep = this.channel.write(nested(200_000));
		ChannelFuture after = this.channel.write(Element.of(Namespaces.CLIENT, "message"));

		this.channel.flush();

		assertThat(sent()).isEqualTo("<iq/><message/>");
		assertThat(before.isSuccess()).isTrue();
		assertThat(deep.isSuccess()).isFalse();
		assertThat(after.isSuccess()).isTrue();
	}

	@Test
	void manyBytesDoNotWaitForTheFlush() {
		Element message = Element.builder(Namespaces.CLIENT, "message").text("x".repeat(WriteBatch.MAX_BYTES)).build();

		this.channel.write(message);
		this.channel.write(Element.of(Namespaces.CLIENT, "iq"));

		assertThat(this.channel.unsafe().outboundBuffer().totalPendingWriteBytes())
			.isBetween((long) WriteBatch.MAX_BYTES, WriteBatch.MAX_BYTES + 1000L);
		this.channel.flush();
		assertThat(sent()).endsWith("</message><iq/>");
	}

	@Test
	void otherMessagesKeepTheirPlace() {
		this.channel.write(Element.of(Namespaces.CLIENT, "iq"));
		this.channel.write(Unpooled.copiedBuffer(" ", StandardCharsets.UTF_8));
		this.channel.write(Element.of(Namespaces.CLIENT, "message"));

		this.channel.flush();

		assertThat(sent()).isEqualTo("<iq/> <message/>");
	}

	@Test
	void whatWasNotFlushedFailsWhenTheChannelIsClosed() {
		ChannelFuture element = this.channel.write(Element.of(Namespaces.CLIENT, "iq"));
		ChannelFuture footer = this.channel.write(StreamFooter.INSTANCE);

		this.channel.close();

		assertThat(element.cause()).isInstanceOf(ClosedChannelException.class);
		assertThat(footer.cause()).isInstanceOf(ClosedChannelException.class);
		assertThat(sent()).isEmpty();
	}

	@Test
	void whatIsWrittenToAClosedChannelFails() {
		this.channel.close();

		ChannelFuture one = this.channel.write(Element.of(Namespaces.CLIENT, "iq"));
		ChannelFuture other = this.channel.writeAndFlush(Element.of(Namespaces.CLIENT, "iq"));

		assertThat(one.cause()).isInstanceOf(ClosedChannelException.class);
		assertThat(other.cause()).isInstanceOf(ClosedChannelException.class);
	}

	private static Element nested(int depth) {
		Element element = Element.of(Namespaces.CLIENT, "a");
		for (int i = 0; i < depth; i++) {
			element = Element.builder(Namespaces.CLIENT, "a").child(element).build();
		}
		return element;
	}

	private ChannelFuture write(Object message) {
		ChannelFuture future = this.channel.writeAndFlush(message);
		this.channel.runPendingTasks();
		return future;
	}

	private String sent() {
		StringBuilder sent = new StringBuilder();
		for (ByteBuf bytes = this.channel.readOutbound(); bytes != null; bytes = this.channel.readOutbound()) {
			sent.append(bytes.toString(StandardCharsets.UTF_8));
			bytes.release();
		}
		return sent.toString();
	}

}
