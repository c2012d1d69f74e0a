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

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A scripted server: a test tells in turn what has to come from the client and what goes
 * back. Elements are compared by value; the {@code id} of a stanza, which nobody can
 * foresee, is written as {@code *} in what is expected and in the reply.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class StreamConversation implements NegotiationListener {

	/** What a server says first; a restart leads here again. */
	public static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
			+ "xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='s1' version='1.0'>";

	private final EmbeddedChannel client;

	private final EmbeddedChannel server;

	private final Queue<Object> received = new ArrayDeque<>();

	private final List<Element> delivered = new ArrayList<>();

	private Consumer<Throwable> serverFailure = (ex) -> {
		throw new AssertionError("The server failed", ex);
	};

	private String lastId = "";

	private NegotiatedStream negotiated;

	private Throwable failure;

	private StreamConversation(StreamInitiation initiation, SocketAddress address, SslContext directTls) {
		this.server = new EmbeddedChannel();
		XmppPipeline.addCodec(this.server.pipeline(), initiation.contentNamespace(), XmlLimits.DEFAULT);
		if (directTls != null) {
			startTls(directTls);
		}
		this.server.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				StreamConversation.this.received.add(message);
			}

			@Override
			public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
				StreamConversation.this.serverFailure.accept(cause);
			}

		});
		this.client = new EmbeddedChannel(false, false) {

			@Override
			protected SocketAddress remoteAddress0() {
				return address;
			}

		};
		initiation.initialize(this.client.pipeline(), this);
		try {
			this.client.register();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		exchange();
	}

	/**
	 * Connects a client to a server on this machine.
	 * @param initiation how the client opens the stream
	 * @return the conversation
	 */
	public static StreamConversation with(StreamInitiation initiation) {
		return new StreamConversation(initiation, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5222), null);
	}

	/**
	 * Connects a client to a server somewhere else.
	 * @param initiation how the client opens the stream
	 * @param address the address of the server
	 * @return the conversation
	 */
	public static StreamConversation with(StreamInitiation initiation, SocketAddress address) {
		return new StreamConversation(initiation, address, null);
	}

	/**
	 * Connects a client to a server that speaks TLS at once.
	 * @param initiation how the client opens the stream
	 * @param tls the TLS of the server
	 * @return the conversation
	 */
	public static StreamConversation withTls(StreamInitiation initiation, SslContext tls) {
		return new StreamConversation(initiation, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5223), tls);
	}

	@Override
	public void negotiated(Channel channel, NegotiatedStream stream) {
		assertThat(ended()).as("the listener is told once").isFalse();
		assertThat(channel.pipeline().get(StreamNegotiationHandler.class)).isNull();
		this.negotiated = stream;
		channel.pipeline().addBefore(XmppPipeline.STREAM_ERRORS, "test", new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				StreamConversation.this.delivered.add((Element) message);
			}

		});
	}

	@Override
	public void failed(Throwable cause) {
		assertThat(ended()).as("the listener is told once").isFalse();
		this.failure = cause;
	}

	/**
	 * Expects the header of a stream.
	 * @param from the address that the client shows, or {@code null}
	 * @return this conversation
	 */
	public StreamConversation expectHeader(String from) {
		Object message = next();
		assertThat(message).isInstanceOf(StreamHeader.class);
		StreamHeader header = (StreamHeader) message;
		assertThat(header.from()).as("from of the stream header").isEqualTo(from);
		assertThat(header.to()).as("to of the stream header").isEqualTo("example.org");
		assertThat(header.version()).as("version of the stream header").isEqualTo("1.0");
		return this;
	}

	/**
	 * Expects the header of a stream without a version.
	 * @param to the address that the stream is for
	 * @return this conversation
	 */
	public StreamConversation expectHeaderWithoutVersion(String to) {
		Object message = next();
		assertThat(message).isInstanceOf(StreamHeader.class);
		StreamHeader header = (StreamHeader) message;
		assertThat(header.from()).as("from of the stream header").isNull();
		assertThat(header.to()).as("to of the stream header").isEqualTo(to);
		assertThat(header.version()).as("version of the stream header").isNull();
		return this;
	}

	/**
	 * Expects an element.
	 * @param xml the element, with {@code *} for the id of a stanza
	 * @return this conversation
	 */
	public StreamConversation expect(String xml) {
		Element element = nextElement();
		String id = element.attribute("id");
		if (id != null) {
			this.lastId = id;
			element = element.mutate().attribute("id", "*").build();
		}
		assertThat(element.toString()).isEqualTo(Element.parse(xml).toString());
		return this;
	}

	/**
	 * Expects an element with Base64 in it.
	 * @param localName the name of the element
	 * @return the data
	 */
	public byte[] expectData(String localName) {
		Element element = nextElement();
		assertThat(element.localName()).isEqualTo(localName);
		return Base64.getDecoder().decode(element.text());
	}

	/**
	 * Expects the end of the stream and the connection.
	 * @return this conversation
	 */
	public StreamConversation expectFooter() {
		assertThat(next()).isEqualTo(StreamFooter.INSTANCE);
		return expectClosed();
	}

	/**
	 * Expects the end of the connection without any further word.
	 * @return this conversation
	 */
	public StreamConversation expectClosed() {
		assertThat(this.received).isEmpty();
		assertThat(this.client.isOpen()).as("the connection is open").isFalse();
		return this;
	}

	/**
	 * Sends something.
	 * @param xml any part of a stream, with {@code *} for the id of the last stanza
	 * @return this conversation
	 */
	public StreamConversation reply(String xml) {
		String text = xml.replace("id='*'", "id='" + this.lastId + "'");
		this.server.writeOutbound(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
		exchange();
		return this;
	}

	/**
	 * Sends an element of SASL with data in it.
	 * @param localName the name of the element
	 * @param data the data
	 * @return this conversation
	 */
	public StreamConversation replyData(String localName, byte[] data) {
		return reply("<%s xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>%s</%s>".formatted(localName,
				Base64.getEncoder().encodeToString(data), localName));
	}

	/**
	 * Sends the header and features.
	 * @param features the elements of the features
	 * @return this conversation
	 */
	public StreamConversation open(String... features) {
		return reply(HEADER + "<stream:features>" + String.join("", features) + "</stream:features>");
	}

	/**
	 * Sends an element after which the client begins a new stream.
	 * @param xml the element
	 * @return this conversation
	 */
	public StreamConversation replyAndRestart(String xml) {
		XmppPipeline.restart(this.server.pipeline(), XmlLimits.DEFAULT);
		return reply(xml);
	}

	/**
	 * Agrees to STARTTLS.
	 * @param context the TLS of the server
	 * @return this conversation
	 */
	public StreamConversation proceed(SslContext context) {
		XmppPipeline.restart(this.server.pipeline(), XmlLimits.DEFAULT);
		this.server.writeOutbound(
				Unpooled.copiedBuffer("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", StandardCharsets.UTF_8));
		this.server.runPendingTasks();
		ByteBuf proceed = this.server.readOutbound();
		startTls(context);
		this.client.writeInbound(proceed);
		exchange();
		return this;
	}

	private void startTls(SslContext context) {
		XmppPipeline.addSsl(this.server.pipeline(), context.newHandler(this.server.alloc()));
	}

	/**
	 * Tells the server not to mind that TLS fails.
	 * @return this conversation
	 */
	public StreamConversation ignoringServerFailures() {
		this.serverFailure = (ex) -> {
		};
		return this;
	}

	/**
	 * Closes the connection without a word.
	 * @return this conversation
	 */
	public StreamConversation close() {
		this.client.close();
		exchange();
		return this;
	}

	/**
	 * Lets time pass for the client.
	 * @param time how much time
	 * @return this conversation
	 */
	public StreamConversation sleep(Duration time) {
		this.client.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
		this.client.runScheduledPendingTasks();
		exchange();
		return this;
	}

	/**
	 * Runs a part of a conversation.
	 * @param part what happens
	 * @return this conversation
	 */
	public StreamConversation then(UnaryOperator<StreamConversation> part) {
		return part.apply(this);
	}

	public NegotiatedStream negotiated() {
		assertThat(this.failure).isNull();
		assertThat(this.negotiated).as("the stream is negotiated").isNotNull();
		assertThat(this.client.isOpen()).isTrue();
		assertThat(this.client.runScheduledPendingTasks()).as("no timer is left").isEqualTo(-1);
		return this.negotiated;
	}

	public Throwable failure() {
		assertThat(this.failure).as("the negotiation has failed").isNotNull();
		return this.failure;
	}

	public boolean ended() {
		return this.negotiated != null || this.failure != null;
	}

	/**
	 * What was delivered after the negotiation.
	 * @return the elements
	 */
	public List<Element> delivered() {
		return this.delivered;
	}

	/**
	 * The TLS of the server.
	 * @return the handler
	 */
	public SslHandler serverTls() {
		return this.server.pipeline().get(SslHandler.class);
	}

	private Element nextElement() {
		Object message = next();
		assertThat(message).isInstanceOf(Element.class);
		return (Element) message;
	}

	private Object next() {
		exchange();
		Object message = this.received.poll();
		assertThat(message).as("what the client sends next (failure so far: %s)", this.failure).isNotNull();
		return message;
	}

	private void exchange() {
		new ChannelLink(this.client, this.server).exchange();
	}

}
