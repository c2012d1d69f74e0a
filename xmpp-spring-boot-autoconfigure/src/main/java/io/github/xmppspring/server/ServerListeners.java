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

package io.github.xmppspring.server;

import java.net.InetSocketAddress;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.github.xmppspring.negotiation.server.ClientStreamReception;
import io.github.xmppspring.negotiation.server.ComponentStreamReception;
import io.github.xmppspring.negotiation.server.ReceivedStream;
import io.github.xmppspring.negotiation.server.StreamReceptionListener;
import io.github.xmppspring.sasl.SaslAccounts;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The open ports of a running server, and the connections that came in there.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerListeners {

	private static final Log logger = LogFactory.getLog(EmbeddedXmppServer.class);

	private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

	/** Connections that may be in negotiation when all sessions are in use. */
	private static final int MAX_IN_NEGOTIATION = 1000;

	private final ServerSettings settings;

	private final ServerLoop loop;

	private final ChannelGroup connections;

	private final Channel clients;

	private final @Nullable Channel components;

	private ServerListeners(ServerSettings settings, ServerLoop loop, ServerCertificate certificate,
			SessionOpener opener, FaultInjection faults, int port, int componentPort) {
		this.settings = settings;
		this.loop = loop;
		this.connections = new DefaultChannelGroup(loop.eventLoop());
		ClientStreamReception reception = clientReception(certificate, opener, faults);
		this.clients = bind(port, (pipeline) -> reception.initialize(pipeline, new Listener(opener::openClient)));
		this.components = (settings.componentPort() != -1) ? bindComponents(opener, componentPort) : null;
	}

	/**
	 * Opens the ports.
	 * @param settings the settings
	 * @param loop the event loop, started
	 * @param certificate the certificate for TLS
	 * @param opener makes sessions of streams
	 * @param faults may refuse authentication
	 * @param port the port for clients
	 * @param componentPort the port for components
	 * @return the listeners
	 * @throws IllegalStateException if a port cannot be opened
	 */
	static ServerListeners open(ServerSettings settings, ServerLoop loop, ServerCertificate certificate,
			SessionOpener opener, FaultInjection faults, int port, int componentPort) {
		return new ServerListeners(settings, loop, certificate, opener, faults, port, componentPort);
	}

	private ClientStreamReception clientReception(ServerCertificate certificate, SessionOpener opener,
			FaultInjection faults) {
		return ClientStreamReception.builder(accounts(opener.accounts()), opener::bind)
			.domains(this.settings.domain())
			.tls(certificate.keys())
			.tlsRequired(this.settings.tlsRequired())
			.plaintextPasswords(!this.settings.tlsRequired() && this.settings.bindAddress().isLoopbackAddress())
			.resumer(opener.resumption())
			.refusal((account) -> faults.takeRefusal())
			.executor(this.loop.logins())
			.limits(this.settings.limitsBefore(), this.settings.limits())
			.timeout(this.settings.negotiationTimeout())
			.build();
	}

	private static SaslAccounts accounts(ServerAccounts accounts) {
		return new SaslAccounts() {

			@Override
			public @Nullable String password(String username) {
				return accounts.passwordForLogin(username);
			}

			@Override
			public boolean accepts(String username, String password) {
				return accounts.accepts(username, password);
			}

		};
	}

	private Channel bindComponents(SessionOpener opener, int port) {
		ComponentStreamReception reception = ComponentStreamReception
			.builder(this.settings.components()::get, opener::bindComponent)
			.limits(this.settings.limitsBefore(), this.settings.limits())
			.timeout(this.settings.negotiationTimeout())
			.build();
		return bind(port, (pipeline) -> reception.initialize(pipeline, new Listener(opener::openComponent)));
	}

	private Channel bind(int port, Consumer<ChannelPipeline> reception) {
		InetSocketAddress address = new InetSocketAddress(this.settings.bindAddress(), port);
		ChannelFuture bound = new ServerBootstrap().group(this.loop.eventLoop())
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_REUSEADDR, true)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childOption(ChannelOption.SO_KEEPALIVE, true)
			.childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
			.childHandler(new ChannelInitializer<Channel>() {

				@Override
				protected void initChannel(Channel channel) {
					accept(channel, reception);
				}

			})
			.bind(address)
			.awaitUninterruptibly();
		if (!bound.isSuccess()) {
			throw new IllegalStateException("The embedded server cannot listen on " + address, bound.cause());
		}
		return bound.channel();
	}

	private void accept(Channel channel, Consumer<ChannelPipeline> reception) {
		if (this.connections.size() >= this.settings.maxSessions() + MAX_IN_NEGOTIATION) {
			logger.warn("The embedded server refuses a connection: there are too many");
			channel.close();
			return;
		}
		this.connections.add(channel);
		reception.accept(channel.pipeline());
	}

	InetSocketAddress address() {
		return (InetSocketAddress) this.clients.localAddress();
	}

	int componentPort() {
		return (this.components != null) ? ((InetSocketAddress) this.components.localAddress()).getPort() : -1;
	}

	/**
	 * Closes the ports, so that nobody comes in any more.
	 */
	void closePorts() {
		this.clients.close().awaitUninterruptibly();
		if (this.components != null) {
			this.components.close().awaitUninterruptibly();
		}
	}

	/**
	 * Waits until the connections are closed, and closes those that are not in time.
	 * @param millis how long to wait
	 */
	void closeConnections(long millis) {
		this.connections.newCloseFuture().awaitUninterruptibly(millis);
		this.connections.close().awaitUninterruptibly(millis);
	}

	private static final class Listener implements StreamReceptionListener {

		private final BiConsumer<Channel, ReceivedStream> sessions;

		private Listener(BiConsumer<Channel, ReceivedStream> sessions) {
			this.sessions = sessions;
		}

		@Override
		public void received(Channel channel, ReceivedStream stream) {
			this.sessions.accept(channel, stream);
		}

		@Override
		public void failed(Throwable cause) {
			logger.debug("A stream was not accepted", cause);
		}

	}

}
