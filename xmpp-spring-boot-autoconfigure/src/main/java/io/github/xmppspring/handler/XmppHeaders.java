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

package io.github.xmppspring.handler;

/**
 * The headers of the message that a handler of an IQ request sees. A header is missing if
 * the stanza lacks the attribute.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppHeaders {

	/** The id of the request, a {@link String}. */
	public static final String ID = "xmpp_id";

	/** The sender, a {@link io.github.xmppspring.address.Jid}. */
	public static final String FROM = "xmpp_from";

	/** The addressed entity, a {@link io.github.xmppspring.address.Jid}. */
	public static final String TO = "xmpp_to";

	/** The type, an {@link io.github.xmppspring.stanza.IqType}. */
	public static final String TYPE = "xmpp_type";

	/** The language of the stanza or its stream, a {@link String}. */
	public static final String LANGUAGE = "xmpp_lang";

	private XmppHeaders() {
	}

}
