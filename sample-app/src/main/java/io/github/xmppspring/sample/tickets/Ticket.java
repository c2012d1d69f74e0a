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

package io.github.xmppspring.sample.tickets;

import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppPayload;

/**
 * Something a customer waits for: {@code <ticket xmlns='urn:example:tickets' id='1'/>}
 * with the child {@code <subject/>}.
 *
 * @param id what to call it
 * @param subject what it is about
 * @author XMPP for Spring Boot contributors
 */
// tag::payload[]
@XmppPayload(namespace = "urn:example:tickets")
record Ticket(@XmppAttribute String id, String subject) {
}
// end::payload[]
