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
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.ClientIqFilter;
import io.github.xmppspring.stanza.IqFilter;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.template.IqTemplateSettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;

/**
 * Auto-configuration for {@link IqTemplate}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = { XmppAutoConfiguration.class, PayloadAutoConfiguration.class })
@ConditionalOnBean(XmppConnection.class)
@EnableConfigurationProperties(IqProperties.class)
@Import({ CallbackExecutorConfiguration.class, TaskDecoratorConfiguration.class })
public final class IqTemplateAutoConfiguration {

	IqTemplateAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	IqTemplateSettings iqTemplateSettings(IqProperties properties, ObjectProvider<ClientIqFilter> filters,
			@Qualifier(CallbackExecutorConfiguration.NAME) Executor executor,
			@Qualifier(TaskDecoratorConfiguration.NAME) ObjectProvider<TaskDecorator> decorator) {
		List<IqFilter> ordered = filters.orderedStream().map(IqFilter.class::cast).toList();
		return new IqTemplateSettings(PropertyChecks.positive("xmpp.iq.reply-timeout", properties.getReplyTimeout()),
				ordered, executor, decorator.getIfAvailable(() -> (task) -> task));
	}

	@Bean
	@ConditionalOnMissingBean(IqOperations.class)
	IqTemplate iqTemplate(XmppConnection connection, PayloadCodecs payloads, IqTemplateSettings settings) {
		return new IqTemplate(connection, payloads, settings);
	}

}
