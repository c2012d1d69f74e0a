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

package io.github.xmppspring.testserver;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link SlixmppPeer} logs in.
 *
 * @param jid the JID, full or bare; a domain alone means SASL ANONYMOUS
 * @param password the password
 * @param host the address of the server
 * @param port the port of the server
 * @param ca the authority (PEM) to verify the server by with STARTTLS, none for no TLS
 * @param certificate the client certificate (PEM) for SASL EXTERNAL
 * @param key the key (PEM) of the client certificate
 * @author XMPP for Spring Boot contributors
 */
public record SlixmppLogin(String jid, @Nullable String password, String host, int port, @Nullable Path ca,
		@Nullable Path certificate, @Nullable Path key) {

	/**
	 * Login with a password, through STARTTLS.
	 * @param server the server
	 * @param user the localpart of the account
	 * @return the login
	 */
	public static SlixmppLogin starttls(TestServer server, String user) {
		return new SlixmppLogin(user + "@" + server.domain(), server.password(), server.host(), server.c2sPort(),
				server.certificateAuthority(), null, null);
	}

	/**
	 * Login with a password, without TLS.
	 * @param server the server
	 * @param user the localpart of the account
	 * @return the login
	 */
	public static SlixmppLogin plaintext(TestServer server, String user) {
		return new SlixmppLogin(user + "@" + server.domain(), server.password(), server.host(), server.c2sPlainPort(),
				null, null, null);
	}

	/**
	 * Login with the client certificate, by SASL EXTERNAL.
	 * @param server the server
	 * @return the login
	 */
	public static SlixmppLogin external(TestServer server) {
		return new SlixmppLogin("alice@" + server.domain(), null, server.host(), server.c2sExternalPort(),
				server.certificateAuthority(), server.clientCertificate(), server.clientKey());
	}

	/**
	 * Login by SASL ANONYMOUS, through STARTTLS.
	 * @param server the server
	 * @return the login
	 */
	public static SlixmppLogin anonymous(TestServer server) {
		return new SlixmppLogin(server.anonymousDomain(), null, server.host(), server.c2sPort(),
				server.certificateAuthority(), null, null);
	}

	Map<String, Object> toMap() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("jid", this.jid);
		map.put("host", this.host);
		map.put("port", this.port);
		putIfPresent(map, "password", this.password);
		putIfPresent(map, "ca", this.ca);
		putIfPresent(map, "certificate", this.certificate);
		putIfPresent(map, "key", this.key);
		return map;
	}

	private static void putIfPresent(Map<String, Object> map, String name, @Nullable Object value) {
		if (value != null) {
			map.put(name, value.toString());
		}
	}

}
