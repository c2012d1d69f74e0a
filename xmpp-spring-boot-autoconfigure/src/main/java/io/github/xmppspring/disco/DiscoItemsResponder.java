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

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.handler.IqMapping;
import io.github.xmppspring.handler.IqResponder;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;

import org.springframework.util.Assert;

/**
 * Answers what belongs to this entity (XEP-0030, 4). What is asked about a node that is
 * not there is answered with {@code item-not-found}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class DiscoItemsResponder implements IqResponder {

	private final OwnEntity entity;

	/**
	 * Creates the responder.
	 * @param entity knows the answers
	 */
	public DiscoItemsResponder(OwnEntity entity) {
		Assert.notNull(entity, "'entity' must not be null");
		this.entity = entity;
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		DiscoItems items = this.entity.items(DiscoQuery.of(request));
		return CompletableFuture.completedFuture((items != null) ? request.result(DiscoItems.CODEC.write(items))
				: request.error(StanzaErrorCondition.ITEM_NOT_FOUND));
	}

	@Override
	public Set<IqMapping> mappings() {
		return Set.of(IqMapping.get(DiscoItems.NAME));
	}

	@Override
	public boolean isNonBlocking() {
		return this.entity.isNonBlocking();
	}

	@Override
	public boolean isFallback() {
		return true;
	}

}
