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

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;

/**
 * Tells the time (XEP-0202).
 *
 * @author XMPP for Spring Boot contributors
 */
final class TimeService implements Service {

	private static final QName PAYLOAD = new QName("urn:xmpp:time", "time");

	private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

	private final Clock clock;

	TimeService(Clock clock) {
		this.clock = clock;
	}

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
		ZonedDateTime now = ZonedDateTime.now(this.clock).truncatedTo(ChronoUnit.SECONDS);
		return request.result(Element.builder(PAYLOAD)
			.textChild("tzo", OFFSET.format(now))
			.textChild("utc", DateTimeFormatter.ISO_INSTANT.format(now))
			.build());
	}

}
