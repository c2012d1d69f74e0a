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

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.wire.StandardWireRedaction;
import io.github.xmppspring.wire.WireLog;
import io.github.xmppspring.wire.WireRedaction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link WireLog}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(before = XmppAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "xmpp.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "xmpp.wire-log.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WireLogProperties.class)
public final class WireLogAutoConfiguration {

	WireLogAutoConfiguration() {
	}

	// Rules of the application come last: they can only hide more
	@Bean
	@ConditionalOnMissingBean
	WireLog xmppWireLog(WireLogProperties properties, ObjectProvider<WireRedaction> redactions) {
		List<WireRedaction> rules = new ArrayList<>();
		rules.add(new StandardWireRedaction(properties.isBodies(), properties.isForms()));
		redactions.orderedStream().forEach(rules::add);
		return new WireLog(rules, PropertyChecks.positive("xmpp.wire-log.max-length", properties.getMaxLength()));
	}

}
