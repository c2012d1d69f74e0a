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
import java.util.stream.Stream;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamTap}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamTapTests {

	private static final String HEADER = "<stream:stream xmlns='jabber:client'"
			+ " xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final RecordingTap tap = new RecordingTap();

	StreamTapTests() {
		XmppPipeline.addCodec(this.channel.pipeline(), Namespaces.CLIENT, XmlLimits.DEFAULT);
		XmppPipeline.addTaps(this.channel.pipeline(), List.of(this.tap));
	}

	@Test
	void seesWhatIsReadWithItsLength() {
		String presence = "<presence id='\u00e9'/>";

		receive(HEADER + "\n" + presence + "</stream:stream>");

		assertThat(this.tap.received).containsExactly("header " + HEADER.length(), "presence 19", "footer 16");
		assertThat(this.tap.bytesReceived).isEqualTo(HEADER.length() + 1 + 19 + 16);
	}

	@Test
	void emptyTagIsHeaderAndFooter() {
		String empty = HEADER.replace(">", "/>");

		receive(empty);

		assertThat(this.tap.received).containsExactly("header " + empty.length(), "footer 0");
	}

	@Test
	void seesWhatIsWrittenWithItsLength() {
		this.channel.writeOutbound(StreamHeader.initial(Namespaces.CLIENT, null, "a.example"));
		int header = this.tap.bytesSent;
		this.channel.writeOutbound(Element.parse("<presence xmlns='jabber:client' id='\u00e9'/>"));
		this.channel.writeOutbound(StreamFooter.INSTANCE);
		this.channel.writeOutbound(StreamFooter.INSTANCE);

		assertThat(this.tap.sent).containsExactly("header " + header, "presence 19", "footer 16");
		assertThat(this.tap.bytesSent).isEqualTo(header + 19 + 16);
	}

	@Test
	void doesNotSeeWhatCannotBeWritten() {
		this.channel.writeOutbound(StreamHeader.initial(Namespaces.CLIENT, null, "a.example"), StreamFooter.INSTANCE);
		this.tap.sent.clear();

		assertThat(this.channel.writeOneOutbound(Element.of(Namespaces.CLIENT, "presence")).isSuccess()).isFalse();

		assertThat(this.tap.sent).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void tapThatFailsHarmsNobody(Throwable failure) {
		EmbeddedChannel channel = new EmbeddedChannel();
		XmppPipeline.addCodec(channel.pipeline(), Namespaces.CLIENT, XmlLimits.DEFAULT);
		FailingTap failing = new FailingTap(failure);
		RecordingTap other = new RecordingTap();
		XmppPipeline.addTaps(channel.pipeline(), List.of(failing, other));

		channel.writeInbound(Unpooled.copiedBuffer(HEADER + "<presence/>", StandardCharsets.UTF_8));
		channel.writeOutbound(StreamHeader.initial(Namespaces.CLIENT, null, "a.example"));

		assertThat(channel.inboundMessages()).hasSize(2);
		assertThat(channel.outboundMessages()).hasSize(1);
		assertThat(other.received).hasSize(2);
		assertThat(other.sent).hasSize(1);
		assertThat(failing.told).isEqualTo(1);
	}

	static Stream<Throwable> tapThatFailsHarmsNobody() {
		return Stream.of(new IllegalStateException(), new NoClassDefFoundError(), new AssertionError());
	}

	@Test
	void nobodyWatchingCostsNothing() {
		EmbeddedChannel unwatched = new EmbeddedChannel();
		XmppPipeline.addCodec(unwatched.pipeline(), Namespaces.CLIENT, XmlLimits.DEFAULT);
		List<String> handlers = unwatched.pipeline().names();

		XmppPipeline.addTaps(unwatched.pipeline(), List.of());

		assertThat(unwatched.pipeline().names()).isEqualTo(handlers);
	}

	private void receive(String xml) {
		this.channel.writeInbound(Unpooled.copiedBuffer(xml, StandardCharsets.UTF_8));
	}

	private static final class FailingTap implements StreamTap {

		private final Throwable failure;

		private int told;

		FailingTap(Throwable failure) {
			this.failure = failure;
		}

		@Override
		public void received(Object value, int bytes) {
			fail();
		}

		@Override
		public void sent(Object value, int bytes) {
			fail();
		}

		private void fail() {
			this.told++;
			ReflectionUtils.rethrowRuntimeException(this.failure);
		}

	}

	private static final class RecordingTap implements StreamTap {

		private final List<String> received = new ArrayList<>();

		private final List<String> sent = new ArrayList<>();

		private int bytesReceived;

		private int bytesSent;

		@Override
		public void received(Object value, int bytes) {
			this.received.add(describe(value) + " " + bytes);
		}

		@Override
		public void sent(Object value, int bytes) {
			this.sent.add(describe(value) + " " + bytes);
		}

		@Override
		public void bytesReceived(int count) {
			this.bytesReceived += count;
		}

		@Override
		public void bytesSent(int count) {
			this.bytesSent += count;
		}

		private static String describe(Object value) {
			if (value instanceof Element element) {
				return element.localName();
			}
			return (value instanceof StreamHeader) ? "header" : "footer";
		}

	}

}
