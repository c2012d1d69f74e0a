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
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.MalformedStanzaException;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a call ended, as the API tells its caller.
 *
 * @param kind the word of scripts for it
 * @param payload the payload of the response
 * @param error the error of the response
 * @param failure the exception
 * @author XMPP for Spring Boot contributors
 */
record Outcome(String kind, @Nullable Element payload, @Nullable ErrorView error, @Nullable Throwable failure) {

	private static final List<String> KINDS = List.of("result", "error", "timeout", "disconnected", "illegal-argument",
			"pending", "cancelled");

	/**
	 * Wait for the end of a call and check it.
	 * @param expected what the script says
	 * @param future the call
	 * @return the outcome
	 */
	static Outcome check(JsonNode expected, CompletableFuture<Iq> future) {
		List<@Nullable String> kinds = AnyOf.values(expected.required("is"));
		Assert.isTrue(KINDS.containsAll(kinds), () -> "Unknown outcome: " + kinds);
		Outcome outcome = of(future, kinds.contains("pending") ? Times.GRACE : Times.PATIENCE);
		assertThat(outcome.kind()).as("outcome: %s", outcome).isIn(kinds);
		outcome.checkContent(expected);
		return outcome;
	}

	private static Outcome of(CompletableFuture<Iq> future, Duration timeout) {
		try {
			return new Outcome("result", future.get(timeout.toMillis(), TimeUnit.MILLISECONDS).payload(), null, null);
		}
		catch (TimeoutException ex) {
			return new Outcome("pending", null, null, null);
		}
		catch (CancellationException ex) {
			return new Outcome("cancelled", null, null, ex);
		}
		catch (ExecutionException ex) {
			return of(Calls.unwrap(ex.getCause()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
	}

	private static Outcome of(Throwable failure) {
		if (failure instanceof IqErrorException error) {
			return new Outcome("error", error.response().payload(), ErrorView.of(error.error()), error);
		}
		if (failure instanceof MalformedStanzaException malformed) {
			return new Outcome("error", null, ErrorView.of(malformed.condition()), malformed);
		}
		if (failure instanceof IqTimeoutException) {
			return new Outcome("timeout", null, null, failure);
		}
		if (failure instanceof XmppConnectionException) {
			return new Outcome("disconnected", null, null, failure);
		}
		return new Outcome(
				(hasCause(failure, IllegalArgumentException.class) != null) ? "illegal-argument" : failure.toString(),
				null, null, failure);
	}

	private static <T> @Nullable T hasCause(@Nullable Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	private void checkContent(JsonNode expected) {
		if (expected.has("payload")) {
			assertThat(Xml.infoset(this.payload)).as("payload")
				.isIn(StanzaExpectation.infosets(expected.get("payload")));
		}
		if (ErrorView.isExpected(expected) || expected.has("text_must_not_contain")) {
			assertThat(this.error).as("error").isNotNull();
			this.error.check(expected);
		}
		if (expected.has("stream_condition")) {
			StreamException stream = hasCause(this.failure, StreamException.class);
			assertThat((stream != null) ? stream.error().condition().value() : null).as("stream condition")
				.isIn(AnyOf.values(expected.get("stream_condition")));
		}
	}

}
