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

package io.github.xmppspring.server;

import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Says what software the server is (XEP-0092).
 *
 * @author XMPP for Spring Boot contributors
 */
final class VersionService implements Service {

	static final String NAME = "Embedded XMPP server";

	private static final QName PAYLOAD = new QName("jabber:iq:version", "query");

	private final @Nullable String version = VersionService.class.getPackage().getImplementationVersion();

	@Override
	public QName payload() {
		return PAYLOAD;
	}

	@Override
	public Set<Scope> scopes() {
		return Set.of(Scope.SERVER);
	}

	@Override
	public Iq answer(Iq request, Scope scope) {
		Service.require(request, IqType.GET);
		return request.result(Element.builder(PAYLOAD)
			.textChild("name", NAME)
			.textChild("version", (this.version != null) ? this.version : "unknown")
			.build());
	}

}
