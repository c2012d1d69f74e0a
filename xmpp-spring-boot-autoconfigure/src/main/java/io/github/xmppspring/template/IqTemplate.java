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

	private final IqWay way;

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
		this.way = new IqWay(settings.filters(), exchange, new Deadlines());
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
		return new DefaultRequestSpec(IqType.GET, this.payloads.write(payload), null, null, this.settings.timeout());
	}

	@Override
	public RequestSpec set(Object payload) {
		return new DefaultRequestSpec(IqType.SET, this.payloads.write(payload), null, null, this.settings.timeout());
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

	private <T> T call(Iq request, Duration timeout, Function<Iq, T> conversion) {
		Assert.state(!(Thread.currentThread() instanceof NonBlockingThread),
				"This thread carries the stanzas of a connection and must not wait for one. "
						+ "Use retrieveAsync, executeAsync or exchangeAsync, or call from another thread");
		check(request, timeout);
		try {
			Iq response = new BlockingIqCall(request, timeout, this.way).await();
			return conversion.apply(requireResult(response));
		}
		catch (InterruptedException ex) {
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
		check(request, timeout);
		return new AsyncIqCall<>(request, timeout, this.way, conversion, this.settings).outcome();
	}

	private static void check(Iq request, Duration timeout) {
		Assert.isTrue(request.isRequest(), "'request' must be of type get or set");
		IqTemplateSettings.requirePositive(timeout);
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

		private final IqType type;

		private final Element payload;

		private final @Nullable Jid from;

		private final @Nullable Jid to;

		private final Duration timeout;

		private DefaultRequestSpec(IqType type, Element payload, @Nullable Jid from, @Nullable Jid to,
				Duration timeout) {
			this.type = type;
			this.payload = payload;
			this.from = from;
			this.to = to;
			this.timeout = timeout;
		}

		private Iq request() {
			return Iq.builder(this.type).payload(this.payload).from(this.from).to(this.to).build();
		}

		@Override
		public RequestSpec from(Jid from) {
			return new DefaultRequestSpec(this.type, this.payload, from, this.to, this.timeout);
		}

		@Override
		public RequestSpec from(String from) {
			return from(Jid.of(from));
		}

		@Override
		public RequestSpec to(Jid to) {
			Assert.notNull(to, "'to' must not be null");
			return new DefaultRequestSpec(this.type, this.payload, this.from, to, this.timeout);
		}

		@Override
		public RequestSpec to(String to) {
			return to(Jid.of(to));
		}

		@Override
		public RequestSpec timeout(Duration timeout) {
			IqTemplateSettings.requirePositive(timeout);
			return new DefaultRequestSpec(this.type, this.payload, this.from, this.to, timeout);
		}

		@Override
		public <T> T retrieve(Class<T> type) {
			return call(request(), this.timeout, payloadAs(type));
		}

		@Override
		public <T> CompletableFuture<T> retrieveAsync(Class<T> type) {
			return callAsync(request(), this.timeout, payloadAs(type));
		}

		@Override
		public void execute() {
			call(request(), this.timeout, Function.identity());
		}

		@Override
		public CompletableFuture<@Nullable Void> executeAsync() {
			Function<Iq, @Nullable Void> nothing = (response) -> null;
			return IqTemplate.this.<@Nullable Void>callAsync(request(), this.timeout, nothing);
		}

	}

}
