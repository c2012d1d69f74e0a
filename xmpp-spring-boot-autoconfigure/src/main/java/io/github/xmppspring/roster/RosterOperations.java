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
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the contact list of the own account (RFC 6121, 2). For clients:
 * components have none.
 * <p>
 * {@link #get()} asks the server, once in a session; from then on the server tells of
 * changes by itself, and {@link #contacts()} and {@link #contact(Jid)} know what it has
 * told without asking it again. What changes before the first {@code get} of a session is
 * missed until then.
 * <p>
 * Requests end as those of {@link io.github.xmppspring.template.IqOperations} do:
 * blocking methods throw its exceptions, futures complete with them, and cancelling a
 * future gives up its request.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface RosterOperations {

	/**
	 * Asks the server for all contacts, and waits for them. If the server offers versions
	 * and the {@link RosterStore} has one, they are sent only if they have changed. From
	 * now on the server pushes changes to this session.
	 * @return the contacts
	 * @throws io.github.xmppspring.stanza.IqErrorException if the server refuses
	 * @throws io.github.xmppspring.stanza.IqTimeoutException if it does not answer
	 * @throws io.github.xmppspring.payload.PayloadException if the contacts cannot be
	 * read
	 * @throws IllegalStateException on a thread that must not wait
	 */
	Roster get();

	/**
	 * Asks the server for all contacts.
	 * @return a future of the contacts
	 * @see #get()
	 */
	CompletableFuture<Roster> getAsync();

	/**
	 * Adds a contact, or gives one another name and other groups (RFC 6121, 2.3 and 2.4),
	 * and waits until the server has done so. Who sees whose presence stays as it is.
	 * @param contact the address of the contact, as a rule a bare JID
	 * @param name what to call the contact, or {@code null} for no name
	 * @param groups all groups that the contact is to be in
	 * @throws IllegalArgumentException if a group has no name; nothing is sent then
	 * @throws io.github.xmppspring.stanza.IqErrorException if the server refuses
	 * @throws io.github.xmppspring.stanza.IqTimeoutException if it does not answer
	 * @throws IllegalStateException on a thread that must not wait
	 */
	void set(Jid contact, @Nullable String name, String... groups);

	/**
	 * Adds a contact, or gives one another name and other groups.
	 * @param contact the address of the contact, as a rule a bare JID
	 * @param name what to call the contact, or {@code null} for no name
	 * @param groups all groups that the contact is to be in
	 * @return a future that completes with {@code null} when the server has done so
	 * @throws IllegalArgumentException if a group has no name; nothing is sent then
	 * @see #set(Jid, String, String...)
	 */
	CompletableFuture<@Nullable Void> setAsync(Jid contact, @Nullable String name, String... groups);

	/**
	 * Removes a contact, and with it the subscriptions in both directions (RFC 6121,
	 * 2.5), and waits until the server has done so.
	 * @param contact the address of the contact as it is in the contact list
	 * @throws io.github.xmppspring.stanza.IqErrorException if the server refuses; some do
	 * with {@code item-not-found} if there is no such contact
	 * @throws io.github.xmppspring.stanza.IqTimeoutException if it does not answer
	 * @throws IllegalStateException on a thread that must not wait
	 */
	void remove(Jid contact);

	/**
	 * Removes a contact.
	 * @param contact the address of the contact as it is in the contact list
	 * @return a future that completes with {@code null} when the server has done so
	 * @see #remove(Jid)
	 */
	CompletableFuture<@Nullable Void> removeAsync(Jid contact);

	/**
	 * Whether the server takes {@linkplain #preApprove(Jid) approvals in advance}.
	 * @return whether there is a connection to a server that offers it
	 */
	boolean offersPreApproval();

	/**
	 * Allows somebody in advance to see the presence of this account: when they ask for
	 * it, the server says yes (RFC 6121, 3.4). It is taken back by presence of type
	 * unsubscribed.
	 * @param contact the bare JID of whoever may see the presence
	 * @throws PreApprovalNotOfferedException if the server does not offer this; nothing
	 * is sent then
	 * @throws io.github.xmppspring.stanza.XmppException if it could not be sent
	 * @throws IllegalStateException on a thread that must not wait
	 */
	void preApprove(Jid contact);

	/**
	 * Allows somebody in advance to see the presence of this account.
	 * @param contact the bare JID of whoever may see the presence
	 * @return a future that completes with {@code null} when that was written to the
	 * stream
	 * @see #preApprove(Jid)
	 */
	CompletableFuture<@Nullable Void> preApproveAsync(Jid contact);

	/**
	 * The contacts as far as they are known: those of the last {@link #get()} with all
	 * changes that the server has told of since then. Nothing is sent. They may be those
	 * of an earlier session, or of an earlier life of the application if the
	 * {@link RosterStore} keeps them.
	 * @return the contacts, none if nothing is known
	 */
	List<Item> contacts();

	/**
	 * A contact, as far as it is known.
	 * @param jid the address of the contact; a full JID also stands for the contact with
	 * its bare JID
	 * @return the contact, or {@code null} if it is not known
	 * @see #contacts()
	 */
	@Nullable Item contact(Jid jid);

}
