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

package io.github.xmppspring.sample;

import java.util.concurrent.CompletionStage;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.ServerIqFilter;
import io.github.xmppspring.stanza.StanzaError;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Logs who asked what, and what came back, in both directions. For demonstration: the
 * contents of stanzas have no place in the log of an application with real users.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::transcript[]
@Component
class Transcript implements ClientIqFilter, ServerIqFilter {

	private static final Log logger = LogFactory.getLog(Transcript.class);

	@Override
	public CompletionStage<Iq> exchange(Iq request, IqExchange next) {
		return next.exchange(request).whenComplete((response, failure) -> {
			logger.info("%s asks %s: %s %s".formatted(name(request.from()), name(request.to()), request.type(),
					request.payload()));
			logger.info("    answer: " + ((response != null) ? describe(response) : failure));
		});
	}

	private static String name(@Nullable Jid jid) {
		return (jid != null) ? jid.toString() : "desk";
	}

	private static String describe(Iq response) {
		StanzaError error = response.error();
		return response.type() + " "
				+ ((error != null) ? error.condition() : (response.payload() != null) ? response.payload() : "(empty)");
	}

}
// end::transcript[]
