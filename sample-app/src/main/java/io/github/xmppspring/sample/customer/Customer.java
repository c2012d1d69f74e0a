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

package io.github.xmppspring.sample.customer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.server.HostedEntity;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The customer: an entity on the embedded server that asks the desk, and tells its
 * software to those who ask for it.
 *
 * @author XMPP for Spring Boot contributors
 */
@Component
@ConditionalOnBooleanProperty("xmpp.embedded.enabled")
class Customer implements DisposableBean {

	private static final Element SOFTWARE = SoftwareVersion.CODEC.write(SoftwareVersion.of("Balcony", "1.4.2"));

	private final HostedEntity entity;

	Customer(EmbeddedXmppServer server) {
		this.entity = server.host(Jid.of("juliet", server.domain(), "balcony"), this::answer);
	}

	private CompletionStage<Iq> answer(Iq request) {
		boolean known = request.type() == IqType.GET && SoftwareVersion.NAME.equals(request.payloadName());
		return CompletableFuture
			.completedStage(known ? request.result(SOFTWARE) : request.error(StanzaErrorCondition.SERVICE_UNAVAILABLE));
	}

	Jid jid() {
		return this.entity.address();
	}

	/**
	 * Asks and waits for the answer, be it a result or an error.
	 * @param request a builder of the request
	 * @return the answer
	 */
	Iq ask(Iq.Builder request) {
		return this.entity.exchange(request.build()).toCompletableFuture().join();
	}

	@Override
	public void destroy() {
		this.entity.close();
	}

}
