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

package io.github.xmppspring.negotiation;

import java.util.EnumSet;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import org.jspecify.annotations.Nullable;

/**
 * What one stream has reached so far. Belongs to the event loop of its channel.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamProgress {

	private final Set<StreamMilestone> milestones = EnumSet.noneOf(StreamMilestone.class);

	private @Nullable String tlsProtocol;

	private @Nullable String tlsCipher;

	private @Nullable String mechanism;

	private @Nullable Jid jid;

	StreamProgress() {
	}

	/**
	 * Whether a milestone has been reached.
	 * @param milestone the milestone
	 * @return whether it lies behind
	 */
	public boolean has(StreamMilestone milestone) {
		return this.milestones.contains(milestone);
	}

	/**
	 * Whether this is the time for something.
	 * @param needs what it needs
	 * @param forbids what must not have been reached
	 * @return whether all that is needed and nothing that is forbidden has been reached
	 */
	public boolean fits(Set<StreamMilestone> needs, Set<StreamMilestone> forbids) {
		return this.milestones.containsAll(needs) && forbids.stream().noneMatch(this.milestones::contains);
	}

	/**
	 * The stream is {@linkplain StreamMilestone#SECURE secure} from here on.
	 * @param protocol the version of TLS
	 * @param cipher the cipher suite
	 */
	public void secured(String protocol, String cipher) {
		this.tlsProtocol = protocol;
		this.tlsCipher = cipher;
		this.milestones.add(StreamMilestone.SECURE);
	}

	/**
	 * The stream is {@linkplain StreamMilestone#AUTHENTICATED authenticated} from here
	 * on.
	 * @param mechanism the SASL mechanism, or what stands for it
	 */
	public void authenticated(String mechanism) {
		this.mechanism = mechanism;
		this.milestones.add(StreamMilestone.AUTHENTICATED);
	}

	/**
	 * The stream is {@linkplain StreamMilestone#BOUND bound} from here on.
	 * @param jid the full JID that the server gave, or the domain of the component
	 */
	public void bound(Jid jid) {
		this.jid = jid;
		this.milestones.add(StreamMilestone.BOUND);
	}

	/**
	 * The version of TLS.
	 * @return the protocol, {@code null} without TLS
	 */
	public @Nullable String tlsProtocol() {
		return this.tlsProtocol;
	}

	/**
	 * The cipher suite of TLS.
	 * @return the cipher suite, {@code null} without TLS
	 */
	public @Nullable String tlsCipher() {
		return this.tlsCipher;
	}

	/**
	 * The SASL mechanism.
	 * @return the name of the mechanism, {@code null} before authentication
	 */
	public @Nullable String mechanism() {
		return this.mechanism;
	}

	/**
	 * The address of the client.
	 * @return the full JID, {@code null} before it is bound
	 */
	public @Nullable Jid jid() {
		return this.jid;
	}

}
