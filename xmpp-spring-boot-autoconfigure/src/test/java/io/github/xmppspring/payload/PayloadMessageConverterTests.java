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

package io.github.xmppspring.payload;

import java.util.List;
import java.util.Map;

import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PayloadMessageConverter}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PayloadMessageConverterTests {

	private static final Element PING = Element.of("urn:xmpp:ping", "ping");

	private final PayloadMessageConverter converter = new PayloadMessageConverter(
			new PayloadCodecs(List.of(Ping.CODEC), List.of()));

	@Test
	void readsThePayloadOfAMessage() {
		assertThat(this.converter.fromMessage(new GenericMessage<>(PING), Ping.class)).isEqualTo(new Ping());
		assertThat(this.converter.fromMessage(new GenericMessage<>(PING), Element.class)).isSameAs(PING);
	}

	@Test
	void wrongPayloadIsAConversionException() {
		Message<Element> message = new GenericMessage<>(Element.of("urn:other", "ping"));

		assertThatExceptionOfType(MessageConversionException.class)
			.isThrownBy(() -> this.converter.fromMessage(message, Ping.class))
			.withCauseInstanceOf(PayloadException.class)
			.satisfies((ex) -> assertThat(ex.getFailedMessage()).isSameAs(message));
	}

	@Test
	void whatHasNoCodecIsLeftToOtherConverters() {
		assertThat(this.converter.fromMessage(new GenericMessage<>(PING), String.class)).isNull();
		assertThat(this.converter.fromMessage(new GenericMessage<>("ping"), Ping.class)).isNull();
		assertThat(this.converter.toMessage("ping", null)).isNull();
	}

	@Test
	void writesThePayloadUnderTheGivenHeaders() {
		MessageHeaders headers = new MessageHeaders(Map.of("a", "b"));

		Message<?> message = this.converter.toMessage(new Ping(), headers);

		assertThat(message).isNotNull();
		assertThat(message.getPayload()).isEqualTo(PING);
		assertThat(message.getHeaders()).isSameAs(headers);
		assertThat(this.converter.toMessage(PING, null)).extracting(Message::getPayload).isSameAs(PING);
	}

}
