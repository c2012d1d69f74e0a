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

package io.github.xmppspring.roster;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.roster.Roster;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps colleagues in a group of the contact list, and knows who has left.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::colleagues[]
@Component
class Colleagues {

	private static final String GROUP = "Colleagues";

	private final RosterOperations roster;

	private final Set<Jid> left = ConcurrentHashMap.newKeySet();

	Colleagues(RosterOperations roster) {
		this.roster = roster;
	}

	void add(Jid jid, String name) {
		this.roster.set(jid, name, GROUP);
	}

	List<Jid> all() {
		return this.roster.contacts()
			.stream()
			.filter((contact) -> contact.groups().contains(GROUP))
			.map(Roster.Item::jid)
			.toList();
	}

	@EventListener
	void changed(RosterChangedEvent event) {
		if (event.getKind() == RosterChangedEvent.Kind.REMOVED) {
			this.left.add(event.getItem().jid());
		}
	}

	Set<Jid> left() {
		return this.left;
	}

}
// end::colleagues[]
