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

package io.github.xmppspring.script;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What we chose where a script is not the only right way, and why.
 *
 * @param conforms whether it goes as the script says
 * @param what what we do
 * @param evidence a part of what is seen of it: of a stanza or outcome if it goes as the
 * script says, else of the failure of the script
 * @param why the reason
 * @param alternative the property with which it goes as the script says, or {@code null}
 * @author XMPP for Spring Boot contributors
 */
record Choice(boolean conforms, String what, String evidence, String why, @Nullable String alternative) {

	private static final Map<String, Choice> CHOICES = Map.ofEntries(Map.entry("iqb-022",
			same("We answer an empty id with an empty id", "<iq xmlns=\"jabber:client\" type=\"result\" id=\"\"",
					"An id is opaque, and the sender may be waiting for just this one")),
			Map.entry("iqb-023",
					same("We refuse it with bad-request", "<bad-request ",
							"Only stanzas of type error may hold an error, so the request has no payload")),
			Map.entry("iqb-057", otherwise("The fast request of the same sender waits for the slow one",
					"[id] \nExpecting actual:\n  \"slow\"",
					"Requests of one sender are handled in their order, so that a get shows what the set before has "
							+ "changed. Those of other senders do not wait, and a handler that returns a future "
							+ "lets the next request begin",
					"xmpp.iq.handler.ordered=false")),
			Map.entry("iqb-059",
					same("Silence at first, and remote-server-timeout after xmpp.iq.handler.timeout", "nothing",
							"The handler may still answer, but there has to be an answer at some time")),
			Map.entry("iqb-060",
					same("We leave the payload of the request out",
							"id=\"q1\" to=\"romeo@montague.lit/" + "orchard\"><error type=\"auth\">",
							"The sender knows it, and it may be large or confidential")),
			Map.entry("iqb-101", same("The own server may answer for the account", "kind=result",
					"It handles requests of the account on its behalf, and old servers give their own address")),
			Map.entry("iqb-102",
					same("The own full address may answer for the account", "kind=result",
							"The server vouches for the address, and nobody else has it")),
			Map.entry("iqb-106",
					same("An answer without a sender may come from the own server", "kind=result",
							"Without a sender a stanza can only come from the server itself")),
			Map.entry("iqb-124", same("Code 404 is read as item-not-found", "condition=item-not-found",
					"XEP-0086 says what the old codes stand for, and the caller need not know them")));

	/**
	 * The choice for a script.
	 * @param id the id of the script
	 * @return the choice, or {@code null} if none is written down
	 */
	static @Nullable Choice of(String id) {
		return CHOICES.get(id);
	}

	static Set<String> ids() {
		return CHOICES.keySet();
	}

	private static Choice same(String what, String evidence, String why) {
		return new Choice(true, what, evidence, why, null);
	}

	private static Choice otherwise(String what, String evidence, String why, String alternative) {
		return new Choice(false, what, evidence, why, alternative);
	}

}
