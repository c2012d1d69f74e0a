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

package io.github.xmppspring.testcontainers;

import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Another application that is logged in to the same server: it asks, and answers what
 * {@link EchoHandler} does.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Peer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private Peer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static Peer connect(EjabberdContainer container, String user, String password) {
		return connect(new Account(container.getJid(user), password, container.getHost(), container.getClientPort(),
				container.getSslBundle()));
	}

	static Peer connect(XmppConnectionDetails details) {
		SpringApplication application = new SpringApplicationBuilder(PeerConfiguration.class)
			.web(WebApplicationType.NONE)
			.properties(Map.of("xmpp.connect-mode", "fail-fast", "spring.main.banner-mode", "off"))
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(XmppConnectionDetails.class,
					() -> details))
			.build();
		return new Peer(application.run());
	}

	Jid jid() {
		return this.context.getBean(XmppConnection.class).status().stream().jid();
	}

	Element ask(Jid to, Element payload) {
		return this.context.getBean(IqOperations.class).get(payload).to(to).retrieve(Element.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Who a peer is.
	 */
	record Account(Jid jid, String password, String host, int port,
			@Nullable SslBundle sslBundle) implements XmppConnectionDetails {

		@Override
		public Jid getJid() {
			return this.jid;
		}

		@Override
		public String getPassword() {
			return this.password;
		}

		@Override
		public String getHost() {
			return this.host;
		}

		@Override
		public int getPort() {
			return this.port;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(EchoHandler.class)
	static class PeerConfiguration {

	}

}
