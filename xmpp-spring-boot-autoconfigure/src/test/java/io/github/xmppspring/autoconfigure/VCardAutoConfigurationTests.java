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

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.vcard.VCardOperations;
import io.github.xmppspring.vcard.VCardTemplate;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VCardAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class VCardAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, PubSubAutoConfiguration.class, VCardAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org");

	@Test
	void sendsThroughConnection() {
		this.contextRunner.withBean(XmppConnection.class, TestXmppConnection::new).run((context) -> {
			context.getBean(VCardTemplate.class).setVcardTemp(VCardTemp.request());
			assertThat(XmppAutoConfigurationTests.connection(context).calls()).contains("exchange");
		});
	}

	@Test
	void backsOff() {
		VCardOperations own = BDDMockito.mock(VCardOperations.class);

		this.contextRunner.withBean(XmppConnection.class, TestXmppConnection::new)
			.withBean(VCardOperations.class, () -> own)
			.run((context) -> assertThat(context).getBean(VCardOperations.class).isSameAs(own));
	}

	@Test
	void needsPublishSubscribe() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
					IqTemplateAutoConfiguration.class, VCardAutoConfiguration.class))
			.withPropertyValues("xmpp.jid=bot@example.org")
			.withBean(XmppConnection.class, TestXmppConnection::new)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(VCardOperations.class));
	}

	@Test
	void withoutConnectionThereIsNone() {
		this.contextRunner.withPropertyValues("xmpp.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(VCardOperations.class));
	}

}
