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

package io.github.xmppspring.negotiation;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a {@link StreamNegotiationHandler} has to negotiate.
 *
 * @param contentNamespace the namespace of stanzas
 * @param from the own address, which is only told over TLS (RFC 6120, 4.7.1), or
 * {@code null} for none
 * @param to the domain of the server
 * @param opening the step before the first stream header
 * @param features the features to negotiate
 * @param handshake what is negotiated instead if the stream has no features, or
 * {@code null} if it has
 * @param limits how much is taken from the server before authentication
 * @param authenticatedLimits how much is taken from the server after authentication
 * @param timeout how long all of it may take
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NegotiationPlan(String contentNamespace, @Nullable String from, String to,
		Function<StreamContext, Negotiation> opening, List<StreamFeature> features, @Nullable StreamHandshake handshake,
		XmlLimits limits, XmlLimits authenticatedLimits, Duration timeout) {

	public NegotiationPlan {
		Assert.hasText(contentNamespace, "'contentNamespace' must not be empty");
		Assert.hasText(to, "'to' must not be empty");
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		features = List.copyOf(features);
	}

	/**
	 * The plan for streams with features.
	 * @param contentNamespace the namespace of stanzas
	 * @param from the own address, or {@code null} for none
	 * @param to the domain of the server
	 * @param opening the step before the first stream header
	 * @param features the features to negotiate
	 * @param limits how much is taken from the server before authentication
	 * @param authenticatedLimits how much is taken from the server after authentication
	 * @param timeout how long all of it may take
	 */
	public NegotiationPlan(String contentNamespace, @Nullable String from, String to,
			Function<StreamContext, Negotiation> opening, List<StreamFeature> features, XmlLimits limits,
			XmlLimits authenticatedLimits, Duration timeout) {
		this(contentNamespace, from, to, opening, features, null, limits, authenticatedLimits, timeout);
	}

	/**
	 * The plan for streams without features.
	 * @param contentNamespace the namespace of stanzas
	 * @param to the address that the stream is for
	 * @param opening the step before the stream header
	 * @param handshake what is negotiated
	 * @param limits how much is taken from the server
	 * @param timeout how long all of it may take
	 */
	public NegotiationPlan(String contentNamespace, String to, Function<StreamContext, Negotiation> opening,
			StreamHandshake handshake, XmlLimits limits, Duration timeout) {
		this(contentNamespace, null, to, opening, List.of(), handshake, limits, limits, timeout);
	}

	StreamHeader header(StreamProgress progress) {
		if (this.handshake != null) {
			return StreamHeader.withoutVersion(this.contentNamespace, this.to);
		}
		boolean secure = progress.has(StreamMilestone.SECURE);
		return StreamHeader.initial(this.contentNamespace, secure ? this.from : null, this.to);
	}

	XmppException refused(StreamError error) {
		return (this.handshake != null) ? this.handshake.refused(error) : HostUnknownException.orOther(error, this.to);
	}

	XmlLimits limits(StreamProgress progress) {
		return progress.has(StreamMilestone.AUTHENTICATED) ? this.authenticatedLimits : this.limits;
	}

}
