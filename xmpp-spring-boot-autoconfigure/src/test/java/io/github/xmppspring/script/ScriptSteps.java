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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlException;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the steps of a script, one after another.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScriptSteps {

	private final Script script;

	private final ScriptedServer server;

	private final ClientWire wire;

	private final Calls calls;

	private final StateChecks checks;

	private final Map<String, @Nullable Element> requests = new HashMap<>();

	private final List<String> skipped = new ArrayList<>();

	private final List<String> trace = new ArrayList<>();

	private long before = System.nanoTime();

	ScriptSteps(Script script, ScriptedServer server, ClientWire wire, Calls calls, StateChecks checks) {
		this.script = script;
		this.server = server;
		this.wire = wire;
		this.calls = calls;
		this.checks = checks;
	}

	/**
	 * Take all steps. After the last one nothing more may come.
	 * @return what has happened
	 */
	ScriptRun run() {
		List<JsonNode> steps = this.script.steps();
		for (int i = 0; i < steps.size(); i++) {
			JsonNode step = steps.get(i);
			try {
				i += takeFrom(steps, i) - 1;
			}
			catch (AssertionError | ConditionTimeoutException ex) {
				throw new AssertionError("Step %d %s: %s".formatted(i + 1, step, ex.getMessage()), ex);
			}
			this.before = System.nanoTime();
		}
		assertThat(this.server.inbox().await(1, Times.GRACE)).as("stanzas after the end of the script").isEmpty();
		return new ScriptRun(this.skipped, this.trace);
	}

	/**
	 * Take the next step, or several of which the order does not matter.
	 */
	private int takeFrom(List<JsonNode> steps, int index) {
		List<JsonNode> expectations = new ArrayList<>();
		for (int i = index; i < steps.size() && steps.get(i).has("expect"); i++) {
			expectations.add(steps.get(i).get("expect"));
		}
		if (expectations.stream().anyMatch((expected) -> expected.path("any_order").asBoolean(false))) {
			expectInAnyOrder(expectations);
			return expectations.size();
		}
		take(steps.get(index));
		return 1;
	}

	private void take(JsonNode step) {
		String kind = Vocabulary.kind(step);
		JsonNode content = step.get(kind);
		switch (kind) {
			case "recv" -> receive(this.calls.withEscapedIds(content.asString()));
			case "recv_raw" -> send(this.calls.withEscapedIds(content.asString()));
			case "call" -> call(content);
			case "cancel" -> this.calls.cancel(content.asString());
			case "stream" -> endStream(content.asString());
			case "expect" -> expectInAnyOrder(List.of(content));
			case "expect_nothing_ms" -> expectNothing(content.asLong());
			case "expect_either" -> expectEither(content);
			case "outcome" -> outcome(content);
			case "assert" -> check(content.asString());
			default -> throw new IllegalArgumentException("Unknown kind of step: " + kind);
		}
	}

	private void receive(String xml) {
		try {
			Element stanza = Xml.parse(xml);
			this.requests.put(String.valueOf(stanza.attribute("id")), stanza.firstChild());
		}
		catch (XmlException ex) {
			// sent all the same
		}
		send(xml);
	}

	private void send(String text) {
		this.server.send(text);
		this.wire.awaitRead(this.server::bytesWritten);
	}

	private void call(JsonNode call) {
		if (call.has("inject_reply_before_flush_returns")) {
			String payload = call.get("inject_reply_before_flush_returns").asStringOpt().orElse("");
			String to = call.path("to").asStringOpt().orElse(null);
			String from = (to != null) ? " from='" + Xml.escape(to) + "'" : "";
			String self = call.path("from").asString(this.script.self());
			this.wire.injectReply((id) -> "<iq type='result' id='%s'%s to='%s'>%s</iq>".formatted(Xml.escape(id), from,
					Xml.escape(self), payload));
		}
		this.calls.start(call);
	}

	private void endStream(String how) {
		switch (how) {
			case "close" -> this.server.closeStream();
			case "abort" -> this.server.abortStream();
			default -> throw new IllegalArgumentException("Unknown end of a stream: " + how);
		}
		this.wire.awaitClosed();
	}

	private void expectInAnyOrder(List<JsonNode> expectations) {
		List<Inbox.Arrival> arrivals = this.server.inbox().await(expectations.size(), Times.PATIENCE);
		assertThat(arrivals).as("stanzas, of which there are %s", this.server.inbox().describe())
			.hasSameSizeAs(expectations);
		List<Inbox.Arrival> matched = new ArrayList<>();
		if (expectations.size() == 1) {
			check(expectations.get(0), arrivals.get(0));
			matched.addAll(arrivals);
		}
		else {
			assertThat(match(expectations, new ArrayList<>(arrivals), matched)).as("an order of %s that fits", arrivals)
				.isTrue();
		}
		this.server.inbox().removeAll(arrivals);
		arrivals.forEach((arrival) -> this.trace.add(arrival.toString()));
		for (int i = 0; i < matched.size(); i++) {
			if (expectations.get(i).has("bind_id")) {
				this.calls.bind(expectations.get(i).get("bind_id").asString(), matched.get(i).stanza().attribute("id"));
			}
		}
	}

	/**
	 * Find a stanza for each expectation. Those that do not say that they may come in any
	 * order keep theirs.
	 */
	private boolean match(List<JsonNode> expectations, List<Inbox.Arrival> arrivals, List<Inbox.Arrival> matched) {
		if (matched.size() == expectations.size()) {
			return isInOrder(expectations, matched);
		}
		for (Inbox.Arrival arrival : List.copyOf(arrivals)) {
			if (!matched.contains(arrival) && fits(expectations.get(matched.size()), arrival)) {
				matched.add(arrival);
				if (match(expectations, arrivals, matched)) {
					return true;
				}
				matched.remove(matched.size() - 1);
			}
		}
		return false;
	}

	private static boolean isInOrder(List<JsonNode> expectations, List<Inbox.Arrival> matched) {
		List<Long> times = new ArrayList<>();
		for (int i = 0; i < matched.size(); i++) {
			if (!expectations.get(i).path("any_order").asBoolean(false)) {
				times.add(matched.get(i).nanos());
			}
		}
		List<Long> sorted = new ArrayList<>(times);
		Collections.sort(sorted);
		return times.equals(sorted);
	}

	private boolean fits(JsonNode expected, Inbox.Arrival arrival) {
		try {
			check(expected, arrival);
			return true;
		}
		catch (AssertionError ex) {
			return false;
		}
	}

	private void check(JsonNode expected, Inbox.Arrival arrival) {
		try {
			new StanzaExpectation(expected, this.script.self(), this.calls::withIds, this.requests)
				.check(arrival.stanza());
			checkTime(expected, arrival.nanos());
		}
		catch (AssertionError ex) {
			throw new AssertionError(ex.getMessage() + "\nin " + arrival.stanza(), ex);
		}
	}

	private void checkTime(JsonNode expected, long nanos) {
		if (expected.has("within_ms")) {
			assertThat(Duration.ofNanos(nanos - this.before)).as("time since the step before")
				.isLessThanOrEqualTo(Times.scaled(expected.get("within_ms").asLong()));
		}
	}

	private void expectNothing(long millis) {
		Duration time = this.script.hasSlowHandlers() ? Times.scaled(millis) : Duration.ofMillis(millis);
		assertThat(this.server.inbox().await(1, time)).as("stanzas").isEmpty();
		this.trace.add("nothing");
	}

	private void expectEither(JsonNode steps) {
		List<String> failures = new ArrayList<>();
		for (JsonNode step : waitingFirst(steps)) {
			try {
				take(step);
				return;
			}
			catch (AssertionError ex) {
				failures.add(ex.getMessage());
			}
		}
		throw new AssertionError("None of these: " + failures);
	}

	/**
	 * Whether nothing comes has to be known before something is waited for.
	 */
	private static List<JsonNode> waitingFirst(JsonNode steps) {
		List<JsonNode> ordered = new ArrayList<>(
				steps.valueStream().filter((step) -> step.has("expect_nothing_ms")).toList());
		steps.valueStream().filter((step) -> !step.has("expect_nothing_ms")).forEach(ordered::add);
		Assert.isTrue(!ordered.isEmpty(), "There must be a step to expect");
		return ordered;
	}

	private void outcome(JsonNode expected) {
		Outcome outcome = Outcome.check(expected, this.calls.future(expected.required("call").asString()));
		checkTime(expected, System.nanoTime());
		this.trace.add(outcome.toString());
	}

	private void check(String state) {
		if (!this.checks.check(state)) {
			this.skipped.add("assert " + state);
		}
	}

}
