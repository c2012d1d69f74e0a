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

package io.github.xmppspring.benchmark.jmh;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;
import io.github.xmppspring.xml.Element;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * A request through an {@link IqTemplate} to an exchange in memory. It answers at once,
 * or, as a connection does, when the request has already been handed over; callbacks run
 * where it does.
 *
 * @author XMPP for Spring Boot contributors
 */
public class TemplateBenchmark extends ShortBenchmark {

	private static final Jid PEER = Jid.of("peer@example.org/desk");

	private static final SoftwareVersion QUESTION = SoftwareVersion.request();

	private final PayloadCodecs codecs = new PayloadCodecs(List.of(Ping.CODEC, SoftwareVersion.CODEC), List.of());

	private final Element version = Element.parse(Sample.VERSION.payload());

	private final Later later = new Later();

	private final IqTemplate atOnce = template(
			(request) -> CompletableFuture.completedFuture(request.result(this.version)));

	private final IqTemplate afterwards = template(this.later);

	private IqTemplate template(IqExchange exchange) {
		return new IqTemplate(exchange, this.codecs, IqTemplateSettings.DEFAULT.withExecutor(Runnable::run));
	}

	@Benchmark
	public Object blocking() {
		return this.atOnce.get(QUESTION).to(PEER).retrieve(SoftwareVersion.class);
	}

	@Benchmark
	public Object asynchronous() {
		CompletableFuture<SoftwareVersion> future = this.afterwards.get(QUESTION)
			.to(PEER)
			.retrieveAsync(SoftwareVersion.class);
		this.later.answer(this.version);
		return future.join();
	}

	@Benchmark
	public Object ping() {
		CompletableFuture<?> future = this.afterwards.get(new Ping()).to(PEER).executeAsync();
		this.later.answer(null);
		return future.join();
	}

	/**
	 * Answers when it is told to.
	 */
	private static final class Later implements IqExchange {

		private Iq request;

		private CompletableFuture<Iq> response;

		@Override
		public CompletionStage<Iq> exchange(Iq request) {
			this.request = request;
			this.response = new CompletableFuture<>();
			return this.response;
		}

		private void answer(Element payload) {
			this.response.complete(this.request.result(payload));
		}

	}

}
