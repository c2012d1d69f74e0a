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

package io.github.xmppspring.pubsub;

import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Publish-subscribe over a template for IQs.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PubSubTemplate implements PubSubOperations {

	private final PubSubRequests requests;

	/**
	 * Creates the template.
	 * @param iq sends the requests
	 * @param payloads the known payloads, also those of items
	 * @param self the own address, full for a client; {@code null} as long as it is not
	 * known
	 */
	public PubSubTemplate(IqOperations iq, PayloadCodecs payloads, Supplier<@Nullable Jid> self) {
		Assert.notNull(iq, "'iq' must not be null");
		Assert.notNull(payloads, "'payloads' must not be null");
		Assert.notNull(self, "'self' must not be null");
		this.requests = new PubSubRequests(iq, payloads, self);
	}

	@Override
	public PubSubService service(Jid service) {
		Assert.notNull(service, "'service' must not be null");
		return new DefaultPubSubService(this.requests.to(service));
	}

	@Override
	public PubSubService pep() {
		return new DefaultPubSubService(this.requests);
	}

	@Override
	public PubSubService pep(Jid contact) {
		return service(contact.bare());
	}

}
