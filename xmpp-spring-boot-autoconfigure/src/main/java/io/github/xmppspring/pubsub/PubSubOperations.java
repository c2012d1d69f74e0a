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

import io.github.xmppspring.address.Jid;

/**
 * Publish-subscribe (XEP-0060) and personal eventing (XEP-0163). What is returned stands
 * for a service; it asks nothing by itself, does not change and can be kept and shared:
 *
 * <pre class="code">
 * PubSubNode news = pubsub.service("pubsub.example.com").node("news");
 * news.publish("1", new Headline("Rain"));
 * List&lt;PubSubItem&lt;Headline&gt;&gt; items = news.items(Headline.class);
 * </pre>
 *
 * <p>
 * Each operation has a form that waits and one that returns a future, whose name ends in
 * {@code Async}. They fail as the operations of
 * {@link io.github.xmppspring.template.IqOperations} do: with an
 * {@link io.github.xmppspring.stanza.IqErrorException} if the service refuses, of which
 * {@link io.github.xmppspring.payload.pubsub.PubSubError#from PubSubError} reads the
 * reason; with an {@link io.github.xmppspring.stanza.IqTimeoutException} if it does not
 * answer; with a {@link io.github.xmppspring.payload.PayloadException} if its answer, or
 * an item in it, cannot be read.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface PubSubOperations {

	/**
	 * A service.
	 * @param service its address, often a domain such as {@code pubsub.example.com}
	 * @return the service
	 */
	PubSubService service(Jid service);

	/**
	 * A service.
	 * @param service its address, often a domain such as {@code pubsub.example.com}
	 * @return the service
	 * @throws io.github.xmppspring.address.JidFormatException if it is no JID
	 */
	default PubSubService service(String service) {
		return service(Jid.of(service));
	}

	/**
	 * The service that the own account is (XEP-0163). Not for components.
	 * @return the service
	 */
	PubSubService pep();

	/**
	 * The service that the account of someone else is (XEP-0163).
	 * @param contact the account; a resource does not matter
	 * @return the service
	 */
	PubSubService pep(Jid contact);

}
