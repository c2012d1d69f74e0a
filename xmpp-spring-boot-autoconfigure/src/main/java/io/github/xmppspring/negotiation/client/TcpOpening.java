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

package io.github.xmppspring.negotiation.client;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.PlaintextRefusedException;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.xml.Element;
import io.netty.channel.local.LocalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Begins without TLS, which is refused if no TLS is going to follow and the bytes leave
 * this machine.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TcpOpening implements Negotiation {

	private final StreamContext stream;

	private final boolean localOnly;

	TcpOpening(StreamContext stream, boolean localOnly) {
		this.stream = stream;
		this.localOnly = localOnly;
	}

	@Override
	public void start() {
		SocketAddress address = this.stream.channel().remoteAddress();
		if (this.localOnly && !isLocal(address)) {
			throw new PlaintextRefusedException(String.valueOf(address));
		}
		this.stream.finished();
	}

	private static boolean isLocal(@Nullable SocketAddress address) {
		if (address instanceof InetSocketAddress inet) {
			return inet.getAddress() != null && inet.getAddress().isLoopbackAddress();
		}
		return address instanceof LocalAddress || address instanceof UnixDomainSocketAddress;
	}

	@Override
	public void receive(Element element) {
		throw StreamContext.unexpected(element);
	}

}
