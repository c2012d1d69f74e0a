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

import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.vcard.VCardOperations;
import io.github.xmppspring.vcard.VCardTemplate;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link VCardTemplate}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration(after = { IqTemplateAutoConfiguration.class, PubSubAutoConfiguration.class })
@ConditionalOnBean({ IqOperations.class, PubSubOperations.class })
public final class VCardAutoConfiguration {

	VCardAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(VCardOperations.class)
	VCardTemplate vcardTemplate(IqOperations iq, PubSubOperations pubsub) {
		return new VCardTemplate(iq, pubsub);
	}

}
