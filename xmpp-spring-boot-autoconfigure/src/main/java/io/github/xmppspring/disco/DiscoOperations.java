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

package io.github.xmppspring.disco;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks others what they are, what they understand, and what belongs to them (XEP-0030).
 *
 * <pre class="code">
 * if (disco.supports(juliet, "urn:xmpp:ping")) {
 *     …
 * }
 * </pre>
 *
 * Information is kept for a while, so most questions need no request; who asks while the
 * same question is under way waits for the same answer. Failures and items are not kept.
 * Of a peer whose presence announced its capabilities (XEP-0115), the information is
 * shared with all peers that announce the same, once it has been verified.
 * <p>
 * Operations end in one of the ways that
 * {@link io.github.xmppspring.template.IqOperations} names. Blocking methods throw the
 * exceptions, futures complete with them. In component mode questions come from the
 * domain of the component.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface DiscoOperations {

	/**
	 * What an entity is and what it understands.
	 * @param jid the entity
	 * @return the information
	 */
	default DiscoInfo info(Jid jid) {
		return info(jid, null);
	}

	/**
	 * What a node of an entity is and what it understands.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @return the information
	 */
	DiscoInfo info(Jid jid, @Nullable String node);

	/**
	 * What an entity is and what it understands.
	 * @param jid the entity
	 * @return a future of the information
	 */
	default CompletableFuture<DiscoInfo> infoAsync(Jid jid) {
		return infoAsync(jid, null);
	}

	/**
	 * What a node of an entity is and what it understands.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @return a future of the information
	 */
	CompletableFuture<DiscoInfo> infoAsync(Jid jid, @Nullable String node);

	/**
	 * Whether an entity understands something. An entity that answers with
	 * {@code service-unavailable}, {@code feature-not-implemented} or
	 * {@code item-not-found} is taken at its word: it does not.
	 * @param jid the entity
	 * @param feature the name of the feature, most often a namespace
	 * @return whether it does
	 * @throws io.github.xmppspring.stanza.IqTimeoutException if it does not answer, so
	 * that nobody knows
	 */
	boolean supports(Jid jid, String feature);

	/**
	 * Whether an entity understands something.
	 * @param jid the entity
	 * @param feature the name of the feature, most often a namespace
	 * @return a future of the answer, as of {@link #supports(Jid, String)}
	 */
	CompletableFuture<Boolean> supportsAsync(Jid jid, String feature);

	/**
	 * What belongs to an entity, as much of it as the entity gives at once.
	 * @param jid the entity
	 * @return the items
	 */
	default DiscoItems items(Jid jid) {
		return items(jid, null);
	}

	/**
	 * What belongs to a node of an entity, as much of it as the entity gives at once.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @return the items
	 */
	DiscoItems items(Jid jid, @Nullable String node);

	/**
	 * What belongs to an entity, as much of it as the entity gives at once.
	 * @param jid the entity
	 * @return a future of the items
	 */
	default CompletableFuture<DiscoItems> itemsAsync(Jid jid) {
		return itemsAsync(jid, null);
	}

	/**
	 * What belongs to a node of an entity, as much of it as the entity gives at once.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @return a future of the items
	 */
	CompletableFuture<DiscoItems> itemsAsync(Jid jid, @Nullable String node);

	/**
	 * A page of what belongs to an entity (XEP-0059). One that knows no pages gives
	 * everything.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @param page which page, such as {@link ResultSet#firstPage(int)}
	 * @return the page
	 */
	Page<DiscoItems.Item> items(Jid jid, @Nullable String node, ResultSet page);

	/**
	 * A page of what belongs to an entity (XEP-0059). One that knows no pages gives
	 * everything.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @param page which page, such as {@link ResultSet#firstPage(int)}
	 * @return a future of the page
	 */
	CompletableFuture<Page<DiscoItems.Item>> itemsAsync(Jid jid, @Nullable String node, ResultSet page);

	/**
	 * What belongs to an entity, from as many pages as it takes.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @param limit how many items are wanted at most, positive
	 * @return the items; as many as the limit if there are more
	 */
	List<DiscoItems.Item> allItems(Jid jid, @Nullable String node, int limit);

	/**
	 * What belongs to an entity, from as many pages as it takes.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @param limit how many items are wanted at most, positive
	 * @return a future of the items; as many as the limit if there are more
	 */
	CompletableFuture<List<DiscoItems.Item>> allItemsAsync(Jid jid, @Nullable String node, int limit);

	/**
	 * Forgets what an entity said of itself, so that it is asked again.
	 * @param jid the entity
	 */
	void forget(Jid jid);

}
