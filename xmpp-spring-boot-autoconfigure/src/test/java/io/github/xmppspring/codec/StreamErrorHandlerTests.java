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

import java.io.IOException;

import javax.net.ssl.SSLException;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.handler.codec.DecoderException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamErrorHandler}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamErrorHandlerTests {

	private static final StreamError CONFLICT = StreamError.of(StreamErrorCondition.CONFLICT);

	private final CodecChannel codec = new CodecChannel(Namespaces.CLIENT, XmlLimits.DEFAULT);

	@BeforeEach
	void openStream() {
		this.codec.channel.pipeline().addLast(XmppPipeline.STREAM_ERRORS, new StreamErrorHandler());
		this.codec.channel.writeOutbound(StreamHeader.initial(Namespaces.CLIENT, null, "a.example"));
	}

	@Test
	void tellsThePeerWhatIsWrongAndCloses() {
		this.codec.channel.pipeline().fireExceptionCaught(new StreamException(CONFLICT, "Conflict"));
		this.codec.channel.runPendingTasks();

		assertThat(this.codec.sentError(Namespaces.CLIENT)).isEqualTo(StreamErrorCondition.CONFLICT);
		assertThat(this.codec.channel.isOpen()).isFalse();
	}

	@Test
	void answersTheErrorOfThePeerWithTheFooterOnly() {
		this.codec.sent();

		this.codec.channel.pipeline().fireExceptionCaught(StreamException.received(CONFLICT));
		this.codec.channel.runPendingTasks();

		assertThat(this.codec.sent()).isEqualTo("</stream:stream>");
		assertThat(this.codec.channel.isOpen()).isFalse();
	}

	@Test
	void failureOfAHandlerIsAnInternalError() {
		this.codec.channel.pipeline().fireExceptionCaught(new IllegalStateException("Expected by the test"));
		this.codec.channel.runPendingTasks();

		assertThat(this.codec.sentError(Namespaces.CLIENT)).isEqualTo(StreamErrorCondition.INTERNAL_SERVER_ERROR);
		assertThat(this.codec.channel.isOpen()).isFalse();
	}

	@Test
	void failureOfTheConnectionJustCloses() {
		this.codec.sent();

		this.codec.channel.pipeline().fireExceptionCaught(new IOException("Connection reset"));

		assertThat(this.codec.sent()).isEmpty();
		assertThat(this.codec.channel.isOpen()).isFalse();
	}

	@Test
	void failureOfTlsJustCloses() {
		this.codec.sent();

		this.codec.channel.pipeline().fireExceptionCaught(new DecoderException(new SSLException("Bad record")));

		assertThat(this.codec.sent()).isEmpty();
		assertThat(this.codec.channel.isOpen()).isFalse();
	}

	@Test
	void nothingIsSentTwice() {
		this.codec.channel.pipeline().fireExceptionCaught(new StreamException(CONFLICT, "Conflict"));
		this.codec.channel.pipeline().fireExceptionCaught(new StreamException(CONFLICT, "Conflict"));
		this.codec.channel.runPendingTasks();

		assertThat(this.codec.sentError(Namespaces.CLIENT)).isEqualTo(StreamErrorCondition.CONFLICT);
	}

}
