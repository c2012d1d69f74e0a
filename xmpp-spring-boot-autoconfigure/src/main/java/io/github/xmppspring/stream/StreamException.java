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

package io.github.xmppspring.stream;

import io.github.xmppspring.stanza.XmppException;
import org.jspecify.annotations.Nullable;

/**
 * A stream ends, or has to end, with a stream error.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class StreamException extends XmppException {

	private final transient StreamError error;

	private final boolean remote;

	/**
	 * This side found the error and has to tell the peer.
	 * @param error what to send
	 * @param message what is wrong, for the log
	 */
	public StreamException(StreamError error, String message) {
		this(error, message, null);
	}

	/**
	 * This side found the error and has to tell the peer.
	 * @param error what to send
	 * @param message what is wrong, for the log
	 * @param cause how it was found
	 */
	public StreamException(StreamError error, String message, @Nullable Throwable cause) {
		this(error, message, cause, false);
	}

	private StreamException(StreamError error, String message, @Nullable Throwable cause, boolean remote) {
		super(message, cause);
		this.error = error;
		this.remote = remote;
	}

	/**
	 * The server sent the error.
	 * @param error what it sent
	 * @return the exception
	 */
	public static StreamException received(StreamError error) {
		return received(error, "server");
	}

	/**
	 * The peer sent the error.
	 * @param error what it sent
	 * @param peer what to call the peer, for example {@code client}
	 * @return the exception
	 */
	public static StreamException received(StreamError error, String peer) {
		return new StreamException(error,
				"The " + peer + " ended the stream with the error '" + error.condition() + "'", null, true);
	}

	/**
	 * Why the stream ends.
	 * @return the error
	 */
	public StreamError error() {
		return this.error;
	}

	/**
	 * Whether the peer sent the error.
	 * @return {@code false} if this side found it
	 */
	public boolean isRemote() {
		return this.remote;
	}

}
