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

package io.github.xmppspring.server;

import java.time.Duration;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stream.StreamErrorCondition;

/**
 * Lets things go wrong on purpose, so that tests see what an application makes of it.
 * Each fault has a target: a full JID for one session, a bare JID for all sessions of the
 * account, the domain of a component for that.
 * <p>
 * {@link #dropConnection}, {@link #stall} and {@link #endStream} act on the connections
 * that the target has now, at once: when they return it has happened on the side of the
 * server. The other faults last, also for sessions to come, until they are used up or
 * {@linkplain #clear() cleared}. Without faults nothing of this costs anything.
 * <p>
 * Safe for use by several threads.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class FaultInjection {

	FaultInjection() {
	}

	/**
	 * Ends connections without a word: no end of the stream, no stream error.
	 * @param target whose connections
	 * @param how how TCP ends them
	 * @return how many there were
	 */
	public int dropConnection(Jid target, Drop how) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Lets connections stand still: nothing is read from them and nothing is written to
	 * them, while they stay open.
	 * @param target whose connections
	 * @return lets them go on when it is closed
	 */
	public Stall stall(Jid target) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Delays acknowledgements of received stanzas (XEP-0198).
	 * @param target whose stanzas are acknowledged late
	 * @param delay by how much, zero to end this fault
	 */
	public void delayAcknowledgements(Jid target, Duration delay) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Delivers the next stanza to the target twice.
	 * @param target who gets it
	 */
	public void duplicateNext(Jid target) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Delays responses to requests of the target. Everything else may overtake them.
	 * @param target who gets them late
	 * @param delay by how much, zero to end this fault
	 */
	public void delayReplies(Jid target, Duration delay) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Delivers the next response to a request of the target as if it came from someone
	 * else. The true response does not come any more.
	 * @param target who gets it
	 * @param from who seems to have answered
	 */
	public void spoofNextReply(Jid target, Jid from) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Ends streams with a stream error, as RFC 6120, 4.9 says.
	 * @param target whose streams
	 * @param condition the condition of the error
	 * @return how many there were
	 */
	public int endStream(Jid target, StreamErrorCondition condition) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Refuses every attempt of clients to authenticate.
	 * @param condition the condition of the SASL failure (RFC 6120, 6.5), such as
	 * {@code temporary-auth-failure}
	 */
	public void refuseAuthentication(String condition) {
		refuseAuthentication(condition, Integer.MAX_VALUE);
	}

	/**
	 * Refuses the next attempts of clients to authenticate.
	 * @param condition the condition of the SASL failure (RFC 6120, 6.5), such as
	 * {@code temporary-auth-failure}
	 * @param times how many attempts
	 */
	public void refuseAuthentication(String condition, int times) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Ends all faults, and lets stalled connections go on.
	 */
	public void clear() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The ways in which a TCP connection ends without the stream being closed.
	 */
	public enum Drop {

		/**
		 * Closes the connection in order (FIN).
		 */
		CLOSE,

		/**
		 * Resets the connection (RST); what was not sent yet is lost.
		 */
		RESET

	}

}
