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

/**
 * The certificate of the server does not lead to a certificate that is trusted, or is not
 * valid at this time.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class CertificateNotTrustedException extends NegotiationException {

	/**
	 * The certificate is not trusted.
	 * @param domain the domain that was to be reached
	 * @param reason what is wrong with the certificate
	 * @param cause how it was found
	 */
	public CertificateNotTrustedException(String domain, String reason, Throwable cause) {
		super("The certificate of the server for '%s' is not trusted: %s".formatted(domain, reason), cause);
	}

	@Override
	public boolean isRetryable() {
		return true;
	}

}
