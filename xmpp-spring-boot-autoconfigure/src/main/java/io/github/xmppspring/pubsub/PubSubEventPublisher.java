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

import java.util.List;

import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.PubSubNotification;
import io.github.xmppspring.payload.pubsub.Redirect;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.MessageType;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.util.Assert;

/**
 * Publishes what services tell in messages as {@link PubSubEvent}, on the thread and in
 * the order of the {@linkplain MessageReceivedEvent messages}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PubSubEventPublisher implements ApplicationListener<MessageReceivedEvent> {

	private static final Log logger = LogFactory.getLog(PubSubEventPublisher.class);

	private final PayloadCodecs payloads;

	private final ApplicationEventPublisher publisher;

	/**
	 * Creates the publisher.
	 * @param payloads the known payloads, by which items are read
	 * @param publisher where events go
	 */
	public PubSubEventPublisher(PayloadCodecs payloads, ApplicationEventPublisher publisher) {
		Assert.notNull(payloads, "'payloads' must not be null");
		Assert.notNull(publisher, "'publisher' must not be null");
		this.payloads = payloads;
		this.publisher = publisher;
	}

	@Override
	public void onApplicationEvent(MessageReceivedEvent event) {
		PubSubNotification.Change change = read(event);
		if (change instanceof PubSubNotification.Items items) {
			publishItems(event, items);
		}
		else if (change != null) {
			publish(event(event, change));
		}
	}

	private PubSubNotification.@Nullable Change read(MessageReceivedEvent event) {
		if (event.getMessage().type() == MessageType.ERROR) {
			// What comes back was never delivered
			return null;
		}
		try {
			return event.getExtension(PubSubNotification.class).map(PubSubNotification::change).orElse(null);
		}
		catch (PayloadException ex) {
			logger.debug("A notification of a publish-subscribe service is malformed: " + ex.getMessage());
			return null;
		}
	}

	private void publishItems(MessageReceivedEvent event, PubSubNotification.Items items) {
		Message message = event.getMessage();
		if (!items.items().isEmpty() || items.retractions().isEmpty()) {
			publish(new PubSubItemsPublishedEvent(event.getSource(), message, items.node(), items.items(),
					this.payloads));
		}
		if (!items.retractions().isEmpty()) {
			List<String> ids = items.retractions().stream().map(PubSubNotification.Retraction::id).toList();
			publish(new PubSubItemsRetractedEvent(event.getSource(), message, items.node(), ids));
		}
	}

	private static PubSubEvent event(MessageReceivedEvent event, PubSubNotification.Change change) {
		Object source = event.getSource();
		Message message = event.getMessage();
		if (change instanceof PubSubNotification.Purge purge) {
			return new PubSubNodePurgedEvent(source, message, purge.node());
		}
		if (change instanceof PubSubNotification.Delete delete) {
			Redirect redirect = delete.redirect();
			return new PubSubNodeDeletedEvent(source, message, delete.node(),
					(redirect != null) ? redirect.uri() : null);
		}
		if (change instanceof PubSubNotification.Configuration configuration) {
			DataForm form = configuration.form();
			return new PubSubNodeConfiguredEvent(source, message, configuration.node(),
					(form != null) ? new NodeConfiguration(form) : null);
		}
		if (change instanceof PubSubNotification.Collection collection) {
			return new PubSubCollectionChangedEvent(source, message, collection.node(), collection.member().node(),
					collection.associated());
		}
		return new PubSubSubscriptionChangedEvent(source, message,
				((PubSubNotification.Subscription) change).subscription());
	}

	private void publish(PubSubEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (Throwable ex) {
			logger.error("A listener of " + event.getClass().getSimpleName() + " failed", ex);
		}
	}

}
