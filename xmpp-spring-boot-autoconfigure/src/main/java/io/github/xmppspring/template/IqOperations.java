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

package io.github.xmppspring.template;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends IQ requests and gets their results (RFC 6120, 8.2.3).
 *
 * <pre class="code">
 * SoftwareVersion version = iq.get(SoftwareVersion.request())
 *     .to("juliet@example.com/balcony")
 *     .retrieve(SoftwareVersion.class);
 * </pre>
 *
 * Each request ends in one of these ways, and each of them frees all that was kept for
 * it:
 * <ul>
 * <li>with the result;</li>
 * <li>with an {@link IqErrorException}, if the response is an error;</li>
 * <li>with an {@link IqTimeoutException} at its deadline, which includes the time that it
 * waits for a connection;</li>
 * <li>with a {@link PayloadException}, if the payload of the result is not what was asked
 * for;</li>
 * <li>with another {@link io.github.xmppspring.stanza.XmppException}, for example if the
 * connection is lost;</li>
 * <li>by cancellation of its future or interruption of the thread that waits.</li>
 * </ul>
 * Blocking methods throw these exceptions, futures complete with them. A response that
 * comes later is ignored.
 * <p>
 * Blocking methods refuse to wait on the threads that carry the stanzas
 * ({@link io.github.xmppspring.stanza.NonBlockingThread}). Futures complete on the
 * executor of the template.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface IqOperations {

	/**
	 * Prepares a request for information.
	 * @param payload an object with a codec, or an
	 * {@link io.github.xmppspring.xml.Element}
	 * @return what remains to be said about the request
	 * @throws PayloadException if the payload cannot be written
	 */
	RequestSpec get(Object payload);

	/**
	 * Prepares a request that changes something.
	 * @param payload an object with a codec, or an
	 * {@link io.github.xmppspring.xml.Element}
	 * @return what remains to be said about the request
	 * @throws PayloadException if the payload cannot be written
	 */
	RequestSpec set(Object payload);

	/**
	 * Sends a request and waits for its result until the default timeout.
	 * @param request a stanza of type get or set. Without an id it gets one
	 * @return a stanza of type result
	 * @throws IqErrorException if the response is a stanza of type error
	 * @throws IqTimeoutException if there is no response in time
	 * @throws IqInterruptedException if the thread is interrupted while it waits
	 * @throws IllegalStateException on a thread that must not wait
	 */
	Iq exchange(Iq request);

	/**
	 * Sends a request and waits for its result.
	 * @param request a stanza of type get or set. Without an id it gets one
	 * @param timeout how long to wait, positive
	 * @return a stanza of type result
	 * @throws IqErrorException if the response is a stanza of type error
	 * @throws IqTimeoutException if there is no response in time
	 * @throws IqInterruptedException if the thread is interrupted while it waits
	 * @throws IllegalStateException on a thread that must not wait
	 */
	Iq exchange(Iq request, Duration timeout);

	/**
	 * Sends a request, with the default timeout.
	 * @param request a stanza of type get or set. Without an id it gets one
	 * @return a future of the stanza of type result
	 */
	CompletableFuture<Iq> exchangeAsync(Iq request);

	/**
	 * Sends a request.
	 * @param request a stanza of type get or set. Without an id it gets one
	 * @param timeout how long to wait, positive
	 * @return a future of the stanza of type result
	 */
	CompletableFuture<Iq> exchangeAsync(Iq request, Duration timeout);

	/**
	 * A request that is not sent yet. Immutable: what is said is said of the returned
	 * request, which may be sent any number of times.
	 */
	interface RequestSpec {

		/**
		 * Sends the request from one of the addresses of a component: its domain, which
		 * is the default, or any JID of that. The address of a client is known to its
		 * server and cannot be chosen.
		 * @param from the entity that asks
		 * @return the request with its sender
		 */
		RequestSpec from(Jid from);

		/**
		 * Sends the request from one of the addresses of a component: its domain, which
		 * is the default, or any JID of that. The address of a client is known to its
		 * server and cannot be chosen.
		 * @param from the entity that asks
		 * @return the request with its sender
		 * @throws io.github.xmppspring.address.JidFormatException if it is no JID
		 */
		RequestSpec from(String from);

		/**
		 * Addresses the request. Without, it goes to the server on behalf of the own
		 * account (RFC 6120, 10.3.3); of a component it must be said.
		 * @param to the entity to ask
		 * @return the addressed request
		 */
		RequestSpec to(Jid to);

		/**
		 * Addresses the request. Without, it goes to the server on behalf of the own
		 * account (RFC 6120, 10.3.3); of a component it must be said.
		 * @param to the entity to ask
		 * @return the addressed request
		 * @throws io.github.xmppspring.address.JidFormatException if it is no JID
		 */
		RequestSpec to(String to);

		/**
		 * Gives the request a timeout of its own.
		 * @param timeout how long to wait, positive
		 * @return the request with the timeout
		 */
		RequestSpec timeout(Duration timeout);

		/**
		 * Sends the request and waits for the payload of its result.
		 * @param type the type of the payload, {@link io.github.xmppspring.xml.Element}
		 * for any
		 * @param <T> the type of the payload
		 * @return the payload
		 * @throws PayloadException if the payload is missing or cannot be read as this
		 * type, or, before anything is sent, if the type has no codec
		 * @throws IqErrorException if the response is a stanza of type error
		 * @throws IqTimeoutException if there is no response in time
		 * @throws IqInterruptedException if the thread is interrupted while it waits
		 * @throws IllegalStateException on a thread that must not wait
		 */
		<T> T retrieve(Class<T> type);

		/**
		 * Sends the request.
		 * @param type the type of the payload, {@link io.github.xmppspring.xml.Element}
		 * for any
		 * @param <T> the type of the payload
		 * @return a future of the payload of the result
		 * @throws PayloadException if the type has no codec; nothing is sent then
		 */
		<T> CompletableFuture<T> retrieveAsync(Class<T> type);

		/**
		 * Sends the request and waits for its result, of which the payload does not
		 * matter.
		 * @throws IqErrorException if the response is a stanza of type error
		 * @throws IqTimeoutException if there is no response in time
		 * @throws IqInterruptedException if the thread is interrupted while it waits
		 * @throws IllegalStateException on a thread that must not wait
		 */
		void execute();

		/**
		 * Sends the request.
		 * @return a future that completes with {@code null} when the result is there, of
		 * which the payload does not matter
		 */
		CompletableFuture<@Nullable Void> executeAsync();

	}

}
