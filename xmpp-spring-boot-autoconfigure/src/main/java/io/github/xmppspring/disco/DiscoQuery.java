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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about this entity.
 *
 * @param node the node that is asked about, or {@code null} for the entity itself
 * @param to the address that is asked, or {@code null} if the server left it out. A
 * component may have many
 * @param from who asks, or {@code null} if the own server does
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record DiscoQuery(@Nullable String node, @Nullable Jid to, @Nullable Jid from) {

	static DiscoQuery of(Iq request) {
		Element query = request.payload();
		String node = (query != null) ? query.attribute("node") : null;
		return new DiscoQuery((node == null || node.isEmpty()) ? null : node, request.to(), request.from());
	}

}
