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

package io.github.xmppspring.behaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatistics;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.test.XmppPeer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application with nothing but the auto-configuration and the beans of a test.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Application implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final List<XmppPeer> peers = new ArrayList<>();

	private Application(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts to collect beans and properties.
	 * @param beans classes of beans
	 * @return a builder
	 */
	static Builder with(Class<?>... beans) {
		return new Builder(beans);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	IqOperations iq() {
		return bean(IqOperations.class);
	}

	XmppConnection connection() {
		return bean(XmppConnection.class);
	}

	CompletableFuture<Iq> exchange(Iq.Builder request) {
		return connection().exchange(request.build()).toCompletableFuture();
	}

	ConnectionStatistics statistics() {
		return connection().statistics();
	}

	void awaitState(ConnectionState state) {
		await().atMost(Duration.ofSeconds(10)).until(() -> connection().status().state(), state::equals);
	}

	/**
	 * The address of the application.
	 * @return its full JID
	 */
	Jid jid() {
		assertThat(connection().status().stream()).isNotNull();
		return connection().status().stream().jid();
	}

	/**
	 * Another client on the embedded server.
	 * @param name its account
	 * @return the client
	 */
	XmppPeer peer(String name) {
		XmppPeer peer = XmppPeer.builder(bean(EmbeddedXmppServer.class), name).application(this::jid).login();
		this.peers.add(peer);
		return peer;
	}

	@Override
	public void close() {
		this.peers.forEach(XmppPeer::close);
		this.context.close();
	}

	/**
	 * Collects the settings of an application.
	 */
	static final class Builder {

		private final SpringApplicationBuilder builder;

		private final Map<String, String> properties = new LinkedHashMap<>();

		private Builder(Class<?>... beans) {
			this.builder = new SpringApplicationBuilder(Bare.class).sources(beans).web(WebApplicationType.NONE);
			properties("xmpp.connect-mode=fail-fast", "spring.main.banner-mode=off", "xmpp.shutdown.drain-timeout=0s",
					"spring.application.name=behaviour", "spring.docker.compose.enabled=false");
		}

		Builder properties(String... properties) {
			for (String property : properties) {
				this.properties.put(property.substring(0, property.indexOf('=')), property);
			}
			return this;
		}

		/**
		 * Connects to a scripted server.
		 * @param server the server
		 * @return the application
		 */
		Application on(ScriptedServer server) {
			Application application = properties(server.properties()).start();
			server.awaitLogin();
			return application;
		}

		/**
		 * Connects to an embedded server.
		 * @return the application
		 */
		Application onEmbedded() {
			return properties("xmpp.embedded.enabled=true", "xmpp.jid=romeo@localhost").start();
		}

		Application start() {
			return new Application(this.builder
				.run(this.properties.values().stream().map((property) -> "--" + property).toArray(String[]::new)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Bare {

	}

}
