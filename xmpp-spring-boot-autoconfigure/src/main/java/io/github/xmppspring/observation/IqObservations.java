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

package io.github.xmppspring.observation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Observes one exchange, in whichever direction: the request goes on within the scope of
 * the observation, and the response ends it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqObservations {

	private IqObservations() {
	}

	/**
	 * Passes a request on.
	 * @param observation the observation, not started
	 * @param context its context
	 * @param next the rest of the way
	 * @return completes with the response when the observation has ended
	 */
	static CompletionStage<Iq> observe(Observation observation, IqObservationContext context, IqExchange next) {
		if (observation.isNoop()) {
			return next.exchange(context.getRequest());
		}
		CompletionStage<Iq> stage = start(observation, context, next);
		CompletableFuture<Iq> observed = new CompletableFuture<>();
		stage.whenComplete((response, failure) -> end(observed, observation, context, response, failure));
		observed.whenComplete((response, failure) -> {
			if (failure instanceof CancellationException) {
				stage.toCompletableFuture().cancel(false);
			}
		});
		return observed;
	}

	private static CompletionStage<Iq> start(Observation observation, IqObservationContext context, IqExchange next) {
		observation.start();
		Observation.Scope scope = observation.openScope();
		try {
			CompletionStage<Iq> stage = next.exchange(context.getRequest());
			Assert.state(stage != null, "There is no stage");
			return stage;
		}
		catch (Throwable ex) {
			stop(observation, context, null, ex);
			throw ex;
		}
		finally {
			scope.close();
		}
	}

	private static void end(CompletableFuture<Iq> observed, Observation observation, IqObservationContext context,
			@Nullable Iq response, @Nullable Throwable failure) {
		try {
			stop(observation, context, response, failure);
		}
		finally {
			if (response != null) {
				observed.complete(response);
			}
			else {
				observed.completeExceptionally(
						(failure != null) ? failure : new IllegalStateException("There is no response"));
			}
		}
	}

	private static void stop(Observation observation, IqObservationContext context, @Nullable Iq response,
			@Nullable Throwable failure) {
		if (response != null) {
			context.setResponse(response);
			context.setOutcome(IqOutcome.of(response));
		}
		else {
			fail(observation, context, IqOutcome.unwrap(failure));
		}
		observation.stop();
	}

	// Who gives a request up makes no error of it
	private static void fail(Observation observation, IqObservationContext context, @Nullable Throwable failure) {
		IqOutcome outcome = IqOutcome.of(failure);
		context.setOutcome(outcome);
		if (failure != null && outcome != IqOutcome.CANCELLED) {
			observation.error(withoutAddress(failure));
		}
	}

	// Spans tell the messages of failures, and addresses are told by conventions only
	private static Throwable withoutAddress(Throwable failure) {
		return (failure instanceof IqTimeoutException timeout) ? timeout.withoutAddress() : failure;
	}

}
