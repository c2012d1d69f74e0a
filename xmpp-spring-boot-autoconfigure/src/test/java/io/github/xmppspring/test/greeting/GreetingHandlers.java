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

package io.github.xmppspring.test.greeting;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.template.IqOperations;
import jakarta.validation.Valid;

import org.springframework.stereotype.Component;

/**
 * Greets, and asks who greets for a greeting in turn.
 *
 * @author XMPP for Spring Boot contributors
 */
@Component
class GreetingHandlers {

	private final GreetingService greetings;

	private final IqOperations iq;

	GreetingHandlers(GreetingService greetings, IqOperations iq) {
		this.greetings = greetings;
		this.iq = iq;
	}

	@IqHandler(type = IqType.GET)
	Greeting greet(@Valid Greet request) {
		return this.greetings.greet(request.name());
	}

	@IqHandler(type = IqType.SET)
	Greeting greetBack(@Valid Greet request, Jid sender) {
		return this.iq.get(request).to(sender).retrieve(Greeting.class);
	}

}
