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
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.roster.InMemoryRosterStore;
import io.github.xmppspring.roster.RosterCache;
import io.github.xmppspring.roster.RosterOperations;
import io.github.xmppspring.roster.RosterPushResponder;
import io.github.xmppspring.roster.RosterSession;
import io.github.xmppspring.roster.RosterStore;
import io.github.xmppspring.roster.RosterTemplate;
import io.github.xmppspring.template.IqOperations;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for {@link RosterTemplate}: where contacts are kept, and how changes
 * get there. Components have no contact list.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { XmppAutoConfiguration.class, IqTemplateAutoConfiguration.class, MessagingAutoConfiguration.class })
@ConditionalOnBean({ XmppConnection.class, XmppConnectionDetails.class, IqOperations.class, StanzaOperations.class })
@ConditionalOnProperty(name = "xmpp.mode", havingValue = "client", matchIfMissing = true)
@EnableConfigurationProperties({ RosterProperties.class, IqProperties.class })
@Import(CallbackExecutorConfiguration.class)
public final class RosterAutoConfiguration {

	RosterAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(RosterStore.class)
	InMemoryRosterStore rosterStore() {
		return new InMemoryRosterStore();
	}

	@Bean
	@ConditionalOnMissingBean
	RosterCache rosterCache(RosterStore store, XmppConnection connection, XmppConnectionDetails details,
			ApplicationEventPublisher publisher, @Qualifier(CallbackExecutorConfiguration.NAME) Executor executor) {
		return new RosterCache(store, () -> session(connection, details), publisher, executor);
	}

	private static RosterSession session(XmppConnection connection, XmppConnectionDetails details) {
		NegotiatedStream stream = connection.status().stream();
		return (stream != null) ? new RosterSession(stream.jid(), stream.since(), stream.features().features())
				: new RosterSession(details.getJid(), null, List.of());
	}

	@Bean
	@ConditionalOnMissingBean
	RosterPushResponder rosterPushResponder(RosterCache cache, PayloadCodecs payloads) {
		return new RosterPushResponder(cache, payloads);
	}

	@Bean
	@ConditionalOnMissingBean(RosterOperations.class)
	RosterTemplate rosterTemplate(IqOperations iq, StanzaOperations stanzas, PayloadCodecs payloads,
			RosterCache cache) {
		return new RosterTemplate(iq, stanzas, payloads, cache);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("xmpp.roster.load-on-connect")
	RosterLoader rosterLoader(RosterOperations roster) {
		return new RosterLoader(roster);
	}

}
