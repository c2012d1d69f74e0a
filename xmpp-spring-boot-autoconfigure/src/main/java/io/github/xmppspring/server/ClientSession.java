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

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A bound resource of an account, with its presence (RFC 6121, 4). Belongs to the event
 * loop.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ClientSession extends Session {

	private static final int MAX_DIRECTED = 1000;

	private final Set<Jid> directed = new LinkedHashSet<>();

	private @Nullable Element presence;

	private int priority;

	private boolean interested;

	private @Nullable ManagedSession managed;

	ClientSession(Jid address, StanzaRouter router) {
		super(address, Namespaces.CLIENT, router);
	}

	/**
	 * What stream management keeps.
	 * @return {@code null} if the client has not enabled it
	 */
	@Nullable ManagedSession managed() {
		return this.managed;
	}

	void manage(ManagedSession managed) {
		this.managed = managed;
	}

	@Override
	void keep(Object stanza) {
		ManagedSession managed = this.managed;
		if (managed != null) {
			managed.keep(stanza);
		}
	}

	/**
	 * Sends what was kept while there was no channel.
	 */
	void deliverKept() {
		ManagedSession managed = this.managed;
		if (managed != null) {
			for (Object stanza : managed.takeWaiting()) {
				if (stanza instanceof Iq iq) {
					deliver(iq);
				}
				else if (stanza instanceof Element element) {
					deliver(element);
				}
			}
		}
	}

	/**
	 * The presence that the client has sent last.
	 * @return the stanza, or {@code null} if the resource is not available
	 */
	@Nullable Element presence() {
		return this.presence;
	}

	boolean isAvailable() {
		return this.presence != null;
	}

	/**
	 * The priority of the presence (RFC 6121, 4.7.2.3).
	 * @return a number from -128 to 127
	 */
	int priority() {
		return this.priority;
	}

	void presence(@Nullable Element presence) {
		this.presence = presence;
		this.priority = (presence != null) ? priorityOf(presence) : 0;
	}

	private static int priorityOf(Element presence) {
		Element priority = presence.child(Namespaces.CLIENT, "priority");
		try {
			return (priority != null) ? Byte.parseByte(priority.text().trim()) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	/**
	 * Whether the client wants to be told about changes of its roster.
	 * @return whether it has asked for the roster (RFC 6121, 2.2)
	 */
	boolean isInterested() {
		return this.interested;
	}

	void interested() {
		this.interested = true;
	}

	/**
	 * Remembers to whom directed presence was sent (RFC 6121, 4.6.2).
	 * @param to the entity
	 */
	void directedTo(Jid to) {
		if (this.directed.size() < MAX_DIRECTED) {
			this.directed.add(to);
		}
	}

	void directedGone(Jid to) {
		this.directed.remove(to);
	}

	/**
	 * Forgets to whom directed presence was sent.
	 * @return the entities
	 */
	Set<Jid> takeDirected() {
		Set<Jid> taken = new LinkedHashSet<>(this.directed);
		this.directed.clear();
		return taken;
	}

}
