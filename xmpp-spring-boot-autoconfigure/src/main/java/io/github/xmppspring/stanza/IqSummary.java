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

package io.github.xmppspring.stanza;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Says what a stanza is without telling what is in it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqSummary {

	private static final int MAX_LENGTH = 100;

	private final Map<String, String> values = new LinkedHashMap<>();

	private IqSummary() {
	}

	static Map<String, String> of(Iq iq) {
		IqSummary summary = new IqSummary();
		summary.put("type", iq.type());
		summary.put("id", iq.id());
		summary.put("to", iq.to());
		summary.put("from", iq.from());
		summary.put("language", iq.ownLanguage());
		summary.put("payload", iq.payloadName());
		StanzaError error = iq.error();
		if (error != null) {
			summary.put("condition", error.condition());
			summary.put("errorType", error.type());
		}
		return Collections.unmodifiableMap(summary.values);
	}

	private void put(String name, @Nullable Object value) {
		if (value != null) {
			String line = value.toString().replaceAll("\\p{Cntrl}", "?");
			this.values.put(name, (line.length() > MAX_LENGTH) ? line.substring(0, MAX_LENGTH) + "…" : line);
		}
	}

}
