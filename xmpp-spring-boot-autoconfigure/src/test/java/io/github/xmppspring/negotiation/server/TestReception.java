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

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.sasl.SaslAccounts;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * A small server: two accounts, and resources that conflict.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TestReception implements SaslAccounts, ResourceBinder {

	static final Jid DOMAIN = Jid.of("example.org");

	static final String BIND = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>";

	static final String STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

	static final String STARTTLS_REQUIRED = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>";

	static final String SUCCESS = "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>";

	private static final X509Bundle CERTIFICATE = certificate();

	private final Map<String, String> passwords = new ConcurrentHashMap<>(Map.of("juliet", "r0m30", "romeo", "jul13t"));

	private final List<Jid> bound = new ArrayList<>();

	private static X509Bundle certificate() {
		try {
			return new CertificateBuilder().ecp256()
				.subject("CN=example.org")
				.setIsCertificateAuthority(true)
				.addSanDnsName("example.org")
				.buildSelfSigned();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static KeyManagerFactory keys() {
		try {
			return CERTIFICATE.toKeyManagerFactory();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static TrustManagerFactory trust() {
		return CERTIFICATE.toTrustManagerFactory();
	}

	static SslContext clientTls() {
		try {
			return SslContextBuilder.forClient()
				.sslProvider(SslProvider.JDK)
				.trustManager(trust())
				.endpointIdentificationAlgorithm(null)
				.build();
		}
		catch (SSLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Settings without TLS that compute on the calling thread.
	 */
	ClientStreamReception.Builder plaintext() {
		return ClientStreamReception.builder(this, this)
			.domains(DOMAIN)
			.plaintextPasswords(true)
			.mechanisms(List.of("PLAIN", "ANONYMOUS"))
			.executor(Runnable::run);
	}

	List<Jid> bound() {
		return this.bound;
	}

	@Override
	public String password(String username) {
		return this.passwords.get(username);
	}

	@Override
	public boolean accepts(String username, String password) {
		return password.equals(this.passwords.get(username));
	}

	@Override
	public Jid bind(Jid account, String requestedResource) {
		Jid jid = account.withResource((requestedResource != null) ? requestedResource : "made-up");
		if (this.bound.contains(jid)) {
			throw new StanzaErrorException(StanzaErrorCondition.CONFLICT);
		}
		this.bound.add(jid);
		return jid;
	}

	static String mechanisms(String... names) {
		return "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>"
				+ String.join("</mechanism><mechanism>", names) + "</mechanism></mechanisms>";
	}

	static String sasl(String localName, String text) {
		return "<" + localName + " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + text + "</" + localName + ">";
	}

	static String auth(String mechanism, String text) {
		return "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='" + mechanism + "'>" + text + "</auth>";
	}

	static String base64(byte[] data) {
		return Base64.getEncoder().encodeToString(data);
	}

	static String bind(String id, String resource) {
		return "<iq type='set' id='" + id + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>" + resource
				+ "</resource></bind></iq>";
	}

	static String bound(String id, String jid) {
		return "<iq xmlns='jabber:client' type='result' id='" + id
				+ "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + jid + "</jid></bind></iq>";
	}

	/**
	 * Opens a stream and takes the features.
	 */
	static ReceptionConversation opened(ClientStreamReception reception) {
		return ReceptionConversation.with(reception)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(mechanisms("PLAIN", "ANONYMOUS"));
	}

	/**
	 * Logs in as juliet and takes the features of the new stream.
	 */
	static ReceptionConversation authenticated(ClientStreamReception reception) {
		return opened(reception).send(auth("PLAIN", "AGp1bGlldAByMG0zMA=="))
			.expect(SUCCESS)
			.open()
			.expectHeader("example.org", null)
			.expectFeatures(BIND);
	}

}
