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

package io.github.xmppspring.sample.component;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.XmppHeaders;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.template.IqOperations;

import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;

/**
 * Answers for the rooms of a component, each of which is an address.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::handlers[]
@Component
class RoomHandlers {

	private final IqOperations iq;

	RoomHandlers(IqOperations iq) {
		this.iq = iq;
	}

	@IqHandler(namespace = "urn:example:room", name = "guest", type = IqType.GET)
	SoftwareVersion guest(Jid sender, @Header(XmppHeaders.TO) Jid room) {
		return this.iq.get(SoftwareVersion.request()).from(room).to(sender).retrieve(SoftwareVersion.class);
	}

}
// end::handlers[]
