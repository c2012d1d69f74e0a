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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.handler.annotation.ResponseStanzaError;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqProgress;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The handlers of the behaviour tests.
 *
 * @author XMPP for Spring Boot contributors
 */
@IqHandler(Desk.NAMESPACE)
class Desk {

	static final String NAMESPACE = "urn:example:desk";

	/** Stands in what must not leave the application. */
	static final String SECRET = "correct-horse";

	private final List<Iq> seen = new CopyOnWriteArrayList<>();

	/**
	 * What reached a handler.
	 * @return the requests in their order
	 */
	List<Iq> seen() {
		return this.seen;
	}

	@IqHandler(name = "echo")
	Element echo(Iq request, Element payload) {
		this.seen.add(request);
		return payload;
	}

	@IqHandler(name = "silent")
	void silent(Iq request) {
		this.seen.add(request);
	}

	@IqHandler(name = "nothing")
	@Nullable Element nothing() {
		return null;
	}

	@IqHandler(name = "later")
	CompletableFuture<Element> later(Iq request) {
		CompletableFuture<Element> reply = new CompletableFuture<>();
		reply.completeAsync(() -> element("first"));
		reply.whenComplete((first, failure) -> reply.complete(element("second")));
		return reply;
	}

	@IqHandler(name = "refuse", type = IqType.SET)
	Iq refuse(Iq request) {
		return request.error(StanzaErrorCondition.CONFLICT).withPayload(request.payload());
	}

	@IqHandler(name = "fail")
	void fail(Element payload) throws Exception {
		throw failure(payload.text());
	}

	@IqHandler(name = "fail-later")
	CompletableFuture<Void> failLater(Element payload) {
		return CompletableFuture.supplyAsync(() -> null).thenCompose((nothing) -> failed(payload.text()));
	}

	@IqHandler(name = "fail-mono")
	Mono<Void> failMono(Element payload) {
		return Mono.error(() -> failure(payload.text()));
	}

	private static CompletableFuture<Void> failed(String kind) {
		return CompletableFuture.failedFuture(failure(kind));
	}

	private static Exception failure(String kind) {
		Iq nested = Iq.get(element("nested")).id("n1").to("third@example.org").build();
		return switch (kind) {
			case "stanza-error" -> new StanzaErrorException(StanzaError.of(StanzaErrorCondition.CONFLICT, "Twice")
				.withType(StanzaErrorType.WAIT)
				.withApplicationCondition(Element.builder("urn:example:errors", "twice").attribute("n", 2).build()));
			case "annotated" -> new NotFoundException();
			case "iq-error" ->
				new IqErrorException(nested.error(StanzaError.of(StanzaErrorCondition.FORBIDDEN, SECRET)));
			case "iq-timeout" -> new IqTimeoutException(nested, Duration.ofSeconds(1), IqProgress.SENT);
			default -> new IllegalStateException(SECRET);
		};
	}

	static Element element(String name) {
		return Element.of(NAMESPACE, name);
	}

	static Element element(String name, String text) {
		return Element.builder(NAMESPACE, name).text(text).build();
	}

	@ResponseStanzaError(StanzaErrorCondition.ITEM_NOT_FOUND)
	@SuppressWarnings("serial")
	static class NotFoundException extends RuntimeException {

	}

}
