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

package io.github.xmppspring.connection;

import java.util.regex.Pattern;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether to follow a server that sends a stream to another host (RFC 6120,
 * 4.9.3.19). It is followed if it has proved that it is the server of the domain, or if
 * the other host is that domain itself: on an unprotected stream anybody could have said
 * so. Where to, is all that the server has a say in: the other host has to prove that it
 * speaks for the same domain.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Redirection {

	private static final Pattern LABELS = Pattern
		.compile("(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)*[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

	private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");

	private static final int MAX_LENGTH = 253;

	private final String domain;

	private final int port;

	/**
	 * Creates the rules of one account.
	 * @param server the domain to find
	 * @param port the port of another host that is given without one
	 */
	Redirection(Jid server, int port) {
		this.domain = server.asciiDomain();
		this.port = port;
	}

	/**
	 * Where to go after the end of a stream.
	 * @param cause why it ended
	 * @param secure whether it was protected by TLS, with a certificate of the server
	 * @return where to go, {@code null} if there is no redirection or none to follow
	 */
	@Nullable Endpoint target(@Nullable Throwable cause, boolean secure) {
		if (!(cause instanceof StreamException ex) || !ex.isRemote()) {
			return null;
		}
		StreamError error = ex.error();
		String other = error.value();
		Endpoint target = (error.condition() == StreamErrorCondition.SEE_OTHER_HOST && other != null) ? parse(other)
				: null;
		return (target != null && (secure || target.host().equalsIgnoreCase(this.domain))) ? target : null;
	}

	private @Nullable Endpoint parse(String other) {
		boolean bracketed = other.startsWith("[");
		int hostEnd = bracketed ? other.indexOf(']') + 1 : other.indexOf(':');
		String host = (hostEnd > 0) ? other.substring(0, hostEnd) : other;
		String rest = other.substring(host.length());
		int port = rest.isEmpty() ? this.port : parsePort(rest);
		String address = (bracketed && hostEnd > 0) ? host.substring(1, hostEnd - 1) : host;
		boolean valid = bracketed ? isIpV6(address) : isName(address);
		return (valid && port > 0) ? new Endpoint(address, port) : null;
	}

	private static boolean isIpV6(String address) {
		return address.indexOf('%') < 0 && address.indexOf('[') < 0 && NetUtil.isValidIpV6Address(address);
	}

	private static boolean isName(String host) {
		return NetUtil.isValidIpV4Address(host) || (host.length() <= MAX_LENGTH && LABELS.matcher(host).matches());
	}

	private static int parsePort(String text) {
		String digits = text.substring(1);
		int port = (text.startsWith(":") && PORT.matcher(digits).matches()) ? Integer.parseInt(digits) : 0;
		return (port <= 65535) ? port : 0;
	}

}
