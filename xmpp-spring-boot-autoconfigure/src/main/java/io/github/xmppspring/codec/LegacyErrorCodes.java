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

package io.github.xmppspring.codec;

import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlNode;
import io.github.xmppspring.xml.XmlText;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Adds the number that entities from before XMPP 1.0 understand to every stanza error
 * that is sent without one (XEP-0086).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class LegacyErrorCodes extends ChannelOutboundHandlerAdapter {

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		ctx.write((message instanceof Element stanza && "error".equals(stanza.attribute("type"))) ? withCode(stanza)
				: message, promise);
	}

	private static Element withCode(Element stanza) {
		Element error = stanza.child("error");
		if (error == null || error.attribute("code") != null) {
			return stanza;
		}
		Element numbered = error.mutate().attribute("code", StanzaError.from(error).condition().legacyCode()).build();
		Element.Builder copy = Element.builder(stanza.name());
		stanza.attributes()
			.forEach((attribute) -> copy.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(),
					attribute.value()));
		stanza.namespaceDeclarations()
			.forEach((declaration) -> copy.declare(declaration.prefix(), declaration.namespace()));
		for (XmlNode node : stanza.content()) {
			if (node instanceof XmlText text) {
				copy.text(text.value());
			}
			else if (node instanceof Element child) {
				copy.child(child.equals(error) ? numbered : child);
			}
		}
		return copy.build();
	}

}
