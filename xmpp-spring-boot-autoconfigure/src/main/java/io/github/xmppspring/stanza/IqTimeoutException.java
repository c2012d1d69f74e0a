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

package io.github.xmppspring.stanza;

import java.time.Duration;

/**
 * No response came in time. Whether the request was carried out is unknown unless
 * {@link #progress()} says that it was never sent.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class IqTimeoutException extends XmppException {

	private final transient Iq request;

	private final Duration timeout;

	private final IqProgress progress;

	/**
	 * Creates the exception.
	 * @param request the request
	 * @param timeout how long was waited
	 * @param progress how far the request came
	 */
	public IqTimeoutException(Iq request, Duration timeout, IqProgress progress) {
		this(request, timeout, progress, " from " + ((request.to() != null) ? "'" + request.to() + "'" : "the server"));
	}

	private IqTimeoutException(Iq request, Duration timeout, IqProgress progress, String from) {
		super("No response%s within %d ms; the request was %s".formatted(from, timeout.toMillis(), progress));
		this.request = request;
		this.timeout = timeout;
		this.progress = progress;
	}

	/**
	 * The same failure, with a message that does not tell who was asked: for places where
	 * addresses must not be, such as traces.
	 * @return a copy with the same stack trace
	 */
	public IqTimeoutException withoutAddress() {
		IqTimeoutException copy = new IqTimeoutException(this.request, this.timeout, this.progress, "");
		copy.setStackTrace(getStackTrace());
		return copy;
	}

	/**
	 * The request that was not answered.
	 * @return the request
	 */
	public Iq request() {
		return this.request;
	}

	/**
	 * How long was waited.
	 * @return the time-out of the request
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/**
	 * How far the request came.
	 * @return whether it was sent
	 */
	public IqProgress progress() {
		return this.progress;
	}

}
