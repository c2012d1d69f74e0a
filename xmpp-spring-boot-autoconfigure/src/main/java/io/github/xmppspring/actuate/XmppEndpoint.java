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

package io.github.xmppspring.actuate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.handler.IqHandlerMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.util.Assert;

/**
 * {@link Endpoint @Endpoint} that shows connections, handlers and features, and lets an
 * operator reconnect, and take the application out of service and back.
 * <p>
 * Addresses of peers are redacted unless values may be shown.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Endpoint(id = "xmpp")
public class XmppEndpoint {

	private final Map<String, XmppConnection> connections;

	private final @Nullable IqHandlerMapping handlers;

	private final @Nullable OwnEntity entity;

	private final Show showValues;

	/**
	 * Creates the endpoint.
	 * @param connections the connections by their names
	 * @param handlers knows what answers requests of peers, {@code null} if nothing does
	 * @param entity knows what this entity says of itself, {@code null} if it is silent
	 * @param showValues when to show addresses of peers as they are
	 */
	public XmppEndpoint(Map<String, XmppConnection> connections, @Nullable IqHandlerMapping handlers,
			@Nullable OwnEntity entity, Show showValues) {
		Assert.notEmpty(connections, "'connections' must not be empty");
		Assert.notNull(showValues, "'showValues' must not be null");
		this.connections = new LinkedHashMap<>(connections);
		this.handlers = handlers;
		this.entity = entity;
		this.showValues = showValues;
	}

	/**
	 * Shows what there is.
	 * @return the connections, handlers and features
	 */
	@ReadOperation
	public XmppDescriptor xmpp() {
		return describe(this.showValues.isShown(true));
	}

	XmppDescriptor describe(boolean showValues) {
		AddressDisplay addresses = showValues ? AddressDisplay.WHOLE : AddressDisplay.REDACTED;
		Map<String, ConnectionDescriptor> connections = new LinkedHashMap<>();
		this.connections
			.forEach((name, connection) -> connections.put(name, ConnectionDescriptor.of(connection, addresses)));
		List<HandlerDescriptor> handlers = (this.handlers != null)
				? this.handlers.mappings().stream().map(HandlerDescriptor::of).toList() : List.of();
		return new XmppDescriptor(connections, handlers,
				(this.entity != null) ? DiscoDescriptor.of(this.entity.info()) : null);
	}

	/**
	 * Begins an operation on all connections and does not wait for its end.
	 * @param operation what to do
	 * @throws InvalidEndpointRequestException if a connection is not started and cannot
	 * reconnect
	 */
	@WriteOperation
	public void operate(@Selector Operation operation) {
		begin(operation, this.connections.values());
	}

	/**
	 * Begins an operation on a connection and does not wait for its end.
	 * @param operation what to do
	 * @param connection the name of the connection
	 * @throws InvalidEndpointRequestException if there is no such connection, or if it is
	 * not started and cannot reconnect
	 */
	@WriteOperation
	public void operateOne(@Selector Operation operation, @Selector String connection) {
		XmppConnection selected = this.connections.get(connection);
		if (selected == null) {
			throw new InvalidEndpointRequestException("There is no such connection",
					"It must be one of " + this.connections.keySet());
		}
		begin(operation, List.of(selected));
	}

	private static void begin(Operation operation, Collection<XmppConnection> connections) {
		if (operation == Operation.RECONNECT) {
			connections.forEach(XmppEndpoint::requireStarted);
		}
		connections.forEach(operation::apply);
	}

	private static void requireStarted(XmppConnection connection) {
		ConnectionState state = connection.status().state();
		if (state == ConnectionState.STOPPED || state == ConnectionState.STOPPING) {
			throw new InvalidEndpointRequestException("The connection is " + state,
					"Only a connection that is started can reconnect");
		}
	}

	/**
	 * What an operator can do with a connection.
	 */
	public enum Operation {

		/**
		 * Connect anew.
		 */
		RECONNECT {

			@Override
			void apply(XmppConnection connection) {
				connection.reconnect();
			}

		},

		/**
		 * Refuse requests of peers.
		 */
		DRAIN {

			@Override
			void apply(XmppConnection connection) {
				connection.drain();
			}

		},

		/**
		 * Take requests of peers again.
		 */
		RESUME {

			@Override
			void apply(XmppConnection connection) {
				connection.resume();
			}

		};

		abstract void apply(XmppConnection connection);

	}

}
