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

package io.github.xmppspring.benchmark.jmh;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.stax.WstxInputFactory;
import io.github.xmppspring.codec.IqCodec;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The bytes of a stream to its {@link Iq}s, through the handlers of the pipeline, beside
 * Woodstox that reads the same bytes and makes nothing of them. Figures are per stanza.
 *
 * @author XMPP for Spring Boot contributors
 */
public class InboundBenchmark extends ShortBenchmark {

	private static final int STANZAS = 1000;

	private static final int READ = 8 * 1024;

	@Param
	private Sample sample;

	private final Received received = new Received();

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final XMLInputFactory woodstox = new WstxInputFactory();

	private byte[] stanza;

	private byte[] stanzas;

	private byte[] stream;

	@Setup
	public void openStream() {
		this.stanza = this.sample.bytes();
		this.stanzas = this.sample.xml().repeat(STANZAS).getBytes(StandardCharsets.UTF_8);
		this.stream = (Sample.streamStart() + this.sample.xml().repeat(STANZAS) + "</stream:stream>")
			.getBytes(StandardCharsets.UTF_8);
		XmppPipeline.addCodec(this.channel.pipeline(), "jabber:client", XmlLimits.DEFAULT);
		this.channel.pipeline().addLast(IqCodec.forClient(), this.received);
		this.channel.writeInbound(Unpooled.copiedBuffer(Sample.streamStart(), StandardCharsets.UTF_8));
	}

	/**
	 * As with many requests in flight: reads of 8 KB, that end anywhere.
	 * @return the last stanza
	 */
	@Benchmark
	@OperationsPerInvocation(STANZAS)
	public Iq manyStanzasInARead() {
		this.received.count = 0;
		for (int start = 0; start < this.stanzas.length; start += READ) {
			read(this.stanzas, start, Math.min(READ, this.stanzas.length - start));
		}
		return this.received.last(STANZAS);
	}

	/**
	 * As with one request in flight.
	 * @return the stanza
	 */
	@Benchmark
	public Iq oneStanzaInARead() {
		this.received.count = 0;
		read(this.stanza, 0, this.stanza.length);
		return this.received.last(1);
	}

	// Into a buffer from the pool, as a socket channel does
	private void read(byte[] bytes, int start, int length) {
		ByteBuf buffer = this.channel.alloc().ioBuffer(length);
		this.channel.writeInbound(buffer.writeBytes(bytes, start, length));
	}

	/**
	 * Woodstox with one reader for all stanzas, as one that is given a stream.
	 * @return something that depends on all that was read
	 * @throws XMLStreamException if it is not XML
	 */
	@Benchmark
	@OperationsPerInvocation(STANZAS)
	public int woodstoxStream() throws XMLStreamException {
		return events(this.stream);
	}

	/**
	 * Woodstox with a reader of its own for the stanza.
	 * @return something that depends on all that was read
	 * @throws XMLStreamException if it is not XML
	 */
	@Benchmark
	public int woodstoxDocument() throws XMLStreamException {
		return events(this.stanza);
	}

	private int events(byte[] bytes) throws XMLStreamException {
		XMLStreamReader reader = this.woodstox.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
		int sum = 0;
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> sum += startElement(reader);
				case XMLStreamConstants.CHARACTERS -> sum += reader.getText().length();
				default -> sum++;
			}
		}
		reader.close();
		return sum;
	}

	private static int startElement(XMLStreamReader reader) {
		int sum = reader.getLocalName().length() + reader.getNamespaceURI().length();
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			sum += reader.getAttributeLocalName(i).length() + reader.getAttributeValue(i).length();
		}
		return sum;
	}

	/**
	 * The end of the pipeline.
	 */
	private static final class Received extends ChannelInboundHandlerAdapter {

		private int count;

		private Iq last;

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			if (message instanceof Iq iq) {
				this.count++;
				this.last = iq;
			}
		}

		private Iq last(int expected) {
			if (this.count != expected) {
				throw new IllegalStateException(this.count + " stanzas came, not " + expected);
			}
			return this.last;
		}

	}

}
