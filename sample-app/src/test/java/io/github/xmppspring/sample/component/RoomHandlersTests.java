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

package io.github.xmppspring.sample.component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RoomHandlers}.
 *
 * @author XMPP for Spring Boot contributors
 */
class RoomHandlersTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PayloadAutoConfiguration.class, IqHandlerAutoConfiguration.class))
		.withUserConfiguration(RoomConfiguration.class);

	@Test
	void roomAsksItsGuest() {
		Iq request = Iq.get(Element.of("urn:example:room", "guest"))
			.id("1")
			.from("romeo@example.net/orchard")
			.to("hall@rooms.example.org")
			.build();

		this.contextRunner.run((context) -> {
			Iq reply = context.getBean(IqDispatcher.class).exchange(request).toCompletableFuture().join();

			assertThat(reply.payload()).isEqualTo(
					Element.parse("<query xmlns='jabber:iq:version'><name>Pidgin</name><version>2</version></query>"));
			assertThat(context.getBean(RoomConfiguration.class).sent.get()).satisfies((sent) -> {
				assertThat(sent.from()).isEqualTo(request.to());
				assertThat(sent.to()).isEqualTo(request.from());
			});
		});
	}

	@Configuration(proxyBeanMethods = false)
	@Import(RoomHandlers.class)
	static class RoomConfiguration {

		private final AtomicReference<Iq> sent = new AtomicReference<>();

		@Bean
		IqTemplate iqTemplate(PayloadCodecs payloads) {
			return new IqTemplate((request) -> {
				this.sent.set(request);
				return CompletableFuture.completedStage(request.result(Element
					.parse("<query xmlns='jabber:iq:version'><name>Pidgin</name><version>2</version></query>")));
			}, payloads);
		}

	}

}
