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

package io.github.xmppspring.pubsub;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.pubsub.Item;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * An item of a node with its payload as an object.
 *
 * @param <T> the type of the payload
 * @param id the id within the node, or {@code null} if it is not told
 * @param publisher who published it, or {@code null} if that is not told
 * @param payload what was published, or {@code null} if there is none or it is not told
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record PubSubItem<T>(@Nullable String id, @Nullable Jid publisher, @Nullable T payload) {

	static <T> List<PubSubItem<T>> listOf(List<Item> items, PayloadCodecs payloads, Class<T> type) {
		return items.stream().map((item) -> of(item, payloads, type)).toList();
	}

	private static <T> PubSubItem<T> of(Item item, PayloadCodecs payloads, Class<T> type) {
		Element payload = item.payload();
		return new PubSubItem<>(item.id(), item.publisher(), (payload != null) ? payloads.read(payload, type) : null);
	}

}
