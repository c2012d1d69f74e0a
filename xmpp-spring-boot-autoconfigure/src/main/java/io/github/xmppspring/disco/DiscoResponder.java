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
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Answers one kind of question about this entity, unless the application does.
 *
 * @param <T> the type of the answers
 * @author XMPP for Spring Boot contributors
 */
abstract class DiscoResponder<T> implements IqResponder {

	private final OwnEntity entity;

	private final PayloadCodec<T> codec;

	DiscoResponder(OwnEntity entity, PayloadCodec<T> codec) {
		Assert.notNull(entity, "'entity' must not be null");
		this.entity = entity;
		this.codec = codec;
	}

	/**
	 * Finds the answer.
	 * @param entity knows the answers
	 * @param query what is asked
	 * @return the answer, or {@code null} if the node is not there
	 */
	abstract @Nullable T find(OwnEntity entity, DiscoQuery query);

	@Override
	public final CompletionStage<Iq> exchange(Iq request) {
		T answer = find(this.entity, DiscoQuery.of(request));
		return CompletableFuture.completedFuture((answer != null) ? request.result(this.codec.write(answer))
				: request.error(StanzaErrorCondition.ITEM_NOT_FOUND));
	}

	@Override
	public final Set<IqMapping> mappings() {
		return Set.of(IqMapping.get(this.codec.name()));
	}

	@Override
	public final boolean isNonBlocking() {
		return this.entity.isNonBlocking();
	}

	@Override
	public final boolean isFallback() {
		return true;
	}

}
