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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameBuffer}.
 *
 * @author XMPP for Spring Boot contributors
 */
class FrameBufferTests {

	private final FrameBuffer buffer = new FrameBuffer();

	@Test
	void bytesAreTakenInTheOrderInWhichTheyCame() {
		append("abc");
		append("def");
		this.buffer.take(2);
		append("ghi");

		assertThat(content()).isEqualTo("cdefghi");
	}

	@Test
	void readsAllOfTheBufferAndReleasesNothing() {
		ByteBuf in = Unpooled.directBuffer().writeBytes(new byte[100]);

		this.buffer.append(in);

		assertThat(in.isReadable()).isFalse();
		assertThat(in.refCnt()).isOne();
		in.release();
	}

	@Test
	void roomOfBytesThatWereTakenIsUsedAgain() {
		for (int i = 0; i < 10_000; i++) {
			append("x".repeat(100));
			this.buffer.take(99);
			append("y");
			this.buffer.take(1);
			this.buffer.compact();
			this.buffer.take(this.buffer.length());
		}

		assertThat(this.buffer.bytes().length).isEqualTo(1024);
	}

	@Test
	void growsWithAFrameThatComesInPieces() {
		StringBuilder all = new StringBuilder();
		for (int i = 0; i < 10_000; i++) {
			String piece = "piece " + i;
			all.append(piece);
			append(piece);
			this.buffer.compact();
		}

		assertThat(content()).isEqualTo(all.toString());
		assertThat(this.buffer.bytes().length).isLessThan(2 * all.length() + 1024);
	}

	@Test
	void roomOfALargeFrameIsGivenBack() {
		append("x".repeat(100_000));
		this.buffer.take(100_000);
		this.buffer.compact();

		assertThat(this.buffer.bytes()).isEmpty();
		append("abc");
		assertThat(content()).isEqualTo("abc");
	}

	@Test
	void nothingIsLeftAfterClearing() {
		append("abc");

		this.buffer.clear();

		assertThat(this.buffer.length()).isZero();
	}

	private void append(String text) {
		this.buffer.append(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
	}

	private String content() {
		return new String(this.buffer.bytes(), this.buffer.start(), this.buffer.length(), StandardCharsets.US_ASCII);
	}

}
