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

import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.xml.Element;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * An {@link Element} to the payload that it is, and back.
 *
 * @author XMPP for Spring Boot contributors
 */
public class PayloadCodecBenchmark extends ShortBenchmark {

	@Param
	private SamplePayload payload;

	private PayloadCodecs codecs;

	private Element element;

	private Object value;

	@Setup
	public void findCodec() {
		this.codecs = new AnnotationConfigApplicationContext(PayloadAutoConfiguration.class)
			.getBean(PayloadCodecs.class);
		this.element = this.payload.element();
		this.value = read();
	}

	@Benchmark
	public Object read() {
		return this.codecs.read(this.element, this.payload.type());
	}

	@Benchmark
	public Element write() {
		return this.codecs.write(this.value);
	}

}
