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

package io.github.xmppspring.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.negotiation.NegotiationException;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

import org.springframework.util.backoff.BackOffExecution;

/**
 * Decides whether and when to connect again. Failures that another attempt would only
 * repeat, to the harm of others, end it: wrong credentials lock accounts, a taken
 * resource would be taken back. Belongs to the event loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Reconnection {

	/**
	 * A stream that lasted as long was a success: the back-off begins anew.
	 */
	private static final Duration STABLE = Duration.ofSeconds(30);

	private final ConnectionSettings settings;

	private final EventLoop loop;

	private @Nullable BackOffExecution backOff;

	private @Nullable ScheduledFuture<?> next;

	Reconnection(ConnectionSettings settings, EventLoop loop) {
		this.settings = settings;
		this.loop = loop;
	}

	/**
	 * How long to wait after a failure.
	 * @param before the status up to the failure
	 * @param cause the failure, {@code null} if the server closed the stream in order
	 * @return the time until the next attempt, {@code null} if there is to be none
	 */
	@Nullable Duration delayAfter(ConnectionStatus before, @Nullable Throwable cause) {
		if (!this.settings.reconnect() || !isRetryable(cause)) {
			return null;
		}
		if (before.stream() != null && before.since().plus(STABLE).isBefore(Instant.now())) {
			reset();
		}
		this.backOff = (this.backOff != null) ? this.backOff : this.settings.backOff().start();
		long delay = this.backOff.nextBackOff();
		return (delay != BackOffExecution.STOP) ? Duration.ofMillis(delay) : null;
	}

	private static boolean isRetryable(@Nullable Throwable cause) {
		if (cause instanceof NegotiationException negotiation) {
			return negotiation.isRetryable();
		}
		if (!(cause instanceof StreamException stream) || !stream.isRemote()) {
			return true;
		}
		StreamErrorCondition condition = stream.error().condition();
		return condition != StreamErrorCondition.CONFLICT && condition != StreamErrorCondition.NOT_AUTHORIZED
				&& condition != StreamErrorCondition.HOST_GONE && condition != StreamErrorCondition.HOST_UNKNOWN;
	}

	void schedule(Runnable attempt, Duration delay) {
		this.next = this.loop.schedule(attempt, delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	void cancel() {
		if (this.next != null) {
			this.next.cancel(false);
			this.next = null;
		}
	}

	void reset() {
		cancel();
		this.backOff = null;
	}

}
