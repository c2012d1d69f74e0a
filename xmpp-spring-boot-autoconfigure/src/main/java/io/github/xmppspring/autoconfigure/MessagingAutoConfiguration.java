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

package io.github.xmppspring.autoconfigure;

import java.util.List;
import java.util.concurrent.Executor;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.InitialPresenceSender;
import io.github.xmppspring.context.StanzaReceptionListener;
import io.github.xmppspring.messaging.PresenceCustomizer;
import io.github.xmppspring.messaging.StanzaLimits;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.messaging.StanzaTemplate;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Presence;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration for messages and presence: {@link StanzaOperations} to send them,
 * application events for those that come.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = { XmppAutoConfiguration.class, PayloadAutoConfiguration.class })
@ConditionalOnBean(XmppConnection.class)
@EnableConfigurationProperties({ MessagingProperties.class, PresenceProperties.class, IqProperties.class })
@Import(CallbackExecutorConfiguration.class)
public final class MessagingAutoConfiguration {

	private final SingletonSupplier<List<PresenceCustomizer>> customizers;

	// What customizes presence may need the connection, or handlers that do
	MessagingAutoConfiguration(ObjectProvider<PresenceCustomizer> customizers) {
		this.customizers = SingletonSupplier.of(() -> customizers.orderedStream().toList());
	}

	// Presence may still be sent when the application has stopped, and no beans must be
	// made then
	@Bean
	SmartInitializingSingleton xmppPresenceCustomizers() {
		return this.customizers::obtain;
	}

	@Bean
	@ConditionalOnMissingBean(StanzaOperations.class)
	StanzaTemplate stanzaTemplate(XmppConnection connection, PayloadCodecs payloads,
			@Qualifier(CallbackExecutorConfiguration.NAME) Executor executor) {
		return new StanzaTemplate(connection, payloads, this.customizers, executor);
	}

	@Bean
	@ConditionalOnMissingBean
	StanzaLimits stanzaLimits(MessagingProperties properties) {
		long bytes = properties.getMaxPendingSize().toBytes();
		PropertyChecks.require(bytes > 0, "xmpp.messaging.max-pending-size", properties.getMaxPendingSize(),
				"It must be positive", "Set 'xmpp.messaging.max-pending-size' to a size such as '16MB'.");
		return new StanzaLimits(PropertyChecks.positive("xmpp.messaging.max-pending", properties.getMaxPending()),
				bytes);
	}

	@Bean
	@ConditionalOnMissingBean
	StanzaReception stanzaReception(XmppConnection connection, ApplicationEventPublisher publisher,
			PayloadCodecs payloads, @Qualifier(CallbackExecutorConfiguration.NAME) Executor executor,
			StanzaLimits limits) {
		return new StanzaReception(connection, publisher, payloads, executor, limits);
	}

	@Bean
	@ConditionalOnMissingBean
	StanzaReceptionListener stanzaReceptionListener(StanzaReception reception) {
		return new StanzaReceptionListener(reception);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("xmpp.presence.initial.enabled")
	InitialPresenceSender initialPresenceSender(XmppConnection connection, StanzaOperations stanzas,
			PresenceProperties properties, ObjectProvider<XmppConnectionDetails> details,
			@Qualifier(CallbackExecutorConfiguration.NAME) Executor executor) {
		details.ifAvailable(
				(known) -> PropertyChecks.require(known.getMode() == XmppMode.CLIENT, "xmpp.presence.initial.enabled",
						true, "A component has no presence of its own: it sends presence to each entity",
						"Remove 'xmpp.presence.initial.enabled', and send presence with StanzaOperations."));
		return new InitialPresenceSender(connection, stanzas, presence(properties.getInitial()), executor);
	}

	private static Presence presence(PresenceProperties.Initial initial) {
		int priority = initial.getPriority();
		PropertyChecks.require(priority >= Presence.MIN_PRIORITY && priority <= Presence.MAX_PRIORITY,
				"xmpp.presence.initial.priority", priority, "It must be from -128 to 127",
				"Set 'xmpp.presence.initial.priority' to a number from -128 to 127.");
		return Presence.available().show(initial.getShow()).status(initial.getStatus()).priority(priority).build();
	}

}
