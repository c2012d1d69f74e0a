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

package io.github.xmppspring.vcard;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.vcardtemp.Picture;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.payload.vcardtemp.VCardUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Gets the vCards of accounts and other entities, and sets the own one. There are three
 * ways, and servers differ in which of them they know and whether these lead to the same
 * card:
 * <ul>
 * <li>{@code vcardTemp}: the old format, which every server keeps and shows to everybody
 * (XEP-0054);</li>
 * <li>{@code publishedVcard4}: vCard4 on a node of the account, shown to those whom the
 * access model of the node lets in (XEP-0292, XEP-0163);</li>
 * <li>{@code vcard4}: vCard4 by a request for the card alone, which few servers answer
 * for accounts, but entities may for themselves (XEP-0292).</li>
 * </ul>
 *
 * <pre class="code">
 * vcards.vcardTemp(Jid.of("juliet@example.com")).map(VCardTemp::formattedName);
 * </pre>
 *
 * Methods that return an {@code Optional} return an empty one if there is no card: if the
 * answer is a card without content, or the error {@code item-not-found}, which some
 * servers give for accounts without a card and for accounts that do not exist. All other
 * errors are failures, among them {@code service-unavailable}, with which servers answer
 * that do not know of vCards, and some do where there is no account.
 * <p>
 * Each operation has a form that waits and one that returns a future, whose name ends in
 * {@code Async}. They fail as the operations of
 * {@link io.github.xmppspring.template.IqOperations} do. What is of the own account is
 * for clients alone; a component may ask for the cards of others.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface VCardOperations {

	/**
	 * Gets the card of the own account (XEP-0054, 3.1).
	 * @return the card, empty if there is none
	 */
	Optional<VCardTemp> vcardTemp();

	/**
	 * Gets the card of the own account (XEP-0054, 3.1).
	 * @return a future of the card, empty if there is none
	 */
	CompletableFuture<Optional<VCardTemp>> vcardTempAsync();

	/**
	 * Gets the card of somebody (XEP-0054, 3.3).
	 * @param owner the bare JID of an account, or the JID of another entity
	 * @return the card, empty if there is none
	 */
	Optional<VCardTemp> vcardTemp(Jid owner);

	/**
	 * Gets the card of somebody (XEP-0054, 3.3).
	 * @param owner the bare JID of an account, or the JID of another entity
	 * @return a future of the card, empty if there is none
	 */
	CompletableFuture<Optional<VCardTemp>> vcardTempAsync(Jid owner);

	/**
	 * Sets the card of the own account, in place of the one that is there (XEP-0054,
	 * 3.2).
	 * @param card the whole card
	 */
	void setVcardTemp(VCardTemp card);

	/**
	 * Sets the card of the own account, in place of the one that is there (XEP-0054,
	 * 3.2).
	 * @param card the whole card
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> setVcardTempAsync(VCardTemp card);

	/**
	 * Sets the photo in the card of the own account, and nothing else in it (XEP-0153,
	 * 3.1). The card is got and set again; a change from elsewhere in between is lost.
	 * @param photo the photo, or {@code null} to remove it
	 * @return what is to be told in presences from now on
	 */
	VCardUpdate setPhoto(@Nullable Picture photo);

	/**
	 * Sets the photo in the card of the own account, and nothing else in it (XEP-0153,
	 * 3.1). The card is got and set again; a change from elsewhere in between is lost.
	 * @param photo the photo, or {@code null} to remove it
	 * @return a future of what is to be told in presences from now on
	 */
	CompletableFuture<VCardUpdate> setPhotoAsync(@Nullable Picture photo);

	/**
	 * Gets the vCard4 of the own account by a request for it.
	 * @return the card, empty if there is none
	 */
	Optional<VCard4> vcard4();

	/**
	 * Gets the vCard4 of the own account by a request for it.
	 * @return a future of the card, empty if there is none
	 */
	CompletableFuture<Optional<VCard4>> vcard4Async();

	/**
	 * Gets the vCard4 of somebody, or of a thing such as a server, by a request for it
	 * (XEP-0292, 6).
	 * @param owner the bare JID of an account, or the JID of another entity
	 * @return the card, empty if there is none
	 */
	Optional<VCard4> vcard4(Jid owner);

	/**
	 * Gets the vCard4 of somebody, or of a thing such as a server, by a request for it
	 * (XEP-0292, 6).
	 * @param owner the bare JID of an account, or the JID of another entity
	 * @return a future of the card, empty if there is none
	 */
	CompletableFuture<Optional<VCard4>> vcard4Async(Jid owner);

	/**
	 * Sets the vCard4 of the own account by a request with it, in place of the one that
	 * is there.
	 * @param card the whole card
	 */
	void setVcard4(VCard4 card);

	/**
	 * Sets the vCard4 of the own account by a request with it, in place of the one that
	 * is there.
	 * @param card the whole card
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> setVcard4Async(VCard4 card);

	/**
	 * Gets the vCard4 that the own account has published (XEP-0292, 4).
	 * @return the card, empty if there is none
	 */
	Optional<VCard4> publishedVcard4();

	/**
	 * Gets the vCard4 that the own account has published (XEP-0292, 4).
	 * @return a future of the card, empty if there is none
	 */
	CompletableFuture<Optional<VCard4>> publishedVcard4Async();

	/**
	 * Gets the vCard4 that an account has published (XEP-0292, 4).
	 * @param owner the account
	 * @return the card, empty if there is none
	 */
	Optional<VCard4> publishedVcard4(Jid owner);

	/**
	 * Gets the vCard4 that an account has published (XEP-0292, 4).
	 * @param owner the account
	 * @return a future of the card, empty if there is none
	 */
	CompletableFuture<Optional<VCard4>> publishedVcard4Async(Jid owner);

	/**
	 * Publishes the vCard4 of the own account, in place of the one before (XEP-0292, 4).
	 * Who may see it is what the node says; where it does not exist yet, servers make one
	 * for those who may see the presence of the account.
	 * @param card the whole card
	 */
	void publishVcard4(VCard4 card);

	/**
	 * Publishes the vCard4 of the own account, in place of the one before (XEP-0292, 4).
	 * Who may see it is what the node says; where it does not exist yet, servers make one
	 * for those who may see the presence of the account.
	 * @param card the whole card
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> publishVcard4Async(VCard4 card);

	/**
	 * Publishes the vCard4 of the own account for certain people, in place of the one
	 * before (XEP-0292, 4). The server makes the node like that if it does not exist yet,
	 * and refuses if it exists and is for others.
	 * @param card the whole card
	 * @param access who may see it
	 */
	void publishVcard4(VCard4 card, AccessModel access);

	/**
	 * Publishes the vCard4 of the own account for certain people, in place of the one
	 * before (XEP-0292, 4). The server makes the node like that if it does not exist yet,
	 * and refuses if it exists and is for others.
	 * @param card the whole card
	 * @param access who may see it
	 * @return a future that completes with {@code null}
	 */
	CompletableFuture<@Nullable Void> publishVcard4Async(VCard4 card, AccessModel access);

}
