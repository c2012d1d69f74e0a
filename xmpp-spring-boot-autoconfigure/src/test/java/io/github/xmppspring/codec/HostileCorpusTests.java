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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusCheck;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a hostile peer sends ends the stream with the right error, delivers nothing
 * that it must not, and costs little.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileCorpusTests {

	private static final String HOSTILE = "hostile/hostile.jsonl";

	private static final Duration BOUND = Duration.ofSeconds(5);

	private static final String EITHER = "either";

	private final Map<String, String> tolerable = new TreeMap<>();

	@Test
	void wholeStreams() {
		check("whole", CodecChannel::feed);
	}

	@Test
	void streamsByteByByte() {
		check("byte by byte", CodecChannel::feedByteByByte);
	}

	private void check(String name, BiConsumer<CodecChannel, byte[]> feed) {
		CorpusCheck.of(HOSTILE, name).run((record) -> {
			long start = System.nanoTime();
			check(record, feed);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
		});
		System.out.println("Conditions that are not the first choice: " + this.tolerable);
	}

	private void check(JsonNode record, BiConsumer<CodecChannel, byte[]> feed) {
		int maxStanzaBytes = record.path("limit").path("max_stanza_bytes").asInt(XmlLimits.DEFAULT.stanzaBytes());
		CodecChannel codec = new CodecChannel(Namespaces.CLIENT, XmlLimits.DEFAULT.withStanzaBytes(maxStanzaBytes));
		List<Iq> iqs = addSession(codec);
		codec.channel.writeOutbound(StreamHeader.initial(Namespaces.CLIENT, null, "capulet.lit"));

		feed.accept(codec, Corpus.bytes(record));

		assertThat(codec.mostUnread).isLessThanOrEqualTo(maxStanzaBytes);
		boolean failed = codec.failure() != null;
		if (record.get("needs_eof").asBoolean()) {
			codec.channel.close();
			assertThat(codec.received(Throwable.class)).allMatch(StreamException.class::isInstance);
		}
		else if (!record.get("expect").asString().equals(EITHER) || failed) {
			verifyError(record, codec);
		}
		verifyDelivered(record, codec, iqs, failed);
		codec.channel.finishAndReleaseAll();
	}

	/**
	 * Adds what stands behind the codec while a session lasts.
	 */
	private static List<Iq> addSession(CodecChannel codec) {
		List<Iq> iqs = new ArrayList<>();
		codec.channel.pipeline().addLast(XmppPipeline.IQ_CODEC, IqCodec.forClient());
		codec.channel.pipeline().addLast(XmppPipeline.IQ_REQUEST, new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext ctx, Object message) {
				if (message instanceof Iq iq) {
					iqs.add(iq);
				}
			}

		});
		codec.channel.pipeline().addLast(XmppPipeline.STREAM_ERRORS, new StreamErrorHandler());
		return iqs;
	}

	private void verifyError(JsonNode record, CodecChannel codec) {
		if (record.get("expect").asString().equals("accept")) {
			assertThat(codec.failure()).isNull();
			assertThat(codec.channel.isOpen()).isTrue();
			return;
		}
		List<String> conditions = record.get("conditions").valueStream().map(JsonNode::asString).toList();
		StreamErrorCondition sent = codec.sentError(Namespaces.CLIENT);
		assertThat(sent).isNotNull();
		assertThat(sent).isEqualTo(codec.failure());
		assertThat(conditions).contains(sent.value());
		assertThat(codec.channel.isOpen()).isFalse();
		if (!conditions.get(0).equals(sent.value())) {
			this.tolerable.put(record.get("id").asString(), sent.value() + " for " + conditions.get(0));
		}
	}

	private static void verifyDelivered(JsonNode record, CodecChannel codec, List<Iq> iqs, boolean failed) {
		List<String> expected = record.get("delivered").valueStream().map(JsonNode::asString).toList();
		if (record.get("expect").asString().equals("stream-error") || failed) {
			assertThat(codec.infosets()).isEqualTo(expected);
		}
		else {
			assertThat(codec.infosets()).startsWith(expected.toArray(String[]::new));
		}
		assertThat(iqs).isEmpty();
	}

}
