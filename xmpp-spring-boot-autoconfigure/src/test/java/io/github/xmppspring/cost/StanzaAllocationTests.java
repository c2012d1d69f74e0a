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

package io.github.xmppspring.cost;

import java.nio.charset.StandardCharsets;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.IqCodec;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how much reading and writing a stanza allocates: bytes that make an {@link Iq},
 * and back, through the handlers of a connection.
 *
 * @author XMPP for Spring Boot contributors
 */
class StanzaAllocationTests {

	private static final int STANZAS = 500;

	private static final String VERSION = "<query xmlns='jabber:iq:version'><name>Reflector</name><version>1.0."
			+ "0123456789".repeat(10) + "</version><os>none</os></query>";

	private static final String ROSTER = "<query xmlns='jabber:iq:roster' ver='7'>"
			+ """
					<item jid='contact@department.example.org' subscription='both' name='Contact of the Department of Examples'>\
					<group>Colleagues</group><group>Department</group></item>"""
				.repeat(50)
			+ "</query>";

	private final EmbeddedChannel channel = new EmbeddedChannel();

	@BeforeEach
	void openStream() {
		XmppPipeline.addCodec(this.channel.pipeline(), "jabber:client", XmlLimits.DEFAULT);
		this.channel.pipeline().addLast(IqCodec.forClient());
		this.channel.writeOutbound(StreamHeader.initial("jabber:client", null, "localhost"));
		this.channel.releaseOutbound();
		receive(("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'"
				+ " id='1' from='localhost'>")
			.getBytes(StandardCharsets.UTF_8));
		assertThat(this.channel.<Object>readInbound()).isInstanceOf(StreamHeader.class);
	}

	@AfterEach
	void close() {
		this.channel.finishAndReleaseAll();
	}

	@Test
	void emptyResultIsRead() {
		assertBytesToRead(Bounds.READ_PING_BYTES, "");
	}

	@Test
	void resultWithPayloadIsRead() {
		assertBytesToRead(Bounds.READ_VERSION_BYTES, VERSION);
	}

	@Test
	void rosterIsRead() {
		assertBytesToRead(Bounds.READ_ROSTER_BYTES, ROSTER);
	}

	@Test
	void emptyResultIsWritten() {
		assertBytesToWrite(Bounds.WRITE_PING_BYTES, "");
	}

	@Test
	void resultWithPayloadIsWritten() {
		assertBytesToWrite(Bounds.WRITE_VERSION_BYTES, VERSION);
	}

	@Test
	void rosterBecomesObjects() {
		Element roster = Element.parse(ROSTER);

		Allocation.assertOfThisThread(Bounds.ROSTER_OBJECT_BYTES, STANZAS, () -> Roster.CODEC.read(roster));
	}

	@Test
	void addressThatHasBeenSeenIsParsed() {
		Allocation.assertOfThisThread(Bounds.KNOWN_ADDRESS_BYTES, STANZAS,
				() -> Jid.of("contact@department.example.org/desk"));
	}

	@Test
	void newAddressOfAsciiIsParsed() {
		int[] count = new int[1];

		Allocation.assertOfThisThread(Bounds.NEW_ADDRESS_BYTES, STANZAS,
				() -> Jid.of("contact-" + count[0]++ + "@department.example.org/desk"));
	}

	private void assertBytesToRead(long bound, String payload) {
		byte[] stanza = stanza("", payload).getBytes(StandardCharsets.UTF_8);
		Allocation.assertOfThisThread(bound, STANZAS, () -> {
			receive(stanza);
			assertThat(this.channel.<Object>readInbound() instanceof Iq).isTrue();
		});
	}

	private void assertBytesToWrite(long bound, String payload) {
		Iq iq = Iq.from(Element.parse(stanza("xmlns='jabber:client' ", payload)));
		Allocation.assertOfThisThread(bound, STANZAS, () -> {
			this.channel.writeOutbound(iq);
			this.channel.<ByteBuf>readOutbound().release();
		});
	}

	private static String stanza(String namespace, String payload) {
		return "<iq " + namespace + "type='result' from='localhost' to='bench@localhost/b' id='00000001'>" + payload
				+ "</iq>";
	}

	private void receive(byte[] bytes) {
		this.channel.writeInbound(this.channel.alloc().ioBuffer(bytes.length).writeBytes(bytes));
	}

}
