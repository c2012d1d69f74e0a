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

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamFramer} and {@link StreamScanner}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamFramerTests {

	private static final String HEADER = "<stream:stream xmlns='jabber:client'"
			+ " xmlns:stream='http://etherx.jabber.org/streams'>";

	private static final int LIMIT = 200;

	private final CodecChannel codec = new CodecChannel(Namespaces.CLIENT, XmlLimits.DEFAULT.withStanzaBytes(LIMIT))
		.swallowingExceptions();

	@Test
	void elementIsDeliveredWithItsLastByte() {
		this.codec.feed(HEADER);
		this.codec.feed("<message><body>a > b</body></message");
		assertThat(this.codec.received(Element.class)).isEmpty();

		this.codec.feed(">");

		assertThat(this.codec.received(Element.class)).hasSize(1);
	}

	@Test
	void tagInAnAttributeIsRefusedAtOnce() {
		this.codec.feed(HEADER + "<message a='<");

		assertThat(this.codec.failure()).isEqualTo(StreamErrorCondition.NOT_WELL_FORMED);
	}

	@Test
	void delimitersInAttributesAndCdataEndNothing() {
		this.codec.feed(HEADER + "<message a='/>' b=\"'/>\"><body><![CDATA[</body></message>]]]]></body></message>");

		assertThat(this.codec.received(Element.class)).singleElement()
			.satisfies((message) -> assertThat(message.children().get(0).text()).isEqualTo("</body></message>]]"));
	}

	@Test
	void whiteSpaceBetweenStanzasIsNotKept() {
		this.codec.feed(HEADER);
		for (int i = 0; i < 10_000; i++) {
			this.codec.feed(" \r\n\t");
		}
		this.codec.feed("<presence/>");

		assertThat(this.codec.mostUnread).isZero();
		assertThat(this.codec.received(Element.class)).hasSize(1);
	}

	@Test
	void whiteSpaceBeforeTheHeaderIsNotKept() {
		this.codec.feed("\n".repeat(100_000));
		this.codec.feed(HEADER + "<presence/>");

		assertThat(this.codec.mostUnread).isZero();
		assertThat(this.codec.received(Element.class)).hasSize(1);
	}

	@Test
	void stanzaOfExactlyTheLimitIsTaken() {
		String message = "<message><body>" + "x".repeat(LIMIT - 32) + "</body></message>";
		assertThat(message).hasSize(LIMIT);

		this.codec.feed(HEADER + message + message);

		assertThat(this.codec.received(Element.class)).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<message><body>", "<message a='", "<message ", "<m", "<message></message ",
			"<message><body><![CDATA[", "<message><a/>" })
	void stanzaIsRefusedAsSoonAsItIsLongerThanTheLimit(String start) {
		this.codec.feed(HEADER);
		this.codec.feed(start + "]".repeat(LIMIT - start.length() - 1));
		assertThat(this.codec.failure()).isNull();

		this.codec.feed("]");

		assertThat(this.codec.failure()).isEqualTo(StreamErrorCondition.POLICY_VIOLATION);
	}

	@Test
	void headerIsBoundedWhateverTheLimitIs() {
		CodecChannel generous = new CodecChannel(Namespaces.CLIENT, XmlLimits.DEFAULT).swallowingExceptions();

		generous.feed("<?xml version='1.0'?>" + " ".repeat(16 * 1024) + HEADER);

		assertThat(generous.failure()).isEqualTo(StreamErrorCondition.POLICY_VIOLATION);
	}

	@Test
	void afterTheFooterNothingIsDelivered() {
		this.codec.feed(HEADER + "</stream:stream>");
		this.codec.feed("<presence/> x <!-- c -->");

		assertThat(this.codec.received).hasSize(2).endsWith(StreamFooter.INSTANCE);
		assertThat(this.codec.mostUnread).isZero();
	}

	@Test
	void afterAnErrorNothingIsDeliveredAndNothingKept() {
		this.codec.feed(HEADER + "x");
		this.codec.feed("<presence/>");
		this.codec.feed("y");

		assertThat(this.codec.failure()).isEqualTo(StreamErrorCondition.BAD_FORMAT);
		assertThat(this.codec.received(Element.class)).isEmpty();
		assertThat(this.codec.mostUnread).isZero();
	}

	@Test
	void whatCameBeforeTheErrorIsDelivered() {
		this.codec.feed(HEADER + "<presence/><message/>x");

		assertThat(this.codec.received(Element.class)).hasSize(2);
		assertThat(this.codec.failure()).isEqualTo(StreamErrorCondition.BAD_FORMAT);
	}

	@Test
	void cutElementIsNotDelivered() {
		this.codec.feed(HEADER + "<message><body>x");

		this.codec.channel.close();

		assertThat(this.codec.received).hasSize(1);
	}

	@Test
	void bytesThatComeWhileAnElementIsDeliveredAreReadBehindIt() {
		this.codec.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object message) {
				if (message instanceof Element element && element.is(Namespaces.CLIENT, "message")) {
					ctx.pipeline().fireChannelRead(Unpooled.copiedBuffer("<iq/><a>" + "x".repeat(100), UTF_8));
				}
			}

		});

		this.codec.feed(HEADER + "<message/><presence/>");
		this.codec.feed("</a>");

		assertThat(this.codec.received(Element.class)).extracting(Element::localName)
			.containsExactly("message", "presence", "iq", "a");
	}

	@Test
	void readsOnDemandUntilThereIsAFrame() {
		List<String> reads = new ArrayList<>();
		this.codec.channel.config().setAutoRead(false);
		this.codec.channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {

			@Override
			public void read(ChannelHandlerContext ctx) {
				reads.add("read");
			}

		});

		this.codec.feed("<stream:stream xmlns='jabber:client'");
		assertThat(reads).hasSize(1);
		this.codec.feed(" xmlns:stream='http://etherx.jabber.org/streams'>");

		assertThat(reads).hasSize(1);
	}

	@Test
	void whatIsNoBytesPasses() {
		this.codec.channel.pipeline().fireChannelRead("value");

		assertThat(this.codec.received).containsExactly("value");
	}

	@ParameterizedTest
	@CsvSource({ "HTTP/1.1 400 Bad Request, not-well-formed", "</stream:stream>, not-well-formed",
			"<!DOCTYPE s>, restricted-xml", "<?php ?>, restricted-xml", "<?xmlx ?>, restricted-xml",
			"' <?xml version=\"1.0\"?>', restricted-xml", "<?xml version='1.0'?><?xml version='1.0'?>, restricted-xml",
			"<?xml version='1.0' ?x?>, not-well-formed", "\uFEFF<stream:stream>, not-well-formed",
			"<![CDATA[x]]>, bad-format", "< stream>, not-well-formed" })
	void streamMustStartWithItsHeader(String bytes, String condition) {
		this.codec.feed(bytes);

		assertThat(this.codec.failure()).hasToString(condition);
	}

}
