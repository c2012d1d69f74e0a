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

package io.github.xmppspring.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.xmppspring.Corpus;
import io.github.xmppspring.CorpusCheck;
import io.github.xmppspring.CorpusTest;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever somebody sends to the port of a server ends no more than his own stream, with
 * the right error.
 *
 * @author XMPP for Spring Boot contributors
 */
@CorpusTest
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileStreamsTests {

	private static final String HOSTILE = "hostile/hostile.jsonl";

	private static final int SMALL = 2000;

	private static final Pattern ERROR = Pattern
		.compile("<stream:error><([a-z-]+) xmlns=\"urn:ietf:params:xml:ns:xmpp-streams\"");

	/**
	 * The start of a stream as a server sends it, which most records have.
	 */
	private static final Pattern HEADER = Pattern
		.compile("^<\\?xml version='1.0'\\?><stream:stream xmlns='jabber:client' "
				+ "xmlns:stream='http://etherx.jabber.org/streams' from='capulet.lit' to='juliet@capulet.lit' id='s1' "
				+ "version='1.0' xml:lang='en'>");

	private static final String SENDER = "from='romeo@montague.lit/orchard'";

	private static final String MARKED = "to='bob@localhost/watch'";

	@RegisterExtension
	final ServerExtension servers = new ServerExtension();

	private final Map<String, String> other = new TreeMap<>();

	private final Map<Integer, EmbeddedXmppServer> byLimit = new TreeMap<>();

	private final Map<Integer, ServerClient> watchers = new TreeMap<>();

	@Test
	void strangers() {
		run("strangers", (record) -> true, this::stranger);
	}

	@Test
	void strangersByteByByte() {
		run("strangers, byte by byte", HostileStreamsTests::isSmall,
				(record, server) -> strangerSlowly(record, server));
	}

	@Test
	void clients() {
		run("clients", HostileStreamsTests::isInStream, (record, server) -> client(record, server, false));
	}

	@Test
	void clientsByteByByte() {
		run("clients, byte by byte", (record) -> isSmall(record) && isInStream(record),
				(record, server) -> client(record, server, true));
	}

	private void run(String name, Predicate<JsonNode> filter, Check check) {
		CorpusCheck.of(HOSTILE, name).where(filter).run((record) -> {
			EmbeddedXmppServer server = server(record);
			check.run(record, server);
			Iq pong = watcher(server, record).ask(Iq.get(Element.of("urn:xmpp:ping", "ping")).to("localhost"));
			assertThat(pong.type()).isEqualTo(IqType.RESULT);
		});
		System.out.println("Conditions that are not the first choice: " + this.other);
	}

	private void stranger(JsonNode record, EmbeddedXmppServer server) {
		stranger(record, this.servers.raw(server), false);
	}

	private void strangerSlowly(JsonNode record, EmbeddedXmppServer server) {
		stranger(record, this.servers.raw(server), true);
	}

	/**
	 * What has come this far without an error is a stream to the wrong domain, or a
	 * stanza of somebody who is not logged in.
	 */
	private void stranger(JsonNode record, RawStream stream, boolean slowly) {
		boolean written = stream.tryToSend(Corpus.bytes(record), slowly);
		stream.endOutput();
		String answer = stream.readAll();

		String condition = condition(answer);
		if (written || condition != null) {
			assertThat(answer).doesNotContain("<presence", "<message");
			List<String> early = List.of("host-unknown", "not-authorized", "policy-violation", "invalid-from");
			if (condition != null && !early.contains(condition)) {
				verify(record, condition);
			}
			else if (record.get("expect").asString().equals("stream-error") && !record.get("needs_eof").asBoolean()) {
				assertThat(condition).isNotNull();
			}
		}
	}

	private void client(JsonNode record, EmbeddedXmppServer server, boolean slowly) {
		ServerClient watcher = watcher(server, record);
		watcher.stanzas().clear();
		RawStream stream = this.servers.raw(server).login("alice", "hostile");

		stream.tryToSend(stanzas(record), slowly);
		if (record.get("needs_eof").asBoolean()) {
			stream.endOutput();
		}
		String answer = stream.readAll();

		String condition = condition(answer);
		String expected = record.get("expect").asString();
		boolean endsInOrder = !record.get("needs_eof").asBoolean();
		if (expected.equals("stream-error")) {
			assertThat(condition != null || !endsInOrder).as("condition in %s", answer).isTrue();
			assertThat(presences(watcher)).isLessThanOrEqualTo(delivered(record));
		}
		if (condition != null) {
			assertThat(expected).isNotEqualTo("accept");
			verify(record, condition);
		}
		if (endsInOrder) {
			assertThat(answer).contains("</stream:stream>");
		}
	}

	private static long delivered(JsonNode record) {
		return record.get("delivered")
			.valueStream()
			.filter((infoset) -> infoset.asString().startsWith("<{jabber:client}presence"))
			.count();
	}

	private static long presences(ServerClient watcher) {
		return watcher.stanzas().stream().filter(HostileStreamsTests::isFromHostile).count();
	}

	private static boolean isFromHostile(Element stanza) {
		return stanza.localName().equals("presence") && stanza.attribute("type") == null;
	}

	private void verify(JsonNode record, String condition) {
		List<String> conditions = record.get("conditions").valueStream().map(JsonNode::asString).toList();
		assertThat(conditions).contains(condition);
		if (!conditions.get(0).equals(condition)) {
			this.other.put(record.get("id").asString(), condition + " for " + conditions.get(0));
		}
	}

	private static @Nullable String condition(String answer) {
		Matcher matcher = ERROR.matcher(answer);
		return matcher.find() ? matcher.group(1) : null;
	}

	private static boolean isSmall(JsonNode record) {
		return record.path("length").asInt(Integer.MAX_VALUE) <= SMALL;
	}

	private static boolean isInStream(JsonNode record) {
		return HEADER.matcher(text(record)).find();
	}

	private static String text(JsonNode record) {
		return new String(Corpus.bytes(record), StandardCharsets.ISO_8859_1);
	}

	/**
	 * What stands behind the header, its harmless stanzas without a sender that the
	 * client must not have, and to somebody who sees them.
	 */
	private static byte[] stanzas(JsonNode record) {
		return HEADER.matcher(text(record))
			.replaceFirst("")
			.replace(SENDER, MARKED)
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	private EmbeddedXmppServer server(JsonNode record) {
		return this.byLimit.computeIfAbsent(limit(record),
				(limit) -> this.servers.start((builder) -> builder.tlsRequired(false)
					.limits(XmlLimits.BEFORE_AUTHENTICATION, XmlLimits.DEFAULT.withStanzaBytes(limit))));
	}

	private ServerClient watcher(EmbeddedXmppServer server, JsonNode record) {
		return this.watchers.computeIfAbsent(limit(record),
				(limit) -> this.servers.connect(server, "bob@localhost/watch"));
	}

	private static int limit(JsonNode record) {
		return record.path("limit").path("max_stanza_bytes").asInt(XmlLimits.DEFAULT.stanzaBytes());
	}

	/**
	 * What is done with a record.
	 */
	private interface Check {

		void run(JsonNode record, EmbeddedXmppServer server);

	}

}
