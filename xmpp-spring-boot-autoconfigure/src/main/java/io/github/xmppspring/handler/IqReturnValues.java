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

package io.github.xmppspring.handler;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * Makes replies of what handler methods return.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqReturnValues {

	private final PayloadCodecs codecs;

	private static final Set<Class<?>> REPLIES = Set.of(Iq.class, Element.class, StanzaError.class,
			StanzaErrorCondition.class);

	private final ReactiveAdapterRegistry reactiveTypes = ReactiveAdapterRegistry.getSharedInstance();

	/**
	 * How values of a class become a publisher, if they do.
	 */
	private final ClassValue<Optional<ReactiveAdapter>> adapters = new ClassValue<>() {

		@Override
		protected Optional<ReactiveAdapter> computeValue(Class<?> type) {
			return Optional.ofNullable(IqReturnValues.this.reactiveTypes.getAdapter(type));
		}

	};

	IqReturnValues(PayloadCodecs codecs) {
		this.codecs = codecs;
	}

	/**
	 * Whether values of a type are streams, of which no single reply can be made.
	 * @param type the type
	 * @return whether it is a reactive type of many values
	 */
	boolean isMultiValue(Class<?> type) {
		ReactiveAdapter adapter = this.reactiveTypes.getAdapter(type);
		return adapter != null && adapter.isMultiValue();
	}

	/**
	 * The type of the values of which replies are made: what comes of a stage or reactive
	 * type, else the type itself.
	 * @param type what a method returns
	 * @return the type, or {@code null} if it is not known
	 */
	@Nullable Class<?> valueType(ResolvableType type) {
		Class<?> raw = type.toClass();
		return (CompletionStage.class.isAssignableFrom(raw) || this.reactiveTypes.getAdapter(raw) != null)
				? type.getGeneric(0).resolve() : raw;
	}

	/**
	 * Whether no reply can be made of the values of a type.
	 * @param type a type that is not that of a stage
	 * @return {@code false} also if that is not known before there is a value
	 */
	boolean isUnknown(Class<?> type) {
		boolean telling = type != void.class && type != Void.class && type != Object.class && !type.isInterface()
				&& (!Modifier.isAbstract(type.getModifiers()) || type.isPrimitive() || type.isArray());
		return telling && !REPLIES.contains(type) && !this.codecs.writes(type);
	}

	/**
	 * The value as a stage if it is still to come. If that is another object than the
	 * value, it belongs to the caller, and cancelling it cancels the value.
	 * @param value what a method returned
	 * @return the stage, or {@code null} if the value is there already
	 */
	@Nullable CompletionStage<?> stageOf(@Nullable Object value) {
		if (value == null || value instanceof Iq || value instanceof Element) {
			return null;
		}
		if (value instanceof CompletionStage<?> stage) {
			return stage;
		}
		ReactiveAdapter adapter = this.adapters.get(value.getClass()).orElse(null);
		if (adapter == null) {
			return null;
		}
		ReactiveAdapter futures = this.reactiveTypes.getAdapter(CompletableFuture.class);
		if (futures == null || adapter.isMultiValue()) {
			return null;
		}
		return (CompletionStage<?>) futures.fromPublisher(ContextCapture.of(adapter.toPublisher(value)));
	}

	/**
	 * The reply that a value stands for.
	 * @param request the request
	 * @param value a value that is there
	 * @return the reply
	 */
	Iq toReply(Iq request, @Nullable Object value) {
		if (value instanceof Iq reply) {
			return reply;
		}
		if (value instanceof StanzaError error) {
			return request.error(error);
		}
		if (value instanceof StanzaErrorCondition condition) {
			return request.error(condition);
		}
		if (value == null || value instanceof Element) {
			return request.result((Element) value);
		}
		return request.result(this.codecs.write(value));
	}

	/**
	 * Takes the context of the thread into a publisher. Reactor is there when this class
	 * is loaded, as without it Spring adapts nothing to futures.
	 */
	private static final class ContextCapture {

		private ContextCapture() {
		}

		static Publisher<?> of(Publisher<?> publisher) {
			return Mono.from(publisher).contextCapture();
		}

	}

}
