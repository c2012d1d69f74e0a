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

package io.github.xmppspring.negotiation.component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.ComponentRefusedException;
import io.github.xmppspring.negotiation.MissingSecretException;
import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamHandshake;
import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Proves to the server that the component knows their common secret: by the SHA-1 of the
 * id of the stream and the secret (XEP-0114, 3). The server proves nothing.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ComponentHandshake implements StreamHandshake {

	private static final String NAME = "handshake";

	private final Jid component;

	private final Supplier<@Nullable String> secret;

	private final Executor executor;

	/**
	 * Creates a handshake.
	 * @param component the domain of the component
	 * @param secret where the secret comes from
	 * @param executor where it is asked for
	 */
	ComponentHandshake(Jid component, Supplier<@Nullable String> secret, Executor executor) {
		this.component = component;
		this.secret = secret;
		this.executor = executor;
	}

	@Override
	public Negotiation negotiate(StreamContext stream, StreamHeader header) {
		return new Handshake(stream, header.id());
	}

	@Override
	public XmppException refused(StreamError error) {
		StreamErrorCondition condition = error.condition();
		boolean known = condition == StreamErrorCondition.NOT_AUTHORIZED
				|| condition == StreamErrorCondition.HOST_UNKNOWN || condition == StreamErrorCondition.HOST_GONE
				|| condition == StreamErrorCondition.CONFLICT;
		return known ? new ComponentRefusedException(this.component.toString(), condition)
				: StreamException.received(error);
	}

	/**
	 * What is sent as the proof.
	 * @param id the id of the stream
	 * @return the digest in lower-case hexadecimal digits
	 * @throws MissingSecretException if there is no secret
	 */
	private String digest(String id) {
		String secret = this.secret.get();
		if (secret == null || secret.isEmpty()) {
			throw new MissingSecretException(this.component.toString());
		}
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest((id + secret).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The handshake on one stream.
	 */
	private final class Handshake implements Negotiation {

		private final StreamContext stream;

		private final @Nullable String id;

		private boolean sent;

		private Handshake(StreamContext stream, @Nullable String id) {
			this.stream = stream;
			this.id = id;
		}

		@Override
		public void start() {
			String id = this.id;
			// without an id, the reason for which the server refuses is to come
			if (StringUtils.hasLength(id)) {
				CompletableFuture.supplyAsync(() -> digest(id), ComponentHandshake.this.executor)
					.whenCompleteAsync(this::send, this.stream.channel().eventLoop());
			}
		}

		private void send(@Nullable String digest, @Nullable Throwable failure) {
			if (digest != null) {
				this.sent = true;
				this.stream.send(Element.builder(Namespaces.COMPONENT_ACCEPT, NAME).text(digest).build());
			}
			else if (failure != null) {
				this.stream.fail((failure.getCause() != null) ? failure.getCause() : failure);
			}
		}

		@Override
		public void receive(Element element) {
			if (!this.sent || !element.is(Namespaces.COMPONENT_ACCEPT, NAME)) {
				throw StreamContext.unexpected(element);
			}
			this.stream.progress().authenticated(NAME);
			this.stream.progress().bound(ComponentHandshake.this.component);
			this.stream.finished();
		}

	}

}
