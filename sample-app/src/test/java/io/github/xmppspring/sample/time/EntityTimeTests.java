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

package io.github.xmppspring.sample.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EntityTime}.
 *
 * @author XMPP for Spring Boot contributors
 */
class EntityTimeTests {

	private static final Jid ROMEO = Jid.of("romeo@example.net/orchard");

	private static final EntityTime TIME = new EntityTime(ZoneOffset.ofHours(-6),
			Instant.parse("2026-11-22T20:15:00Z"));

	private final PayloadCodecs payloads = new PayloadCodecs(List.of(), List.of(new RecordPayloadCodecProvider()));

	@Test
	void readsResult() {
		IqOperations iq = iq("<time xmlns='urn:xmpp:time'><tzo>-06:00</tzo><utc>2026-11-22T20:15:00Z</utc></time>");

		EntityTime time = iq.get(Element.of("urn:xmpp:time", "time")).to(ROMEO).retrieve(EntityTime.class);

		assertThat(time).isEqualTo(TIME);
	}

	@Test
	void refusesIncompleteResult() {
		IqOperations iq = iq("<time xmlns='urn:xmpp:time'><tzo>-06:00</tzo></time>");

		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> iq.get(Element.of("urn:xmpp:time", "time")).to(ROMEO).retrieve(EntityTime.class));
	}

	@Test
	void writesWhatItReads() {
		assertThat(this.payloads.read(this.payloads.write(TIME), EntityTime.class)).isEqualTo(TIME);
	}

	private IqOperations iq(String result) {
		IqExchange peer = (request) -> CompletableFuture.completedFuture(request.result(Element.parse(result)));
		return new IqTemplate(peer, this.payloads);
	}

}
