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

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.xml.namespace.QName;

import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.stanza.StanzaErrorType;
import io.github.xmppspring.xml.Element;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A handler of a script. For each one a subclass is made in which the method for what it
 * does has the {@link IqHandler @IqHandler} annotation, as if an application had written
 * it.
 *
 * @author XMPP for Spring Boot contributors
 */
public class ScriptHandler {

	private static final Map<String, String> METHODS = Map.of("return", "answer", "return-nothing", "answerNothing",
			"return-future", "answerLater", "fail-future", "failLater", "throw-stanza-error", "throwStanzaError",
			"throw-runtime", "throwRuntime", "throw-error", "throwError", "block", "block", "never", "never",
			"call-and-return", "callAndAnswer");

	private final JsonNode handler;

	private final Supplier<Calls> calls;

	protected ScriptHandler(JsonNode handler, Supplier<Calls> calls) {
		this.handler = handler;
		this.calls = calls;
	}

	/**
	 * Make a handler.
	 * @param handler what the script says about it
	 * @param calls the calls of the script
	 * @return a bean with an annotated method
	 */
	static ScriptHandler create(JsonNode handler, Supplier<Calls> calls) {
		String does = handler.required("does").asString();
		String method = METHODS.get(does);
		Assert.notNull(method, () -> "Unknown kind of handler: " + does);
		Class<? extends ScriptHandler> type = new ByteBuddy().subclass(ScriptHandler.class)
			.method(ElementMatchers.named(method))
			.intercept(SuperMethodCall.INSTANCE)
			.annotateMethod(annotation(handler))
			.make()
			.load(ScriptHandler.class.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
			.getLoaded();
		try {
			return type.getDeclaredConstructor(JsonNode.class, Supplier.class).newInstance(handler, calls);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static AnnotationDescription annotation(JsonNode handler) {
		QName child = QName.valueOf(handler.required("child").asString());
		IqType type = IqType.ofValue(handler.required("type").asString());
		Assert.notNull(type, () -> "There are no handlers of type " + handler.get("type"));
		return AnnotationDescription.Builder.ofType(IqHandler.class)
			.define("namespace", child.getNamespaceURI())
			.define("name", child.getLocalPart())
			.defineEnumerationArray("type", IqType.class, type)
			.build();
	}

	public @Nullable Element answer() {
		return payload();
	}

	public void answerNothing() {
	}

	public CompletableFuture<@Nullable Element> answerLater() {
		return CompletableFuture.supplyAsync(this::payload, later());
	}

	public CompletableFuture<@Nullable Element> failLater() {
		return CompletableFuture.supplyAsync(() -> {
			throw this.handler.has("condition") ? stanzaError() : new IllegalStateException(message());
		}, later());
	}

	public @Nullable Element throwStanzaError() {
		throw stanzaError();
	}

	public @Nullable Element throwRuntime() {
		throw new IllegalStateException(message());
	}

	public @Nullable Element throwError() {
		throw new StackOverflowError(message());
	}

	public void block() throws InterruptedException {
		Thread.sleep(Times.scaled(this.handler.required("block_ms").asLong()).toMillis());
	}

	public CompletableFuture<@Nullable Element> never() {
		return new CompletableFuture<>();
	}

	public @Nullable Element callAndAnswer() {
		return this.calls.get().execute(this.handler.required("call"));
	}

	private @Nullable Element payload() {
		String payload = this.handler.path("payload").asStringOpt().orElse(null);
		return (payload != null) ? Xml.parse(payload) : null;
	}

	private Executor later() {
		long millis = Times.scaled(this.handler.path("after_ms").asLong(0)).toMillis();
		return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
	}

	private String message() {
		return this.handler.path("message").asString("failed");
	}

	private StanzaErrorException stanzaError() {
		StanzaErrorCondition condition = StanzaErrorCondition.ofValue(this.handler.required("condition").asString());
		Assert.notNull(condition, () -> "Unknown condition: " + this.handler);
		StanzaError error = StanzaError.of(condition);
		if (this.handler.has("error_type")) {
			StanzaErrorType type = StanzaErrorType.ofValue(this.handler.get("error_type").asString());
			Assert.notNull(type, () -> "Unknown type of error: " + this.handler);
			error = error.withType(type);
		}
		if (this.handler.has("text")) {
			error = error.withText("", this.handler.get("text").asString());
		}
		if (this.handler.has("app_condition")) {
			error = error.withApplicationCondition(Xml.parse(this.handler.get("app_condition").asString()));
		}
		if (this.handler.has("condition_text")) {
			error = error.withUri(this.handler.get("condition_text").asString());
		}
		return new StanzaErrorException(error);
	}

}
