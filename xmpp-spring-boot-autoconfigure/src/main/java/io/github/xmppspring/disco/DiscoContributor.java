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

import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what this entity says of itself (XEP-0030). Any bean of this type is asked, in
 * order. With one, requests for information are answered on the threads of the handlers,
 * so it may take its time.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface DiscoContributor {

	/**
	 * Adds identities, features and forms to those of the entity itself. They should stay
	 * the same: they are announced in presence, too (XEP-0115), and not announced again
	 * until the next presence.
	 * @param info what the entity says of itself up to here
	 */
	default void contribute(DiscoInfo.Builder info) {
	}

	/**
	 * What there is to know about a node, or about an address of a component.
	 * @param query the question
	 * @return the information; {@code null} if it is not for this contributor to say, as
	 * it is unless overridden. If no contributor says anything of a node, there is none
	 */
	default @Nullable DiscoInfo info(DiscoQuery query) {
		return null;
	}

	/**
	 * What belongs to this entity or to a node.
	 * @param query the question
	 * @return the items, which those of other contributors are added to; {@code null} if
	 * it is not for this contributor to say, as it is unless overridden
	 */
	default @Nullable List<DiscoItems.Item> items(DiscoQuery query) {
		return null;
	}

}
