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

package io.github.xmppspring.testcontainers;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;

/**
 * Answers with who has asked.
 *
 * @author XMPP for Spring Boot contributors
 */
class EchoHandler {

	static final Element WHO = Element.parse("<who xmlns='urn:example:who'/>");

	@IqHandler(namespace = "urn:example:who", type = IqType.GET)
	Element answer(Jid sender) {
		return Element.builder("urn:example:who", "sender").text(sender.toString()).build();
	}

}
