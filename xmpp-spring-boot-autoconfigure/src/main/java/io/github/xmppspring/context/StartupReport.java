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

package io.github.xmppspring.context;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.IqMappingInfo;
import io.github.xmppspring.negotiation.NegotiatedStream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * Logs in one line what the application is as soon as it is connected for the first time,
 * and at DEBUG which method answers which requests. Of each connection that follows it
 * only says that there is one again.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StartupReport implements ConnectionListener {

	private static final Log logger = LogFactory.getLog(XmppConnection.class);

	private final String mode;

	private final Supplier<List<IqMappingInfo>> mappings;

	private final Supplier<? extends Collection<String>> features;

	private final Executor executor;

	private boolean reported;

	/**
	 * Creates the report.
	 * @param mode what the application is to its server
	 * @param mappings finds what answers which requests
	 * @param features finds what others are told that the application understands
	 * @param executor runs both, which may take time
	 */
	public StartupReport(String mode, Supplier<List<IqMappingInfo>> mappings,
			Supplier<? extends Collection<String>> features, Executor executor) {
		Assert.hasText(mode, "'mode' must not be empty");
		Assert.notNull(mappings, "'mappings' must not be null");
		Assert.notNull(features, "'features' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		this.mode = mode;
		this.mappings = mappings;
		this.features = features;
		this.executor = executor;
	}

	// Called by the one thread of the connection
	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		NegotiatedStream stream = current.stream();
		if (current.state() != ConnectionState.ONLINE || previous.state() == ConnectionState.ONLINE || stream == null) {
			return;
		}
		if (this.reported) {
			logger.info("Connected again as '%s' (%s)".formatted(stream.jid(), describe(stream)));
		}
		else {
			this.reported = true;
			this.executor.execute(() -> report(stream));
		}
	}

	// What is counted comes from the application too, and one that fails, or has stopped
	// since, is still connected to where it says
	private void report(NegotiatedStream stream) {
		String place = "Connected as '%s': %s of %s (%s)".formatted(stream.jid(), this.mode,
				(stream.header().from() != null) ? "'" + stream.header().from() + "'" : "a server", describe(stream));
		try {
			List<IqMappingInfo> mappings = this.mappings.get();
			long handlers = mappings.stream().map(IqMappingInfo::handler).distinct().count();
			logger.info("%s, %d IQ handlers, %d features".formatted(place, handlers, this.features.get().size()));
			if (logger.isDebugEnabled()) {
				logger.debug(table(mappings));
			}
		}
		catch (RuntimeException ex) {
			logger.info(place);
			logger.debug("Handlers and features cannot be counted", ex);
		}
	}

	private static String describe(NegotiatedStream stream) {
		String server = stream.serverText();
		String tls = (stream.tlsProtocol() != null) ? stream.tlsProtocol() : "no TLS";
		String place = (server != null) ? server : "without a network";
		return place + ", " + tls + ((stream.mechanism() != null) ? ", " + stream.mechanism() : "");
	}

	private static String table(List<IqMappingInfo> mappings) {
		StringBuilder table = new StringBuilder("IQ handlers:");
		int width = mappings.stream().mapToInt((info) -> info.mapping().toString().length()).max().orElse(0);
		for (IqMappingInfo info : mappings) {
			String mapping = info.mapping().toString();
			table.append("\n\t").append(mapping).append(" ".repeat(width - mapping.length()));
			table.append("  ").append(info.handler());
		}
		return table.toString();
	}

}
