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

import io.github.xmppspring.codec.IqCodec;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementWriter;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * An {@link Iq} to bytes, through the handlers of the pipeline, and an {@link Element} to
 * bytes.
 *
 * @author XMPP for Spring Boot contributors
 */
public class OutboundBenchmark extends ShortBenchmark {

	@Param
	private Sample sample;

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final ElementWriter writer = new ElementWriter().in(StreamHeader.defaultScope("jabber:client"));

	private Element element;

	private Iq iq;

	@Setup
	public void openStream() {
		this.element = this.sample.element();
		this.iq = Iq.from(this.element);
		XmppPipeline.addCodec(this.channel.pipeline(), "jabber:client", XmlLimits.DEFAULT);
		this.channel.pipeline().addLast(IqCodec.forClient());
		this.channel.writeOutbound(StreamHeader.initial("jabber:client", null, "localhost"));
		this.channel.releaseOutbound();
	}

	@Benchmark
	public int writeIq() {
		this.channel.writeOutbound(this.iq);
		ByteBuf bytes = this.channel.readOutbound();
		int length = bytes.readableBytes();
		bytes.release();
		return length;
	}

	@Benchmark
	public int writeElement() {
		ByteBuf bytes = PooledByteBufAllocator.DEFAULT.ioBuffer();
		this.writer.write(this.element, new ByteBufOutputStream(bytes));
		int length = bytes.readableBytes();
		bytes.release();
		return length;
	}

}
