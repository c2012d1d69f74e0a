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

package io.github.xmppspring.test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.NegotiatedStream;
import org.jspecify.annotations.Nullable;

/**
 * The address of the application under test. Where the server chooses the resource, each
 * stream has another one; while there is no stream, this waits for the next one.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ApplicationAddress implements ConnectionListener, Supplier<Jid> {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private volatile CompletableFuture<Jid> jid = new CompletableFuture<>();

	static ApplicationAddress of(XmppConnection connection) {
		ApplicationAddress address = new ApplicationAddress();
		connection.addListener(address);
		NegotiatedStream stream = connection.status().stream();
		if (stream != null) {
			// what the listener was told in the meantime is newer
			address.jid.complete(stream.jid());
		}
		return address;
	}

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		changed(current.stream());
	}

	private void changed(@Nullable NegotiatedStream stream) {
		if (stream == null) {
			this.jid = this.jid.isDone() ? new CompletableFuture<>() : this.jid;
		}
		else if (!this.jid.complete(stream.jid())) {
			this.jid = CompletableFuture.completedFuture(stream.jid());
		}
	}

	@Override
	public Jid get() {
		Jid address = this.jid.copy().completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
		if (address == null) {
			throw new IllegalStateException("The application is not connected to the server");
		}
		return address;
	}

}
