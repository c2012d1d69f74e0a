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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

/**
 * Publishes the changes of a connection as {@link XmppConnectionStateChangedEvent}: off
 * the event loop, as listeners may block, and in order.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class XmppConnectionEventPublisher implements ConnectionListener {

	private static final Log logger = LogFactory.getLog(XmppConnectionEventPublisher.class);

	private final XmppConnection connection;

	private final ApplicationEventPublisher publisher;

	private final Executor executor;

	private CompletableFuture<Void> published = CompletableFuture.completedFuture(null);

	/**
	 * Creates the publisher.
	 * @param connection the connection that events speak of
	 * @param publisher where events go
	 * @param executor runs the listeners of the application
	 */
	public XmppConnectionEventPublisher(XmppConnection connection, ApplicationEventPublisher publisher,
			Executor executor) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(publisher, "'publisher' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		this.connection = connection;
		this.publisher = publisher;
		this.executor = executor;
	}

	// Called by the one thread of the connection, so each event waits for the one before
	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		XmppConnectionStateChangedEvent event = new XmppConnectionStateChangedEvent(this.connection, previous, current);
		this.published = this.published.handleAsync((done, ex) -> publish(event), this.executor);
	}

	private Void publish(XmppConnectionStateChangedEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A listener of the event that the connection became " + event.getCurrent().state() + " failed",
					ex);
		}
		return null;
	}

}
