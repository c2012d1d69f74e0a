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

import io.github.xmppspring.payload.disco.DiscoItems;
import org.jspecify.annotations.Nullable;

/**
 * Answers what belongs to this entity (XEP-0030, 4). What is asked about a node that is
 * not there is answered with {@code item-not-found}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class DiscoItemsResponder extends DiscoResponder<DiscoItems> {

	/**
	 * Creates the responder.
	 * @param entity knows the answers
	 */
	public DiscoItemsResponder(OwnEntity entity) {
		super(entity, DiscoItems.CODEC);
	}

	@Override
	@Nullable DiscoItems find(OwnEntity entity, DiscoQuery query) {
		return entity.items(query);
	}

}
