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

package io.github.xmppspring.script;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ScriptRunner}: each word of scripts does what it should, and what goes
 * otherwise than a script says is found.
 *
 * @author XMPP for Spring Boot contributors
 */
class ScriptRunnerTests {

	private static final String GET = "{'recv': \"<iq type='get' id='q1' from='romeo@montague.lit/orchard' "
			+ "to='juliet@capulet.lit/balcony'><q xmlns='urn:example:q'/></iq>\"}, ";

	private static final String CALL = "{'call': {'as': 'c1', 'type': 'get', 'to': 'romeo@montague.lit/orchard', "
			+ "'payload': \"<q xmlns='urn:example:q'/>\", 'timeout_ms': 5000}}, ";

	private static final String SENT = "{'expect': {'type': 'get', 'to': 'romeo@montague.lit/orchard', 'bind_id': 'c1'}}, ";

	private static final String RESULT = "{'recv': \"<iq type='result' id='${c1}' from='romeo@montague.lit/orchard'>"
			+ "<q xmlns='urn:example:q' v='1'/></iq>\"}, ";

	private static final String ERROR = "{'recv': \"<iq type='error' id='${c1}' from='romeo@montague.lit/orchard'>"
			+ "<error type='modify' by='montague.lit'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:a@b</gone>"
			+ "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>moved</text><x xmlns='urn:x'/></error></iq>\"}, ";

	private static final String ANSWER = "{'type': 'get', 'child': '{urn:example:q}q', 'does': 'return', "
			+ "'payload': \"<q xmlns='urn:example:q' ok='1'/>\"}";

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void runsScripts(String name, String handlers, String steps) {
		ScriptRun run = ScriptRunner.run(script(handlers, steps));

		assertThat(run.skipped()).isEmpty();
	}

