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

package io.github.xmppspring.autoconfigure;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Where to log in, and as whom. By default this comes from the properties; a bean of this
 * type takes their place.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface XmppConnectionDetails extends ConnectionDetails {

	/**
	 * What the application is to the server.
	 * @return the mode, by default a client
	 */
	default XmppMode getMode() {
		return XmppMode.CLIENT;
	}

	/**
	 * The account, or the component.
	 * @return the JID of the account, with the resource to ask for if there is one; a JID
	 * that is nothing but a domain stands for a temporary account. For a component its
	 * domain
	 */
	Jid getJid();

	/**
	 * The name to authenticate with.
	 * @return the name, or {@code null} if it is the localpart of the JID
	 */
	default @Nullable String getUsername() {
		return null;
	}

	/**
	 * The password, or the secret of the component. It is asked for at each login.
	 * @return the password, or {@code null} for none
	 */
	default @Nullable String getPassword() {
		return null;
	}

	/**
	 * The host of the server.
	 * @return a host name or address, or {@code null} to find it by the domain of the JID
	 * (RFC 6120, 3.2)
	 */
	default @Nullable String getHost() {
		return null;
	}

	/**
	 * The port of the server.
	 * @return the TCP port, 0 for the usual one
	 */
	default int getPort() {
		return 0;
	}

	/**
	 * The certificates to trust and the keys to use.
	 * @return an SSL bundle, or {@code null} for the defaults of the JDK
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
