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

import java.util.concurrent.Executor;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.disco.DiscoOperations;
import io.github.xmppspring.disco.DiscoTemplate;
import io.github.xmppspring.disco.PeerPresenceListener;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqTemplate;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for {@link DiscoTemplate}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = IqTemplateAutoConfiguration.class)
@ConditionalOnBean(IqOperations.class)
@EnableConfigurationProperties({ DiscoProperties.class, IqProperties.class })
@Import(CallbackExecutorConfiguration.class)
public final class DiscoAutoConfiguration {

	DiscoAutoConfiguration() {
	}

	// Threads of the executor may wait for answers, which must get there without it
	@Bean
	@ConditionalOnMissingBean(DiscoOperations.class)
	DiscoTemplate discoTemplate(IqOperations operations, DiscoProperties properties,
			@Qualifier(CallbackExecutorConfiguration.NAME) Executor executor) {
		IqOperations direct = (operations instanceof IqTemplate template) ? template.withExecutor(Runnable::run)
				: operations;
		return new DiscoTemplate(direct, new DiscoPropertiesMapper(properties).cache(), executor);
	}

	@Bean
	@ConditionalOnBean(DiscoTemplate.class)
	@ConditionalOnMissingBean
	PeerPresenceListener peerPresenceListener(DiscoTemplate disco) {
		return new PeerPresenceListener(disco);
	}

	@Bean
	@ConditionalOnBean(DiscoTemplate.class)
	ApplicationListener<XmppConnectionStateChangedEvent> discoConnectionListener(DiscoTemplate disco) {
		return new DiscoConnectionListener(disco);
	}

	// A class of its own, for the type of its events
	private record DiscoConnectionListener(
			DiscoTemplate disco) implements ApplicationListener<XmppConnectionStateChangedEvent> {

		@Override
		public void onApplicationEvent(XmppConnectionStateChangedEvent event) {
			if (event.getPrevious().state() == ConnectionState.ONLINE) {
				this.disco.forgetAll();
			}
		}

	}

}
