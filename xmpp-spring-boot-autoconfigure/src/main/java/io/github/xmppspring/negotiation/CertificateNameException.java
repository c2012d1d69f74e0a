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

import java.util.List;

/**
 * The certificate of the server is trusted but stands for another domain (RFC 6120,
 * 13.7.2.1).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class CertificateNameException extends NegotiationException {

	private final String expected;

	private final transient List<String> found;

	/**
	 * The certificate has another name.
	 * @param expected the domain that was to be reached
	 * @param found the names in the certificate, each with its kind
	 */
	public CertificateNameException(String expected, List<String> found) {
		super("The certificate of the server is not for '%s', but for %s".formatted(expected,
				found.isEmpty() ? "no name at all" : found));
		this.expected = expected;
		this.found = List.copyOf(found);
	}

	/**
	 * The domain that was to be reached.
	 * @return the domain of the account, as it stands in certificates
	 */
	public String expected() {
		return this.expected;
	}

	/**
	 * The names in the certificate.
	 * @return for example {@code dNSName example.com}
	 */
	public List<String> found() {
		return this.found;
	}

	@Override
	public boolean isRetryable() {
		return true;
	}

}
