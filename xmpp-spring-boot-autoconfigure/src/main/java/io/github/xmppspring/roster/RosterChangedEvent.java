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

import io.github.xmppspring.payload.roster.Roster.Item;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.util.Assert;

/**
 * The server has told of a change in the contact list: another client of the account, a
 * subscription, or this application itself has changed it. Events come in the order of
 * the changes, after the store has them.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class RosterChangedEvent extends ApplicationEvent {

	private final transient Item item;

	private final @Nullable String version;

	private final Kind kind;

	/**
	 * Creates the event.
	 * @param source who tells it
	 * @param item the contact as the server has sent it
	 * @param version the version of the contact list after the change, or {@code null} if
	 * the server has sent none
	 * @param kind what has happened to the contact
	 */
	public RosterChangedEvent(Object source, Item item, @Nullable String version, Kind kind) {
		super(source);
		Assert.notNull(item, "'item' must not be null");
		Assert.notNull(kind, "'kind' must not be null");
		this.item = item;
		this.version = version;
		this.kind = kind;
	}

	public Item getItem() {
		return this.item;
	}

	public @Nullable String getVersion() {
		return this.version;
	}

	public Kind getKind() {
		return this.kind;
	}

	/**
	 * What can happen to a contact.
	 */
	public enum Kind {

		/**
		 * It was not known before.
		 */
		ADDED,

		/**
		 * Its name, groups or subscription may be others now.
		 */
		UPDATED,

		/**
		 * It is no contact any more.
		 */
		REMOVED

	}

}
