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

import io.github.xmppspring.benchmark.jmh.Sample;
import io.github.xmppspring.benchmark.jmh.ShortBenchmark;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The bytes of a stream to its frames, in reads of 8 KB. Figures are per stanza.
 *
 * @author XMPP for Spring Boot contributors
 */
public class StreamFramerBenchmark extends ShortBenchmark {

	private static final int STANZAS = 1000;

	private static final int READ = 8 * 1024;

	@Param
	private Sample sample;

	private final StreamFramer framer = new StreamFramer(XmlLimits.DEFAULT);

	private byte[] stanzas;

	private int frames;

	@Setup
	public void openStream() {
		this.stanzas = this.sample.xml().repeat(STANZAS).getBytes(StandardCharsets.UTF_8);
		frames(Unpooled.copiedBuffer(Sample.streamStart(), StandardCharsets.UTF_8));
	}

	@Benchmark
	@OperationsPerInvocation(STANZAS)
	public int frame() {
		this.frames = 0;
		for (int start = 0; start < this.stanzas.length; start += READ) {
			int length = Math.min(READ, this.stanzas.length - start);
			frames(Unpooled.wrappedBuffer(this.stanzas, start, length));
		}
		if (this.frames != STANZAS) {
			throw new IllegalStateException(this.frames + " frames came");
		}
		return this.frames;
	}

	private void frames(ByteBuf bytes) {
		this.framer.append(bytes);
		while (this.framer.next() != null) {
			this.frames++;
		}
		this.framer.compact();
	}

}