	static Stream<Arguments> runsScripts() {
		return Stream.of(
				Arguments.of("return", ANSWER,
						GET + "{'expect': {'type': 'result', 'id': 'q1', 'to': 'romeo@montague.lit/orchard', "
								+ "'payload': \"<q xmlns='urn:example:q' ok='1'/>\"}}"),
				Arguments.of("return-nothing", handler("return-nothing"),
						GET + "{'expect': {'type': 'result', 'payload': null}}"),
				Arguments.of("return-future",
						handler("return-future', 'after_ms': 10, 'payload': '<q xmlns=\\\"urn:example:q\\\"/>"),
						GET + "{'expect': {'type': 'result', 'payload': \"<q xmlns='urn:example:q'/>\"}}"),
				Arguments.of("fail-future", handler("fail-future', 'message': 'secret"),
						GET + "{'expect': {'type': 'error', 'condition': 'internal-server-error', "
								+ "'text_must_not_contain': 'secret'}}"),
				Arguments.of("fail-future with a stanza error", handler("fail-future', 'condition': 'conflict"),
						GET + "{'expect': {'type': 'error', 'condition': ['conflict']}}"),
				Arguments.of("throw-stanza-error",
						handler("throw-stanza-error', 'condition': 'forbidden', 'error_type': 'wait', 'text': 'no', "
								+ "'app_condition': '<x xmlns=\\\"urn:x\\\"/>"),
						GET + "{'expect': {'type': 'error', 'condition': ['forbidden'], 'error_type': ['auth', 'wait'], "
								+ "'text': 'no', 'app_condition': '{urn:x}x', 'original_payload': 'optional'}}"),
				Arguments.of("throw-runtime", handler("throw-runtime', 'message': 'secret"),
						GET + "{'expect': {'type': 'error', 'condition': ['internal-server-error'], 'text': null}}"),
				Arguments.of("throw-error", handler("throw-error', 'message': 'secret"),
						GET + "{'expect': {'type': 'error', 'condition': ['internal-server-error']}}"),
				Arguments.of("block", handler("block', 'block_ms': '10"), GET + "{'expect': {'type': 'result'}}"),
				Arguments.of("never", handler("never"), GET + "{'expect_nothing_ms': 50}"),
				Arguments.of("call-and-return",
						"{'type': 'get', 'child': '{urn:example:q}q', 'does': 'call-and-return', 'call': {'as': 'c1', "
								+ "'type': 'set', 'to': 'romeo@montague.lit/orchard', "
								+ "'payload': \"<p xmlns='urn:example:p'/>\", 'timeout_ms': 5000}}",
						GET + "{'expect': {'type': 'set', 'bind_id': 'c1', 'payload': \"<p xmlns='urn:example:p'/>\"}}, "
								+ RESULT + "{'expect': {'type': 'result', 'id': 'q1', "
								+ "'payload': \"<q xmlns='urn:example:q' v='1'/>\"}}, "
								+ "{'outcome': {'call': 'c1', 'is': 'result'}}"),
				Arguments.of("builtin-roster",
						"{'type': 'set', 'child': '{jabber:iq:roster}query', 'does': 'builtin-roster'}",
						"{'recv': \"<iq type='set' id='p1' from='juliet@capulet.lit'><query xmlns='jabber:iq:roster'>"
								+ "<item jid='nurse@capulet.lit'/></query></iq>\"}, {'expect': {'type': 'result'}}, "
								+ "{'assert': 'roster-contains nurse@capulet.lit'}, {'assert': 'roster-lacks a@b'}"),
				Arguments.of("result", "",
						CALL + "{'outcome': {'call': 'c1', 'is': 'pending'}}, " + SENT + RESULT
								+ "{'outcome': {'call': 'c1', 'is': 'result', 'within_ms': 1000, "
								+ "'payload': \"<q xmlns='urn:example:q' v='1'/>\"}}, {'assert': 'pending-count 0'}"),
				Arguments.of("error", "",
						CALL + SENT + ERROR + "{'outcome': {'call': 'c1', 'is': 'error', 'condition': 'gone', "
								+ "'condition_text': 'xmpp:a@b', 'error_type': 'modify', 'text': 'moved', "
								+ "'by': 'montague.lit', 'app_condition': '{urn:x}x'}}"),
				Arguments.of("timeout", "",
						CALL.replace("5000", "50") + SENT + "{'outcome': {'call': 'c1', 'is': ['error', 'timeout']}}"),
				Arguments.of("cancel", "", CALL + SENT + "{'cancel': 'c1'}, " + RESULT + "{'expect_nothing_ms': 50}"),
				Arguments.of("on_result", "",
						CALL.replace("5000", "5000, 'on_result': 'throw-runtime'") + SENT + RESULT
								+ "{'outcome': {'call': 'c1', 'is': 'result'}}"),
				Arguments.of("inject_reply_before_flush_returns", "",
						CALL.replace("5000",
								"5000, 'inject_reply_before_flush_returns': \"<q xmlns='urn:example:q' v='1'/>\"")
								+ SENT + "{'outcome': {'call': 'c1', 'is': 'result', "
								+ "'payload': \"<q xmlns='urn:example:q' v='1'/>\"}}"),
				Arguments.of("no to", "",
						"{'call': {'as': 'c1', 'type': 'get', 'to': null, 'payload': \"<q xmlns='urn:example:q'/>\", "
								+ "'timeout_ms': 5000}}, {'expect': {'type': 'get', 'to': null}}"),
				Arguments.of("payload_text", "",
						"{'call': {'as': 'c1', 'type': 'get', 'to': 'a@b/c', 'payload_text': 'a<b>&'}}, "
								+ "{'expect': {'payload': \"<q xmlns='urn:example:q'>a&lt;b&gt;&amp;</q>\"}}"),
				Arguments.of("payload_text that is no XML", "",
						"{'call': {'as': 'c1', 'type': 'get', 'to': 'a@b/c', 'payload_text': 'a\\u0000'}}, "
								+ "{'outcome': {'call': 'c1', 'is': 'illegal-argument'}}, {'expect_nothing_ms': 50}"),
				Arguments.of("no payload", "",
						"{'call': {'as': 'c1', 'type': 'set', 'to': 'a@b/c', 'payload': null}}, "
								+ "{'outcome': {'call': 'c1', 'is': 'illegal-argument'}}"),
				Arguments.of("stream close", "",
						CALL + SENT + "{'stream': 'close'}, {'outcome': {'call': 'c1', 'is': 'disconnected'}}"),
				Arguments.of("stream abort", "",
						CALL + SENT + "{'stream': 'abort'}, {'outcome': {'call': 'c1', 'is': 'disconnected'}}, "
								+ CALL.replace("c1", "c2") + "{'outcome': {'call': 'c2', 'is': 'disconnected'}}"),
				Arguments.of("recv_raw", "",
						CALL + SENT
								+ "{'recv_raw': \"<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
								+ "</stream:error></stream:stream>\"}, "
								+ "{'outcome': {'call': 'c1', 'is': 'disconnected', 'stream_condition': 'conflict'}}"),
				Arguments.of("recv_raw in pieces", ANSWER,
						"{'recv_raw': \"<iq type='get' id='q1' from='a@b/c'><q xmlns='urn:ex\"}, {'expect_nothing_ms': 20}, "
								+ "{'recv_raw': \"ample:q'/></iq>\"}, {'expect': {'type': 'result', 'id': 'q1'}}"),
				Arguments.of("expect_either", handler("never"),
						GET + "{'expect_either': [{'expect': {'type': 'error'}}, {'expect_nothing_ms': 50}]}"),
				Arguments.of("any_order", ANSWER,
						GET + GET.replace("q1", "q2") + GET.replace("q1", "q3")
								+ "{'expect': {'id': 'q3', 'any_order': true}}, {'expect': {'id': 'q1'}}, "
								+ "{'expect': {'id': 'q2'}}"),
				Arguments.of("repeat", ANSWER,
						"{'repeat': 2, 'var': 'i', 'steps': [{'repeat': 2, 'var': 'k', 'reverse': true, 'steps': ["
								+ GET.replace("q1", "q${i}${k}") + "{'expect': {'id': 'q${i}${k}'}}]}]}"),
				Arguments.of("repeat in reverse", ANSWER,
						GET.replace("q1", "q1") + GET.replace("q1", "q0")
								+ "{'repeat': 2, 'var': 'i', 'reverse': true, 'steps': [{'expect': {'id': 'q${i}'}}]}"),
				Arguments.of("bind_id, ids-differ", "",
						CALL + SENT + CALL.replace("c1", "c2") + SENT.replace("c1", "c2")
								+ "{'assert': 'ids-differ c1 c2'}, {'assert': 'pending-count 2'}"),
				Arguments.of("null and lists", ANSWER,
						GET.replace("from='romeo@montague.lit/orchard' ", "")
								+ "{'expect': {'to': [null, 'juliet@capulet.lit'], 'from': null, 'id': ['x', 'q1']}}"),
				Arguments.of("names with ids", ANSWER,
						CALL + SENT + GET.replace("q1", "${c1}") + "{'expect': {'type': 'result', 'id': '${c1}'}}"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void findsWhatGoesOtherwise(String name, String handlers, String steps) {
		Script script = script(handlers, steps);

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ScriptRunner.run(script));
	}

	static Stream<Arguments> findsWhatGoesOtherwise() {
		return Stream.of(Arguments.of("type", ANSWER, GET + "{'expect': {'type': 'error'}}"),
				Arguments.of("id", ANSWER, GET + "{'expect': {'id': ['q2', null]}}"),
				Arguments.of("to", ANSWER, GET + "{'expect': {'to': null}}"),
				Arguments.of("from", ANSWER, GET + "{'expect': {'from': 'nurse@capulet.lit'}}"),
				Arguments.of("payload", ANSWER, GET + "{'expect': {'payload': \"<q xmlns='urn:example:q'/>\"}}"),
				Arguments.of("no payload", ANSWER, GET + "{'expect': {'payload': null}}"),
				Arguments.of("condition", "", GET + "{'expect': {'condition': ['conflict']}}"),
				Arguments.of("condition of a result", ANSWER, GET + "{'expect': {'condition': ['conflict']}}"),
				Arguments.of("error_type", "", GET + "{'expect': {'error_type': 'auth'}}"),
				Arguments.of("text", handler("throw-stanza-error', 'condition': 'conflict', 'text': 'secret"),
						GET + "{'expect': {'text': 'other'}}"),
				Arguments.of("text_must_not_contain",
						handler("throw-stanza-error', 'condition': 'conflict', 'text': 'secret"),
						GET + "{'expect': {'text_must_not_contain': 'secret'}}"),
				Arguments.of("app_condition", "", GET + "{'expect': {'app_condition': '{urn:x}x'}}"),
				Arguments.of("original_payload", "", GET + "{'expect': {'original_payload': 'required'}}"),
				Arguments.of("within_ms",
						handler("return-future', 'after_ms': 200, 'payload': '<q xmlns=\\\"urn:example:q\\\"/>"),
						GET + "{'expect': {'type': 'result', 'within_ms': 20}}"),
				Arguments.of("any_order", ANSWER,
						GET + GET.replace("q1", "q2")
								+ "{'expect': {'id': 'q2', 'any_order': true}}, {'expect': {'id': 'q3'}}"),
				Arguments.of("order of others", ANSWER,
						GET + GET.replace("q1", "q2") + GET.replace("q1", "q3") + "{'expect': {'id': 'q3'}}, "
								+ "{'expect': {'id': 'q1'}}, {'expect': {'id': 'q2', 'any_order': true}}"),
				Arguments.of("order", ANSWER,
						GET + GET.replace("q1", "q2") + "{'expect': {'id': 'q2'}}, {'expect': {'id': 'q1'}}"),
				Arguments.of("expect_nothing_ms", ANSWER, GET + "{'expect_nothing_ms': 2000}"),
				Arguments.of("expect_either", ANSWER,
						GET + "{'expect_either': [{'expect_nothing_ms': 2000}, {'expect': {'type': 'error'}}]}"),
				Arguments.of("more than was expected", ANSWER,
						GET + GET.replace("q1", "q2") + "{'expect': {'id': 'q1'}}"),
				Arguments.of("result instead of an error", "",
						CALL + SENT + RESULT + "{'outcome': {'call': 'c1', 'is': 'error'}}"),
				Arguments.of("result instead of pending", "",
						CALL + SENT + RESULT + "{'outcome': {'call': 'c1', 'is': 'pending'}}"),
				Arguments.of("payload of an outcome", "",
						CALL + SENT + RESULT + "{'outcome': {'call': 'c1', 'is': 'result', 'payload': null}}"),
				Arguments.of("condition of an outcome", "",
						CALL + SENT + ERROR + "{'outcome': {'call': 'c1', 'is': 'error', 'condition': 'conflict'}}"),
				Arguments.of("condition_text of an outcome", "",
						CALL + SENT + ERROR + "{'outcome': {'call': 'c1', 'is': 'error', 'condition_text': 'xmpp:x'}}"),
				Arguments.of("by of an outcome", "",
						CALL + SENT + ERROR + "{'outcome': {'call': 'c1', 'is': 'error', 'by': null}}"),
				Arguments.of("stream_condition", "",
						CALL + SENT + "{'stream': 'close'}, "
								+ "{'outcome': {'call': 'c1', 'is': 'disconnected', 'stream_condition': 'conflict'}}"),
				Arguments.of("recv after the end", "", "{'stream': 'close'}, " + GET + "{'expect_nothing_ms': 10}"),
				Arguments.of("ids-differ", "", CALL + SENT + "{'assert': 'ids-differ c1 c1'}"),
				Arguments.of("roster-lacks", "",
						"{'recv': \"<iq type='set' id='p1' from='juliet@capulet.lit'><query xmlns='jabber:iq:roster'>"
								+ "<item jid='nurse@capulet.lit'/></query></iq>\"}, {'expect': {'type': 'result'}}, "
								+ "{'assert': 'roster-contains nurse@capulet.lit'}, "
								+ "{'assert': 'roster-lacks nurse@capulet.lit'}"));
	}

	@Test
	void componentAnswersFromWhomWasAsked() {
		Script script = script("'mode': 'component', 'self': 'plays.capulet.lit', 'domain': 'capulet.lit'", ANSWER,
				GET.replace("juliet@capulet.lit/balcony", "bot@plays.capulet.lit/r")
						+ "{'expect': {'type': 'result', 'from': 'bot@plays.capulet.lit/r'}}, "
						+ CALL.replace("5000", "5000, 'from': 'bot@plays.capulet.lit'")
						+ "{'expect': {'from': 'bot@plays.capulet.lit', 'bind_id': 'c1'}}, "
						+ RESULT.replace("from=", "to='bot@plays.capulet.lit' from=")
						+ "{'outcome': {'call': 'c1', 'is': 'result'}}, {'assert': 'roster-lacks nurse@capulet.lit'}");

		ScriptRun run = ScriptRunner.run(script);

		assertThat(run.skipped()).containsExactly("assert roster-lacks nurse@capulet.lit");
	}

	@Test
	void tellsWhatHappened() {
		ScriptRun run = ScriptRunner
			.run(script(ANSWER, GET + "{'expect': {'type': 'result'}}, {'assert': 'moon full'}"));

		assertThat(run.trace()).singleElement().asString().contains("id=\"q1\"");
		assertThat(run.skipped()).containsExactly("assert moon full");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'wait': 10}", "{'recv': 'x', 'expect': {}}", "{'expect': {'colour': 'red'}}",
			"{'call': {'priority': 1}}", "{'outcome': {'call': 'c1', 'is': 'result', 'mood': 'good'}}",
			"{'repeat': 2, 'steps': [{'wait': 10}]}", "{'expect_either': [{'wait': 10}]}" })
	void refusesUnknownSteps(String steps) {
		assertThatIllegalArgumentException().isThrownBy(() -> script("", steps));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type': 'get', 'child': 'q', 'does': 'sing'}",
			"{'type': 'get', 'child': 'q', 'does': 'return', 'colour': 'red'}" })
	void refusesUnknownHandlers(String handler) {
		assertThatIllegalArgumentException().isThrownBy(() -> script(handler, "{'expect_nothing_ms': 1}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'stream': 'bend'}", "{'cancel': 'c9'}", "{'outcome': {'call': 'c9', 'is': 'bored'}}",
			"{'call': {'as': 'c1', 'type': 'get', 'on_result': 'dance'}}", "{'expect': {'id': '${c9}'}}" })
	void refusesUnknownValues(String step) {
		Script script = script(ANSWER, GET + step);

		assertThatIllegalArgumentException().isThrownBy(() -> ScriptRunner.run(script));
	}

	private static String handler(String does) {
		return "{'type': 'get', 'child': '{urn:example:q}q', 'does': '" + does + "'}";
	}

	private static Script script(String handlers, String steps) {
		return script("'mode': 'client', 'self': 'juliet@capulet.lit/balcony', 'domain': 'capulet.lit'", handlers,
				steps);
	}

	private static Script script(String session, String handlers, String steps) {
		return Script.of(json("{'id': 'a', 'title': 'b', 'level': 'MUST', 'session': {%s}, 'handlers': [%s], "
			.formatted(session, handlers) + "'steps': [" + steps.replaceAll(",\\s*$", "") + "]}"));
	}

	/**
	 * Read JSON with single quotes, which stay as they are between double quotes.
	 */
	private static JsonNode json(String json) {
		StringBuilder strict = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < json.length(); i++) {
			char c = json.charAt(i);
			if (c == '\\') {
				strict.append(c).append(json.charAt(++i));
				continue;
			}
			quoted ^= (c == '"');
			strict.append((c == '\'' && !quoted) ? '"' : c);
		}
		return JsonMapper.shared().readTree(strict.toString());
	}

}
