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

package io.github.xmppspring.payload.roster;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The contacts of an account, or a part of them (RFC 6121, 2.1 and appendix D).
 * <p>
 * Sent {@linkplain #get() empty} with get, to ask for all; with set it has the one item
 * to change, and so it has in a push, by which the server tells of a change.
 *
 * @param ver the version of the contact list (RFC 6121, 2.6), or {@code null} if versions
 * are not in use. The empty string is a version like any other: in a request it says that
 * no version is known
 * @param items the contacts in document order
 * @param extensions what is beyond the schema
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Roster(@Nullable String ver, List<Item> items, Extensions extensions) {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName("jabber:iq:roster", "query");

	/**
	 * Reads and writes contact lists.
	 */
	public static final PayloadCodec<Roster> CODEC = new RosterCodec();

	public Roster {
		items = List.copyOf(items);
		Assert.notNull(extensions, "'extensions' must not be null");
	}

	/**
	 * The request for all contacts.
	 * @return a payload without content
	 */
	public static Roster get() {
		return get(null);
	}

	/**
	 * The request for all contacts unless nothing has changed since a version. Only for
	 * servers that offer versions (RFC 6121, 2.6.2).
	 * @param ver the version that is known, empty for none, or {@code null} for the
	 * request without versions
	 * @return a payload without items
	 */
	public static Roster get(@Nullable String ver) {
		return new Roster(ver, List.of(), Extensions.NONE);
	}

	/**
	 * Contacts without a version: a result, or a change, which has exactly one item.
	 * @param items the contacts
	 * @return a payload
	 */
	public static Roster of(Item... items) {
		return new Roster(null, List.of(items), Extensions.NONE);
	}

	/**
	 * These contacts with a version.
	 * @param ver the version, or {@code null} for none
	 * @return a new payload
	 */
	public Roster withVer(@Nullable String ver) {
		return new Roster(ver, this.items, this.extensions);
	}

	/**
	 * These contacts after a change.
	 * @param change the contact as it is now, or the {@linkplain Item#removed(Jid)
	 * removal} of it
	 * @return a new payload with the same version
	 */
	public Roster withItem(Item change) {
		Map<Jid, Item> items = new LinkedHashMap<>();
		this.items.forEach((item) -> items.put(item.jid(), item));
		if (change.isRemoved()) {
			items.remove(change.jid());
		}
		else {
			items.put(change.jid(), change);
		}
		return new Roster(this.ver, List.copyOf(items.values()), this.extensions);
	}

	/**
	 * Finds a contact.
	 * @param jid the address of the contact
	 * @return the item, or {@code null} if there is none
	 */
	public @Nullable Item item(Jid jid) {
		for (Item item : this.items) {
			if (item.jid().equals(jid)) {
				return item;
			}
		}
		return null;
	}

	/**
	 * Who sees whose presence.
	 */
	public enum Subscription {

		/**
		 * Neither sees the presence of the other.
		 */
		NONE("none"),

		/**
		 * The account sees the presence of the contact.
		 */
		TO("to"),

		/**
		 * The contact sees the presence of the account.
		 */
		FROM("from"),

		/**
		 * Both see the presence of the other.
		 */
		BOTH("both"),

		/**
		 * Not a state: the contact is to be removed, or has been.
		 */
		REMOVE("remove");

		private static final Subscription[] VALUES = values();

		private final String value;

		Subscription(String value) {
			this.value = value;
		}

		/**
		 * The value of the attribute.
		 * @return the name in lower case
		 */
		public String value() {
			return this.value;
		}

		/**
		 * Finds a value.
		 * @param value the value of the attribute
		 * @return the subscription, or {@code null} for any other value
		 */
		public static @Nullable Subscription ofValue(@Nullable String value) {
			for (Subscription subscription : VALUES) {
				if (subscription.value.equals(value)) {
					return subscription;
				}
			}
			return null;
		}

		@Override
		public String toString() {
			return this.value;
		}

	}

	/**
	 * A contact.
	 *
	 * @param jid the address, as a rule a bare JID
	 * @param name what the account calls the contact, if anything
	 * @param subscription who sees whose presence; {@code null} if it is not said, which
	 * in a contact list means {@link Subscription#NONE}. Values that RFC 6121 does not
	 * know are to be ignored: they are among the extensions
	 * @param ask whether the account has asked to see the presence of the contact and
	 * waits for the answer
	 * @param approved whether the contact may see the presence of the account before it
	 * has asked for it (RFC 6121, 3.4)
	 * @param groups the groups that the contact is in, in document order
	 * @param extensions what is beyond the schema
	 */
	public record Item(Jid jid, @Nullable String name, @Nullable Subscription subscription, boolean ask,
			boolean approved, Set<String> groups, Extensions extensions) {

		public Item {
			Assert.notNull(jid, "'jid' must not be null");
			groups = (groups.size() <= 1) ? Set.copyOf(groups)
					: Collections.unmodifiableSet(new LinkedHashSet<>(groups));
			for (String group : groups) {
				Assert.isTrue(!group.isEmpty(), "'groups' must not have one without a name");
			}
			Assert.notNull(extensions, "'extensions' must not be null");
		}

		/**
		 * A contact as it is written: its state is the matter of the server.
		 * @param jid the address
		 * @param name what to call the contact, or {@code null}
		 * @param groups the groups that it is in
		 * @return an item without a state
		 */
		public static Item of(Jid jid, @Nullable String name, String... groups) {
			return of(jid, name, List.of(groups));
		}

		/**
		 * A contact as it is written: its state is the matter of the server.
		 * @param jid the address
		 * @param name what to call the contact, or {@code null}
		 * @param groups the groups that it is in
		 * @return an item without a state
		 */
		public static Item of(Jid jid, @Nullable String name, Collection<String> groups) {
			return new Item(jid, name, null, false, false, new LinkedHashSet<>(groups), Extensions.NONE);
		}

		/**
		 * A contact that is to be removed, or has been (RFC 6121, 2.5).
		 * @param jid the address
		 * @return an item that says no more than this
		 */
		public static Item removed(Jid jid) {
			return of(jid, null).withSubscription(Subscription.REMOVE);
		}

		/**
		 * Whether the contact is to be removed, or has been.
		 * @return whether the subscription is {@link Subscription#REMOVE}
		 */
		public boolean isRemoved() {
			return this.subscription == Subscription.REMOVE;
		}

		/**
		 * This contact with another state.
		 * @param subscription who sees whose presence
		 * @return a new item
		 */
		public Item withSubscription(@Nullable Subscription subscription) {
			return new Item(this.jid, this.name, subscription, this.ask, this.approved, this.groups, this.extensions);
		}

	}

}
