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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.pubsub.PepInterest;
import io.github.xmppspring.pubsub.PubSubEventPublisher;
import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.pubsub.PubSubTemplate;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.OnPropertyListCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration for {@link PubSubTemplate}, and for application events of what
 * publish-subscribe services tell on their own.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = IqTemplateAutoConfiguration.class)
@ConditionalOnBean(IqOperations.class)
@EnableConfigurationProperties(PubSubProperties.class)
public final class PubSubAutoConfiguration {

	PubSubAutoConfiguration() {
	}

	// Requests may still be made when the application has stopped, and no connection must
	// be made for them then
	@Bean
	@ConditionalOnMissingBean(PubSubOperations.class)
	PubSubTemplate pubSubTemplate(IqOperations iq, PayloadCodecs payloads, ObjectProvider<XmppConnection> connection,
			ObjectProvider<XmppConnectionDetails> details) {
		XmppConnection carrier = connection.getIfUnique();
		XmppConnectionDetails known = details.getIfUnique();
		return new PubSubTemplate(iq, payloads, () -> self(carrier, known));
	}

	// Between two streams the account is known, but not the resource to come
	private static @Nullable Jid self(@Nullable XmppConnection connection, @Nullable XmppConnectionDetails details) {
		NegotiatedStream stream = (connection != null) ? connection.status().stream() : null;
		if (stream != null || details == null) {
			return (stream != null) ? stream.jid() : null;
		}
		boolean known = details.getMode() == XmppMode.COMPONENT || !details.getJid().isDomain();
		return known ? details.getJid() : null;
	}

	@Bean
	@ConditionalOnMissingBean
	PubSubEventPublisher pubSubEventPublisher(PayloadCodecs payloads, ApplicationEventPublisher publisher) {
		return new PubSubEventPublisher(payloads, publisher);
	}

	// None without nodes, for contributors have their price
	@Bean
	@Conditional(OnNotifyCondition.class)
	PepInterest pepInterestOfProperties(PubSubProperties properties) {
		List<String> nodes = properties.getNotify();
		for (int i = 0; i < nodes.size(); i++) {
			PropertyChecks.hasText("xmpp.pubsub.notify[%d]".formatted(i), nodes.get(i));
		}
		return PepInterest.of(nodes);
	}

	static class OnNotifyCondition extends OnPropertyListCondition {

		OnNotifyCondition() {
			super("xmpp.pubsub.notify", () -> ConditionMessage.forCondition("Interest in nodes of contacts"));
		}

	}

}
