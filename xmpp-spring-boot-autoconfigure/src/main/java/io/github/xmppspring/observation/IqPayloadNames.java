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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.xml.namespace.QName;

import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.handler.IqMapping;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Names the payloads of requests, if the application knows them. So there are only as
 * many names as there are codecs and handlers, although peers may ask for anything.
 * <p>
 * Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqPayloadNames {

	/**
	 * Stands for all names that the application does not know.
	 */
	public static final String UNKNOWN = "UNKNOWN";

	private final PayloadCodecs codecs;

	private final Supplier<? extends @Nullable IqHandlerMapping> handlers;

	private final Map<Object, String> names = new ConcurrentHashMap<>();

	/**
	 * Creates the names.
	 * @param codecs know the names of payloads
	 * @param handlers supplies what knows the names of requests, or {@code null}
	 */
	public IqPayloadNames(PayloadCodecs codecs, Supplier<? extends @Nullable IqHandlerMapping> handlers) {
		Assert.notNull(codecs, "'codecs' must not be null");
		Assert.notNull(handlers, "'handlers' must not be null");
		this.codecs = codecs;
		this.handlers = handlers;
	}

	/**
	 * The name of the payload of a request.
	 * @param request the request
	 * @return <code>{namespace}name</code> if a codec or a handler knows it,
	 * <code>{namespace}*</code> if a handler answers requests of any name in its
	 * namespace, else {@value #UNKNOWN}
	 */
	public String nameOf(Iq request) {
		QName name = request.payloadName();
		if (name == null) {
			return UNKNOWN;
		}
		if (this.codecs.isKnown(name)) {
			return this.names.computeIfAbsent(name, Object::toString);
		}
		IqHandlerMapping handlers = this.handlers.get();
		IqMapping mapping = (handlers != null) ? handlers.mappingOf(request) : null;
		return (mapping != null) ? this.names.computeIfAbsent(mapping, (key) -> describe(mapping)) : UNKNOWN;
	}

	private static String describe(IqMapping mapping) {
		return "{" + mapping.namespace() + "}" + ((mapping.name() != null) ? mapping.name() : "*");
	}

}
