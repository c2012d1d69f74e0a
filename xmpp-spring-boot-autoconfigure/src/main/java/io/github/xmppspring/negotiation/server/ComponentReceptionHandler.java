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

package io.github.xmppspring.negotiation.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Negotiates a stream with a component: it names its domain, and proves with its first
 * element that it knows the secret (XEP-0114, 3).
 *
 * @author XMPP for Spring Boot contributors
 */
final class ComponentReceptionHandler extends StreamReceptionHandler {

	private static final Element SUCCESS = Element.of(Namespaces.COMPONENT_ACCEPT, "handshake");

	private final ComponentStreamReception settings;

	private @Nullable Jid domain;

	private @Nullable String secret;

	ComponentReceptionHandler(ComponentStreamReception settings, StreamReceptionListener listener) {
		super("component", Namespaces.COMPONENT_ACCEPT, settings.ids(), settings.timeout(), listener);
		this.settings = settings;
	}

	@Override
	protected void begin() {
		// the component speaks first
	}

	@Override
	protected void receive(StreamHeader received) {
		Jid to = jid(received.to());
		this.secret = (to != null && to.isDomain()) ? this.settings.secret(to) : null;
		open((this.secret != null) ? to : null, null);
		if (this.secret == null) {
			throw refusal(StreamErrorCondition.HOST_UNKNOWN, "There is no component of this domain");
		}
		this.domain = to;
	}

	@Override
	protected void receive(Element element) {
		if (StreamError.isStreamError(element)) {
			fail(StreamException.received(StreamError.from(element), "component"));
			return;
		}
		if (!element.is(Namespaces.COMPONENT_ACCEPT, "handshake") || !isProof(element.text())) {
			throw refusal(StreamErrorCondition.NOT_AUTHORIZED, "The component does not know the secret");
		}
		Assert.state(this.domain != null, "The stream has not been opened");
		this.settings.binder().bind(this.domain);
		XmppPipeline.limit(channel().pipeline(), this.settings.authenticatedLimits());
		progress().bound(this.domain);
		succeed(this.domain, SUCCESS, null);
	}

	private boolean isProof(String handshake) {
		byte[] expected = HexFormat.of().formatHex(sha1(streamId() + this.secret)).getBytes(StandardCharsets.UTF_8);
		return MessageDigest.isEqual(handshake.getBytes(StandardCharsets.UTF_8), expected);
	}

	private static byte[] sha1(String text) {
		try {
			return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JDK has no SHA-1", ex);
		}
	}

	@Override
	public void finished() {
		// there is nothing that would restart the stream
	}

	@Override
	protected XmlLimits limits() {
		return this.settings.limits();
	}

	@Override
	@Nullable Jid defaultDomain() {
		return null;
	}

	@Override
	@Nullable String version() {
		return null;
	}

}
