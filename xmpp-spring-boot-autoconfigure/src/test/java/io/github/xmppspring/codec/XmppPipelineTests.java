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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLException;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link XmppPipeline}, and for the codec as a whole.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppPipelineTests {

	private static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
			+ " xmlns:stream='http://etherx.jabber.org/streams' id='s1' from='a.example' version='1.0'>";

	private final EmbeddedChannel channel = new EmbeddedChannel();

	XmppPipelineTests() {
		XmppPipeline.addCodec(this.channel.pipeline(), Namespaces.CLIENT, XmlLimits.DEFAULT);
	}

	@Test
	void readsHeaderElementsAndFooter() {
		receive(HEADER + "<presence from='b@a.example'/> \n<message><body>x</body></message></stream:stream>");

		StreamHeader header = this.channel.readInbound();
		assertThat(header.id()).isEqualTo("s1");
		assertThat(header.from()).isEqualTo("a.example");
		assertThat(header.contentNamespace()).isEqualTo(Namespaces.CLIENT);
		assertThat(this.channel.<Object>readInbound())
			.isEqualTo(Element.parse("<presence xmlns='jabber:client' from='b@a.example'/>"));
		assertThat(this.channel.<Object>readInbound())
			.isEqualTo(Element.parse("<message xmlns='jabber:client'><body>x</body></message>"));
		assertThat(this.channel.<Object>readInbound()).isEqualTo(StreamFooter.INSTANCE);
		assertThat(this.channel.<Object>readInbound()).isNull();
	}

	@Test
	void writesHeaderElementsAndFooter() {
		this.channel.writeOutbound(StreamHeader.initial(Namespaces.CLIENT, null, "a.example"));
		this.channel.writeOutbound(Element.parse("<presence xmlns='jabber:client'><priority>1</priority></presence>"));
		this.channel.writeOutbound(StreamError.of(StreamErrorCondition.RESET).toElement());
		this.channel.writeOutbound(StreamFooter.INSTANCE);

		assertThat(sent()).isEqualTo("<?xml version='1.0'?><stream:stream xmlns=\"jabber:client\""
				+ " xmlns:stream=\"http://etherx.jabber.org/streams\" to=\"a.example\" version=\"1.0\">"
				+ "<presence><priority>1</priority></presence>"
				+ "<stream:error><reset xmlns=\"urn:ietf:params:xml:ns:xmpp-streams\"/></stream:error>"
				+ "</stream:stream>");
	}

	@Test
	void whoTakesAnElementMayRestartTheStream() {
		List<Object> received = new ArrayList<>();
		this.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object message) {
				received.add(message);
				if (message instanceof Element element && element.localName().equals("success")) {
					XmppPipeline.restart(ctx.pipeline(), XmlLimits.DEFAULT);
				}
			}

		});

		receive(HEADER + "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>" + HEADER.replace("'s1'", "'s2'")
				+ "<presence/>");

		assertThat(received).hasSize(4);
		assertThat(received.get(2)).isInstanceOfSatisfying(StreamHeader.class,
				(header) -> assertThat(header.id()).isEqualTo("s2"));
	}

	@Test
	void newLimitsHoldFromTheRestartOn() {
		String message = "<message><body>0123456789</body></message>";
		receive(HEADER + message);
		XmppPipeline.restart(this.channel.pipeline(), XmlLimits.DEFAULT.withStanzaBytes(HEADER.length()));

		receive(HEADER);
		assertThat(this.channel.inboundMessages()).hasSize(3);
		List<Throwable> failures = failures();
		receive("<message><body>" + "0123456789".repeat(20));

		assertThat(failures).singleElement()
			.isInstanceOfSatisfying(StreamException.class,
					(ex) -> assertThat(ex.error().condition()).isEqualTo(StreamErrorCondition.POLICY_VIOLATION));
	}

	@Test
	void tellsWhatCameInBehindTheElementThatIsBeingDelivered() {
		List<Integer> unread = new ArrayList<>();
		this.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object message) {
				unread.add(XmppPipeline.unreadBytes(ctx.pipeline()));
			}

		});
		failures();

		receive(HEADER + "<presence/>");
		receive("<presence/>");
		receive("<presence/>evil");

		assertThat(unread).containsExactly("<presence/>".length(), 0, 0, "evil".length());
		assertThat(XmppPipeline.unreadBytes(this.channel.pipeline())).isZero();
	}

	@Test
	void tlsStandsBehindTheFlushesAndBeforeTheCodec() {
		XmppPipeline.addSsl(this.channel.pipeline(), new ChannelInboundHandlerAdapter());

		assertThat(this.channel.pipeline().names()).startsWith(XmppPipeline.FLUSH, XmppPipeline.SSL,
				XmppPipeline.DECODER, XmppPipeline.ENCODER);
	}

	@Test
	void whatCameInsteadOfTlsIsNotTold() throws SSLException {
		SslContext context = SslContextBuilder.forClient().build();
		XmppPipeline.addSsl(this.channel.pipeline(), context.newHandler(this.channel.alloc()));
		List<Throwable> failures = failures();

		receive("<secret/>");

		assertThat(failures).isNotEmpty()
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(SSLException.class).hasNoCause())
			.noneSatisfy((failure) -> assertThat(failure.toString())
				.contains(ByteBufUtil.hexDump("<secret/>".getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void failureOfTlsIsToldAsSuch() {
		SSLException failure = new SSLException("bad record");
		List<Throwable> failures = failures();

		this.channel.pipeline().fireExceptionCaught(new DecoderException(failure));

		assertThat(failures).containsExactly(failure);
	}

	@Test
	void withoutCodecNothingCanBeRestarted() {
		EmbeddedChannel other = new EmbeddedChannel();

		assertThatIllegalStateException().isThrownBy(() -> XmppPipeline.restart(other.pipeline(), XmlLimits.DEFAULT));
	}

	private List<Throwable> failures() {
		List<Throwable> failures = new ArrayList<>();
		this.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
				failures.add(cause);
			}

		});
		return failures;
	}

	private void receive(String xml) {
		this.channel.writeInbound(Unpooled.copiedBuffer(xml, StandardCharsets.UTF_8));
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
