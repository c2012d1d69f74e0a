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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The requests that the application makes in a script, by their names there.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Calls {

	private static final Pattern NAME = Pattern.compile("\\$\\{([^{}]+)}");

	private static final Element DEFAULT_PAYLOAD = Element.of("urn:example:q", "q");

	private final Script script;

	private final IqOperations operations;

	private final Map<String, CompletableFuture<Iq>> calls = new ConcurrentHashMap<>();

	private final Map<String, String> ids = new LinkedHashMap<>();

	Calls(Script script, IqOperations operations) {
		this.script = script;
		this.operations = operations;
	}

	/**
	 * Make a call and go on.
	 * @param call the call
	 */
	void start(JsonNode call) {
		CompletableFuture<Iq> future;
		try {
			future = this.operations.exchangeAsync(request(call), timeout(call));
		}
		catch (RuntimeException ex) {
			future = CompletableFuture.failedFuture(ex);
		}
		addCallback(call, future);
		add(call, future);
	}

	private void add(JsonNode call, CompletableFuture<Iq> future) {
		CompletableFuture<Iq> before = this.calls.put(name(call), future);
		Assert.isTrue(before == null, () -> "Two calls are named " + name(call));
	}

	/**
	 * Make a call from a handler, which waits for the result.
	 * @param call the call
	 * @return the payload of the result
	 */
	@Nullable Element execute(JsonNode call) {
		CompletableFuture<Iq> outcome = new CompletableFuture<>();
		add(call, outcome);
		try {
			Iq result = this.operations.exchange(request(call), timeout(call));
			outcome.complete(result);
			return result.payload();
		}
		catch (RuntimeException ex) {
			outcome.completeExceptionally(ex);
			throw ex;
		}
	}

	private static void addCallback(JsonNode call, CompletableFuture<Iq> future) {
		if (call.has("on_result")) {
			String reaction = call.get("on_result").asString();
			Assert.isTrue(reaction.equals("throw-runtime"), () -> "Unknown on_result: " + reaction);
			future.thenAccept((result) -> {
				throw new IllegalStateException("as the script says");
			});
		}
	}

	private static String name(JsonNode call) {
		return call.path("as").asString("call");
	}

	private Duration timeout(JsonNode call) {
		long millis = call.path("timeout_ms").asLong(Times.PATIENCE.toMillis());
		Duration timeout = Times.scaled(millis);
		boolean meant = millis <= 0 || this.script.hasTimeout(name(call));
		return (meant || timeout.compareTo(Times.PATIENCE) > 0) ? timeout : Times.PATIENCE;
	}

	private static Iq request(JsonNode call) {
		IqType type = IqType.ofValue(call.required("type").asString());
		Assert.notNull(type, () -> "There are no requests of type " + call.get("type"));
		String to = call.path("to").asStringOpt().orElse(null);
		String from = call.path("from").asStringOpt().orElse(null);
		return Iq.builder(type)
			.to((to != null) ? Jid.of(to) : null)
			.from((from != null) ? Jid.of(from) : null)
			.payload(payload(call))
			.build();
	}

	private static @Nullable Element payload(JsonNode call) {
		String xml = call.path("payload").asStringOpt().orElse(null);
		if (!call.has("payload_text")) {
			return (xml != null) ? Xml.parse(xml) : null;
		}
		Element payload = (xml != null) ? Xml.parse(xml) : DEFAULT_PAYLOAD;
		return payload.mutate().text(call.get("payload_text").asString()).build();
	}

	void cancel(String name) {
		future(name).cancel(false);
	}

	/**
	 * The future of a call.
	 * @param name the name of the call
	 * @return the future
	 */
	CompletableFuture<Iq> future(String name) {
		CompletableFuture<Iq> future = this.calls.get(name);
		Assert.notNull(future, () -> "There is no call " + name);
		return future;
	}

	/**
	 * Remember the id of a call.
	 * @param name the name of the call
	 * @param id its id on the wire
	 */
	void bind(String name, @Nullable String id) {
		assertThat(id).as("id of %s", name).isNotEmpty();
		this.ids.forEach((other, otherId) -> {
			CompletableFuture<Iq> call = this.calls.get(other);
			if (call != null && !call.isDone()) {
				assertThat(id).as("id of %s, beside that of %s", name, other).isNotEqualTo(otherId);
			}
		});
		this.ids.put(name, id);
	}

	String id(String name) {
		String id = this.ids.get(name);
		Assert.notNull(id, () -> "There is no id of a call " + name);
		return id;
	}

	/**
	 * Write ids for the names of calls.
	 * @param text a text with names
	 * @return the text with ids
	 */
	String withIds(String text) {
		return NAME.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(id(match.group(1))));
	}

	/**
	 * Write ids for the names of calls in XML.
	 * @param xml XML with names
	 * @return XML with ids
	 */
	String withEscapedIds(String xml) {
		return NAME.matcher(xml).replaceAll((match) -> Matcher.quoteReplacement(Xml.escape(id(match.group(1)))));
	}

	/**
	 * What a call failed with.
	 * @param failure the failure of its future
	 * @return the reason
	 */
	static Throwable unwrap(Throwable failure) {
		return (failure instanceof CompletionException && failure.getCause() != null) ? unwrap(failure.getCause())
				: failure;
	}

}
