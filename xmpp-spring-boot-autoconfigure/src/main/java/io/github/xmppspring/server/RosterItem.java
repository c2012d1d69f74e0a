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

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A contact in a roster (RFC 6121, 2.1.2).
 *
 * @param jid the bare JID of the contact
 * @param name what the user calls the contact
 * @param groups the groups of the contact
 * @param to whether the user sees the presence of the contact
 * @param from whether the contact sees the presence of the user
 * @param ask whether the user has asked to see the presence of the contact
 * @author XMPP for Spring Boot contributors
 */
record RosterItem(Jid jid, @Nullable String name, Set<String> groups, boolean to, boolean from, boolean ask) {

	RosterItem {
		groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
	}

	static RosterItem of(Jid jid) {
		return new RosterItem(jid, null, Set.of(), false, false, false);
	}

	RosterItem named(@Nullable String name, Set<String> groups) {
		return new RosterItem(this.jid, name, groups, this.to, this.from, this.ask);
	}

	RosterItem withTo(boolean to) {
		return new RosterItem(this.jid, this.name, this.groups, to, this.from, false);
	}

	RosterItem withFrom(boolean from) {
		return new RosterItem(this.jid, this.name, this.groups, this.to, from, this.ask);
	}

	RosterItem asking() {
		return new RosterItem(this.jid, this.name, this.groups, this.to, this.from, true);
	}

	/**
	 * The state of the subscriptions (RFC 6121, 2.1.2.5).
	 * @return none, to, from or both
	 */
	String subscription() {
		return this.to ? (this.from ? "both" : "to") : (this.from ? "from" : "none");
	}

	Element toElement() {
		Element.Builder item = Element.builder(RosterService.NAMESPACE, "item")
			.attribute("jid", this.jid)
			.attribute("name", this.name)
			.attribute("subscription", subscription())
			.attribute("ask", this.ask ? "subscribe" : null);
		this.groups.forEach((group) -> item.textChild("group", group));
		return item.build();
	}

	@Override
	public String toString() {
		return "%s (%s)".formatted(this.jid, subscription());
	}

}
