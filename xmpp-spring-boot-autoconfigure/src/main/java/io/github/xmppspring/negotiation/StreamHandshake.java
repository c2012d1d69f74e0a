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

package io.github.xmppspring.negotiation;

import io.github.xmppspring.stanza.XmppException;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamHeader;

/**
 * What is negotiated, as the one and only step, on streams that have neither a version
 * nor features.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface StreamHandshake {

	/**
	 * Negotiates on one stream. Ends with a {@linkplain StreamProgress#bound bound}
	 * stream.
	 * @param stream the stream
	 * @param header the header of the server
	 * @return the negotiation, not yet begun
	 */
	Negotiation negotiate(StreamContext stream, StreamHeader header);

	/**
	 * What it means that the server ends the stream with an error.
	 * @param error the error
	 * @return a new exception
	 */
	XmppException refused(StreamError error);

}
