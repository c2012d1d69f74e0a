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

package io.github.xmppspring.negotiation.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.negotiation.ChannelLink;
import io.github.xmppspring.negotiation.NegotiationHandler;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A scripted client or component that opens a stream to the side that accepts it.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class ReceptionConversation implements StreamReceptionListener {

	private final EmbeddedChannel server = new EmbeddedChannel(false, false);

	private final EmbeddedChannel client = new EmbeddedChannel();

	private final ChannelLink link = new ChannelLink(this.client, this.server);

	private final String contentNamespace;

	private final Queue<Object> sent = new ArrayDeque<>();

	private final List<Element> delivered = new ArrayList<>();

	private ReceivedStream received;

	private Throwable failure;

	private String streamId = "";

	private ReceptionConversation(String contentNamespace,
			BiConsumer<ChannelPipeline, StreamReceptionListener> reception) {
		this.contentNamespace = contentNamespace;
		XmppPipeline.addCodec(this.client.pipeline(), contentNamespace, XmlLimits.DEFAULT);
		this.client.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				ReceptionConversation.this.sent.add(message);
			}

		});
		reception.accept(this.server.pipeline(), this);
		try {
			this.server.register();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		this.link.exchange();
	}

	public static ReceptionConversation with(ClientStreamReception reception) {
		return new ReceptionConversation(Namespaces.CLIENT, reception::initialize);
	}

	public static ReceptionConversation with(ComponentStreamReception reception) {
		return new ReceptionConversation(Namespaces.COMPONENT_ACCEPT, reception::initialize);
	}

	@Override
	public void received(Channel channel, ReceivedStream stream) {
		assertThat(this.received == null && this.failure == null).as("the listener is told once").isTrue();
		assertThat(channel.pipeline().get(NegotiationHandler.class)).isNull();
		this.received = stream;
		channel.pipeline().addBefore(XmppPipeline.STREAM_ERRORS, "test", new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				ReceptionConversation.this.delivered.add((Element) message);
			}

		});
	}

	@Override
	public void failed(Throwable cause) {
		assertThat(this.received == null && this.failure == null).as("the listener is told once").isTrue();
		this.failure = cause;
	}

	/**
	 * Sends any part of a stream.
	 */
	public ReceptionConversation send(String xml) {
		return send(xml.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sends any bytes.
	 */
	public ReceptionConversation send(byte[] bytes) {
		this.client.writeOutbound(Unpooled.copiedBuffer(bytes));
		this.link.exchange();
		return this;
	}

	/**
	 * Opens a stream to {@code example.org}.
	 * @param attributes further attributes of the header
	 */
	public ReceptionConversation open(String... attributes) {
		return header("to='example.org' version='1.0' " + String.join(" ", attributes));
	}

	/**
	 * Opens a stream.
	 * @param attributes all attributes of the header
	 */
	public ReceptionConversation header(String attributes) {
		XmppPipeline.restart(this.client.pipeline(), XmlLimits.DEFAULT);
		return send("<?xml version='1.0'?><stream:stream xmlns='%s' xmlns:stream='http://etherx.jabber.org/streams' %s>"
			.formatted(this.contentNamespace, attributes));
	}

	/**
	 * Expects the header of the server.
	 */
	public ReceptionConversation expectHeader(String from, String to) {
		Object message = next();
		assertThat(message).isInstanceOf(StreamHeader.class);
		StreamHeader header = (StreamHeader) message;
		assertThat(header.from()).as("from of the stream header").isEqualTo(from);
		assertThat(header.to()).as("to of the stream header").isEqualTo(to);
		assertThat(header.language()).as("language of the stream header").isEqualTo("en");
		assertThat(header.id()).as("id of the stream header").hasSizeGreaterThan(20).isNotEqualTo(this.streamId);
		assertThat(header.version()).as("version of the stream header")
			.isEqualTo(this.contentNamespace.equals(Namespaces.CLIENT) ? "1.0" : null);
		this.streamId = header.id();
		return this;
	}

	/**
	 * Expects an element.
	 */
	public ReceptionConversation expect(String xml) {
		assertThat(nextElement().toString()).isEqualTo(Element.parse(xml).toString());
		return this;
	}

	/**
	 * Takes whatever element comes next.
	 */
	public Element skip() {
		return nextElement();
	}

	/**
	 * Expects the features of the stream.
	 */
	public ReceptionConversation expectFeatures(String... features) {
		return expect("<stream:features xmlns:stream='http://etherx.jabber.org/streams'>" + String.join("", features)
				+ "</stream:features>");
	}

	/**
	 * Expects an element with Base64 in it.
	 */
	public byte[] expectData(String localName) {
		Element element = nextElement();
		assertThat(element.localName()).isEqualTo(localName);
		return Base64.getDecoder().decode(element.text());
	}

	/**
	 * Expects that an authentication is refused.
	 */
	public ReceptionConversation expectSaslFailure(String condition) {
		return expect("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><" + condition + "/></failure>");
	}

	/**
	 * Expects a stream error and the end of the connection.
	 */
	public ReceptionConversation expectError(String condition) {
		expect("<stream:error xmlns:stream='http://etherx.jabber.org/streams'><" + condition
				+ " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
		return expectFooter();
	}

	/**
	 * Expects the end of the stream and the connection.
	 */
	public ReceptionConversation expectFooter() {
		assertThat(next()).isEqualTo(StreamFooter.INSTANCE);
		return expectClosed();
	}

	/**
	 * Expects the end of the connection without any further word.
	 */
	public ReceptionConversation expectClosed() {
		this.link.exchange();
		assertThat(this.sent).isEmpty();
		assertThat(this.server.isOpen()).as("the connection is open").isFalse();
		assertThat(this.server.runScheduledPendingTasks()).as("no timer is left").isEqualTo(-1);
		return this;
	}

	/**
	 * Expects that there is nothing to read yet.
	 */
	public ReceptionConversation expectNothing() {
		this.link.exchange();
		assertThat(this.sent).isEmpty();
		assertThat(this.server.isOpen()).as("the connection is open").isTrue();
		return this;
	}

	/**
	 * Begins the TLS handshake as a client.
	 */
	public ReceptionConversation startTls(SslContext context) {
		XmppPipeline.restart(this.client.pipeline(), XmlLimits.DEFAULT);
		XmppPipeline.addSsl(this.client.pipeline(), context.newHandler(this.client.alloc()));
		this.link.exchange();
		return this;
	}

	/**
	 * Closes the connection without a word.
	 */
	public ReceptionConversation close() {
		this.server.close();
		this.link.exchange();
		return this;
	}

	/**
	 * Lets time pass for the server.
	 */
	public ReceptionConversation sleep(Duration time) {
		this.server.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
		this.server.runScheduledPendingTasks();
		this.link.exchange();
		return this;
	}

	/**
	 * Runs a part of a conversation.
	 */
	public ReceptionConversation then(UnaryOperator<ReceptionConversation> part) {
		return part.apply(this);
	}

	public ReceivedStream received() {
		assertThat(this.failure).isNull();
		assertThat(this.received).as("the stream is negotiated").isNotNull();
		assertThat(this.server.isOpen()).isTrue();
		assertThat(this.server.runScheduledPendingTasks()).as("no timer is left").isEqualTo(-1);
		return this.received;
	}

	public Throwable failure() {
		assertThat(this.failure).as("the negotiation has failed").isNotNull();
		return this.failure;
	}

	public boolean ended() {
		return this.received != null || this.failure != null;
	}

	public String streamId() {
		return this.streamId;
	}

	/**
	 * What was delivered after the negotiation.
	 */
	public List<Element> delivered() {
		return this.delivered;
	}

	private Element nextElement() {
		Object message = next();
		assertThat(message).isInstanceOf(Element.class);
		return (Element) message;
	}

	private Object next() {
		this.link.exchange();
		Object message = this.sent.poll();
		assertThat(message).as("what the server sends next (failure so far: %s)", this.failure).isNotNull();
		return message;
	}

}
