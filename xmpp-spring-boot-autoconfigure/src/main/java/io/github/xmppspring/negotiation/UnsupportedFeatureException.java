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

import javax.xml.namespace.QName;

import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;

/**
 * The server requires a stream feature that this side does not know or must not use.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class UnsupportedFeatureException extends NegotiationException {

	private static final int MAX_SHOWN = 200;

	private final QName feature;

	/**
	 * The server asks for too much.
	 * @param feature the name of the feature
	 */
	public UnsupportedFeatureException(QName feature) {
		super("The server requires the stream feature '%s', which is not supported or switched off"
			.formatted(shown(feature)));
		this.feature = feature;
	}

	// The server can put anything there, and the message goes to the log
	private static String shown(QName feature) {
		String name = feature.toString();
		return name.substring(0, Math.min(name.length(), MAX_SHOWN))
			.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
	}

	/**
	 * The feature that is missing.
	 * @return the name of the element with which the server offers it
	 */
	public QName feature() {
		return this.feature;
	}

	@Override
	public boolean isRetryable() {
		return false;
	}

	@Override
	protected StreamError streamError() {
		return StreamError.of(StreamErrorCondition.UNSUPPORTED_FEATURE);
	}

}
