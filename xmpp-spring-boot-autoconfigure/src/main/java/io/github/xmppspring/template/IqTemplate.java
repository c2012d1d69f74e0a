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

package io.github.xmppspring.template;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The implementation of {@link IqOperations} over any {@link IqExchange}: a connection,
 * or, in tests, the dispatcher of the handlers or a lambda.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqTemplate implements IqOperations {

	private final IqExchange exchange;

	private final PayloadCodecs payloads;

	private final IqTemplateSettings settings;

	private final Deadlines deadlines = new Deadlines();

	/**
	 * Creates a template with {@linkplain IqTemplateSettings#DEFAULT default settings}.
	 * @param exchange where requests go
	 * @param payloads the known payloads
	 */
	public IqTemplate(IqExchange exchange, PayloadCodecs payloads) {
		this(exchange, payloads, IqTemplateSettings.DEFAULT);
	}

	/**
	 * Creates a template.
	 * @param exchange where requests go
	 * @param payloads the known payloads
	 * @param settings how the template works
	 */
	public IqTemplate(IqExchange exchange, PayloadCodecs payloads, IqTemplateSettings settings) {
		Assert.notNull(exchange, "'exchange' must not be null");
		Assert.notNull(payloads, "'payloads' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		this.exchange = exchange;
		this.payloads = payloads;
		this.settings = settings;
	}

	/**
	 * The same template with another executor, for what is built on top of templates.
	 * @param executor where futures complete
	 * @return a new template
	 */
	public IqTemplate withExecutor(Executor executor) {
		return new IqTemplate(this.exchange, this.payloads, this.settings.withExecutor(executor));
	}

	@Override
	public RequestSpec get(Object payload) {
		return new DefaultRequestSpec(Iq.get(this.payloads.write(payload)).build(), this.settings.timeout());
	}

	@Override
	public RequestSpec set(Object payload) {
		return new DefaultRequestSpec(Iq.set(this.payloads.write(payload)).build(), this.settings.timeout());
	}

	@Override
	public Iq exchange(Iq request) {
		return exchange(request, this.settings.timeout());
	}

	@Override
	public Iq exchange(Iq request, Duration timeout) {
		return call(request, timeout, Function.identity());
	}

	@Override
	public CompletableFuture<Iq> exchangeAsync(Iq request) {
		return exchangeAsync(request, this.settings.timeout());
	}

	@Override
	public CompletableFuture<Iq> exchangeAsync(Iq request, Duration timeout) {
		return callAsync(request, timeout, Function.identity());
	}

	private CompletableFuture<Iq> start(Iq request, Duration timeout) {
		Assert.isTrue(request.isRequest(), "'request' must be of type get or set");
		IqTemplateSettings.requirePositive(timeout);
		return IqCall.start(request, timeout, this.settings.filters(), this.exchange, this.deadlines);
	}

	private <T> T call(Iq request, Duration timeout, Function<Iq, T> conversion) {
		Assert.state(!(Thread.currentThread() instanceof NonBlockingThread),
				"This thread carries the stanzas of a connection and must not wait for one. "
						+ "Use retrieveAsync, executeAsync or exchangeAsync, or call from another thread");
		CompletableFuture<Iq> response = start(request, timeout);
		try {
			return conversion.apply(requireResult(response.get()));
		}
		catch (InterruptedException ex) {
			response.cancel(false);
			Thread.currentThread().interrupt();
			throw new IqInterruptedException(ex);
		}
		catch (ExecutionException ex) {
			throw translate(ex.getCause());
		}
		catch (CancellationException ex) {
			throw translate(ex);
		}
	}

	private <T extends @Nullable Object> CompletableFuture<T> callAsync(Iq request, Duration timeout,
			Function<Iq, T> conversion) {
		IqCompletion<T> completion = new IqCompletion<>(conversion, this.settings.decorator());
		CompletableFuture<T> outcome = completion.outcome();
		CompletableFuture<Iq> response = start(request, timeout);
		response.handleAsync(completion::complete, this.settings.executor()).whenComplete((done, rejected) -> {
			if (rejected != null) {
				outcome.completeExceptionally(translate(rejected));
			}
		});
		outcome.whenComplete((value, failure) -> response.cancel(false));
		return outcome;
	}

	static Iq requireResult(Iq response) {
		if (response.type() == IqType.ERROR) {
			throw new IqErrorException(response);
		}
		return response;
	}

	static XmppException translate(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof CompletionException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause instanceof XmppException known) ? known
				: new IqExchangeException("The request failed: " + describe(cause), cause);
	}

	private static String describe(@Nullable Throwable cause) {
		return (cause != null) ? cause.getClass().getName() : "unknown";
	}

	private <T> Function<Iq, T> payloadAs(Class<T> type) {
		if (type != Element.class) {
			// Better before the request is sent than after
			this.payloads.codecFor(type);
		}
		return (response) -> this.payloads.requiredPayload(response, type);
	}

	private final class DefaultRequestSpec implements RequestSpec {

		private final Iq request;

		private final Duration timeout;

		private DefaultRequestSpec(Iq request, Duration timeout) {
			this.request = request;
			this.timeout = timeout;
		}

		@Override
		public RequestSpec from(Jid from) {
			return new DefaultRequestSpec(this.request.withFrom(from), this.timeout);
		}

		@Override
		public RequestSpec from(String from) {
			return from(Jid.of(from));
		}

		@Override
		public RequestSpec to(Jid to) {
			Assert.notNull(to, "'to' must not be null");
			return new DefaultRequestSpec(this.request.withTo(to), this.timeout);
		}

		@Override
		public RequestSpec to(String to) {
			return to(Jid.of(to));
		}

		@Override
		public RequestSpec timeout(Duration timeout) {
			IqTemplateSettings.requirePositive(timeout);
			return new DefaultRequestSpec(this.request, timeout);
		}

		@Override
		public <T> T retrieve(Class<T> type) {
			return call(this.request, this.timeout, payloadAs(type));
		}

		@Override
		public <T> CompletableFuture<T> retrieveAsync(Class<T> type) {
			return callAsync(this.request, this.timeout, payloadAs(type));
		}

		@Override
		public void execute() {
			call(this.request, this.timeout, Function.identity());
		}

		@Override
		public CompletableFuture<@Nullable Void> executeAsync() {
			Function<Iq, @Nullable Void> nothing = (response) -> null;
			return IqTemplate.this.<@Nullable Void>callAsync(this.request, this.timeout, nothing);
		}

	}

}
