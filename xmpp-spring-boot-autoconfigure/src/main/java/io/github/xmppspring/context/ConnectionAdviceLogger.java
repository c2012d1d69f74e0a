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

import io.github.xmppspring.connection.ConnectionListener;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Logs what to change if there is no connection: once, until it is something else or
 * there has been a connection.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ConnectionAdviceLogger implements ConnectionListener {

	private final Log logger = LogFactory.getLog(XmppConnection.class);

	private @Nullable String last;

	@Override
	public void statusChanged(ConnectionStatus previous, ConnectionStatus current) {
		Throwable error = current.lastError();
		if (current.state() == ConnectionState.ONLINE) {
			this.last = null;
		}
		else if (error != null && !current.state().isAttempt()) {
			String remedy = FailureDescription.of(error).remedy();
			if (remedy != null && !remedy.equals(this.last)) {
				this.logger.warn(remedy);
				this.last = remedy;
			}
		}
	}

}
