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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusCheck;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However the bytes of a stream are split, the same comes out: compared strictly, with
 * all white space.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class StreamCorpusTests {

	private static final String STREAMS = "streams/streams.jsonl";

	private static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
			+ " xmlns:stream='http://etherx.jabber.org/streams' id='s1' from='a.example' version='1.0'>";

	private static final XmlLimits LIMITS = new XmlLimits(2 * 1024 * 1024, 1000, 1000, 2 * 1024 * 1024,
			2 * 1024 * 1024);

	private static final long SEED = System.nanoTime();

	@BeforeAll
	static void printSeed() {
		System.out.println("Random splits have the seed " + SEED);
	}

	@Test
	void wholeStreams() {
		check("whole", (run) -> run.chunks(Integer.MAX_VALUE));
	}

	@Test
	void streamsByteByByte() {
		CorpusCheck.of(STREAMS, "byte by byte").where(StreamCorpusTests::isSplitAnywhere).run((record) -> {
			Run run = new Run(record);

			run.chunks(1);

			run.verify();
			assertThat(run.lastBytes).as("last bytes of stanzas").allMatch((value) -> value == '>');
		});
	}

	@Test
	void streamsSplitInTwo() {
		CorpusCheck.of(STREAMS, "each two-part split").where(StreamCorpusTests::isSplitAnywhere).run((record) -> {
			int length = new Run(record).bytes.length;
			for (int i = 1; i < length; i++) {
				Run run = new Run(record);
				run.chunk(0, i);
				run.chunk(i, length);
				run.verify();
			}
		});
	}

	@Test
	void streamsInPacketsOfTheNetwork() {
		check("1460-byte chunks", (run) -> run.chunks(1460));
	}

	@Test
	void streamsInRandomPieces() {
		check("random chunks", (run) -> run.randomChunks(new Random(SEED), 40));
		check("random large chunks", (run) -> run.randomChunks(new Random(SEED), 20_000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "stanzas/iq.jsonl", "stanzas/message.jsonl", "stanzas/presence.jsonl" })
	void allStanzasOfAFileInOneStream(String file) {
		List<String> expected = new ArrayList<>();
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		stream.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
		Corpus.records(file).forEach((record) -> {
			stream.writeBytes(record.get("xml").asString().getBytes(StandardCharsets.UTF_8));
			stream.write('\n');
			expected.add(record.get("infoset").asString());
		});
		byte[] bytes = stream.toByteArray();
		CodecChannel channel = new CodecChannel(Namespaces.CLIENT, XmlLimits.DEFAULT);
		Random random = new Random(SEED);

		for (int start = 0; start < bytes.length;) {
			int end = Math.min(bytes.length, start + 1 + random.nextInt(500));
			channel.feed(bytes, start, end);
			start = end;
		}

		assertThat(channel.infosets()).isEqualTo(expected);
		System.out.printf("%s -> one stream in random pieces: %d records run, %d passed%n", file, expected.size(),
				channel.infosets().size());
	}

	private static void check(String name, Consumer<Run> feed) {
		CorpusCheck.of(STREAMS, name).run((record) -> {
			Run run = new Run(record);
			feed.accept(run);
			run.verify();
		});
	}

	private static boolean isSplitAnywhere(JsonNode record) {
		return record.get("split").asString().equals("every-offset");
	}

	private static String expand(JsonNode pieces) {
		return new String(Corpus.expand(pieces), StandardCharsets.UTF_8);
	}

	/**
	 * One record, fed in some way. Where the record goes on with another segment, the
	 * stream is restarted while the last stanza of the one before is being delivered.
	 */
	private static final class Run {

		private final List<JsonNode> segments;

		private final byte[] bytes;

		private final CodecChannel codec;

		private final List<Byte> lastBytes = new ArrayList<>();

		private final List<Integer> restarts = new ArrayList<>();

		private int fed;

		Run(JsonNode record) {
			this.segments = record.get("segments").valueStream().toList();
			ByteArrayOutputStream stream = new ByteArrayOutputStream();
			int stanzas = 0;
			for (JsonNode segment : this.segments) {
				stream.writeBytes(Corpus.bytes(segment));
				stanzas += expectedStanzas(segment).size();
				this.restarts.add(stanzas);
			}
			this.restarts.remove(this.restarts.size() - 1);
			this.bytes = stream.toByteArray();
			this.codec = new CodecChannel(this.segments.get(0).get("header").get("default_ns").asString(), LIMITS);
			this.codec.channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {

				@Override
				public void channelRead(ChannelHandlerContext ctx, Object message) {
					delivered(ctx, message);
				}

			});
		}

		private void delivered(ChannelHandlerContext ctx, Object message) {
			if (message instanceof Element) {
				this.lastBytes.add(this.bytes[this.fed - 1]);
				if (this.restarts.contains(this.codec.received(Element.class).size())) {
					XmppPipeline.restart(ctx.pipeline(), LIMITS);
				}
			}
		}

		void chunk(int start, int end) {
			this.fed = end;
			this.codec.feed(this.bytes, start, end);
		}

		void chunks(int size) {
			for (int start = 0; start < this.bytes.length;) {
				int end = (int) Math.min(this.bytes.length, (long) start + size);
				chunk(start, end);
				start = end;
			}
		}

		void randomChunks(Random random, int size) {
			for (int start = 0; start < this.bytes.length;) {
				int end = Math.min(this.bytes.length, start + 1 + random.nextInt(size));
				chunk(start, end);
				start = end;
			}
		}

		void verify() {
			List<String> expected = new ArrayList<>();
			this.segments.forEach((segment) -> expected.addAll(expectedStanzas(segment)));
			assertThat(this.codec.infosets()).isEqualTo(expected);
			List<StreamHeader> headers = this.codec.received(StreamHeader.class);
			assertThat(headers).hasSameSizeAs(this.segments);
			for (int i = 0; i < headers.size(); i++) {
				verify(headers.get(i), this.segments.get(i).get("header"));
			}
			boolean closed = this.segments.get(this.segments.size() - 1).get("closed").asBoolean();
			assertThat(this.codec.received(StreamFooter.class)).hasSize(closed ? 1 : 0);
			assertThat(this.codec.received(Throwable.class)).isEmpty();
		}

		private static void verify(StreamHeader header, JsonNode expected) {
			assertThat(header.contentNamespace()).isEqualTo(text(expected, "default_ns"));
			assertThat(header.from()).isEqualTo(text(expected, "from"));
			assertThat(header.to()).isEqualTo(text(expected, "to"));
			assertThat(header.id()).isEqualTo(text(expected, "id"));
			assertThat(header.version()).isEqualTo(text(expected, "version"));
			assertThat(header.language()).isEqualTo(text(expected, "lang"));
		}

		private static @Nullable String text(JsonNode record, String field) {
			return record.get(field).asStringOpt().orElse(null);
		}

		private static List<String> expectedStanzas(JsonNode segment) {
			if (segment.path("stanza_pieces").isArray()) {
				return segment.get("stanza_pieces").valueStream().map(StreamCorpusTests::expand).toList();
			}
			if (!segment.path("stanza_template").isObject()) {
				return segment.get("stanzas").valueStream().map(JsonNode::asString).toList();
			}
			JsonNode template = segment.get("stanza_template");
			ArrayNode program = new JsonMapper().createArrayNode();
			program.addObject().put("repeat", template.get("count").asInt()).set("of", template.get("pieces"));
			return List.of(expand(program).split("(?<=</>)(?=<\\{jabber:client})"));
		}

	}

}
