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

import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.XmlLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The bytes of one stanza to an {@link Element}.
 *
 * @author XMPP for Spring Boot contributors
 */
public class ElementReaderBenchmark extends ShortBenchmark {

	@Param
	private Sample sample;

	private final ElementReader reader = new ElementReader(XmlLimits.DEFAULT)
		.in(StreamHeader.defaultScope("jabber:client"));

	private byte[] bytes;

	@Setup
	public void takeBytes() {
		this.bytes = this.sample.bytes();
	}

	@Benchmark
	public Element read() {
		return this.reader.read(new ByteArrayInputStream(this.bytes));
	}

}
