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

package io.github.xmppspring.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import javax.xml.namespace.QName;

import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.PendingIqInfo;
import io.github.xmppspring.connection.StreamFailure;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;

/**
 * A connection.
 *
 * @param state the name of its state
 * @param since when that was entered
 * @param draining whether requests of peers are refused
 * @param stream the stream in use
 * @param lastError why the last attempt or stream ended, and what to change
 * @param nextAttempt when the next attempt is due
 * @param pendingRequests requests to peers that wait, the oldest first
 * @param streamErrors what ended the last streams, the last one first
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ConnectionDescriptor(String state, Instant since, boolean draining, @Nullable StreamDescriptor stream,
		@Nullable String lastError, @Nullable Instant nextAttempt, List<PendingRequestDescriptor> pendingRequests,
		List<StreamErrorDescriptor> streamErrors) {

	static ConnectionDescriptor of(XmppConnection connection, AddressDisplay addresses) {
		ConnectionStatus status = connection.status();
		NegotiatedStream stream = status.stream();
		FailureDescription trouble = FailureDescription.of(status);
		return new ConnectionDescriptor(status.state().name(), status.since(), connection.isDraining(),
				(stream != null) ? StreamDescriptor.of(stream) : null, (trouble != null) ? trouble.text() : null,
				status.nextAttempt(),
				connection.pendingRequests()
					.stream()
					.map((request) -> PendingRequestDescriptor.of(request, addresses))
					.toList(),
				connection.streamFailures().stream().map(StreamErrorDescriptor::of).toList());
	}

	/**
	 * A stream in use.
	 *
	 * @param jid the own address
	 * @param server the network address and port of the server
	 * @param domain who the server says it is
	 * @param since when it was negotiated
	 * @param tlsProtocol the version of TLS
	 * @param tlsCipher the cipher suite
	 * @param mechanism the SASL mechanism, or what stands for it
	 */
	public record StreamDescriptor(String jid, @Nullable String server, @Nullable String domain, Instant since,
			@Nullable String tlsProtocol, @Nullable String tlsCipher, @Nullable String mechanism) {

		static StreamDescriptor of(NegotiatedStream stream) {
			return new StreamDescriptor(stream.jid().toString(), stream.serverText(), stream.header().from(),
					stream.since(), stream.tlsProtocol(), stream.tlsCipher(), stream.mechanism());
		}

	}

	/**
	 * A request that waits.
	 *
	 * @param type get or set
	 * @param payload the name of the payload, as in <code>{urn:xmpp:ping}ping</code>
	 * @param to the asked entity, maybe redacted
	 * @param age how long ago it was made
	 * @param sent whether it was sent; otherwise it waits for a connection
	 */
	public record PendingRequestDescriptor(String type, @Nullable String payload, @Nullable String to, Duration age,
			boolean sent) {

		static PendingRequestDescriptor of(PendingIqInfo request, AddressDisplay addresses) {
			QName payload = request.payload();
			return new PendingRequestDescriptor(request.type().toString(), Objects.toString(payload, null),
					addresses.show(request.to()), request.age(), request.sent());
		}

	}

	/**
	 * What ended a stream.
	 *
	 * @param time when
	 * @param state how far the stream had come
	 * @param condition the stream error (RFC 6120, 4.9), {@code null} if it was no such
	 * error
	 * @param remote whether the server sent it, {@code null} if nobody did
	 * @param problem what was wrong
	 */
	public record StreamErrorDescriptor(Instant time, String state, @Nullable String condition,
			@Nullable Boolean remote, String problem) {

		static StreamErrorDescriptor of(StreamFailure failure) {
			StreamException error = (failure.cause() instanceof StreamException ex) ? ex : null;
			return new StreamErrorDescriptor(failure.time(), failure.state().name(),
					(error != null) ? error.error().condition().toString() : null,
					(error != null) ? error.isRemote() : null, FailureDescription.of(failure.cause()).problem());
		}

	}

}
