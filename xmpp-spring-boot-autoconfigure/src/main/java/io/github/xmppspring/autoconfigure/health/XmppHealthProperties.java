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

package io.github.xmppspring.autoconfigure.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the health of the connection.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.health")
public class XmppHealthProperties {

	private final Ping ping = new Ping();

	public Ping getPing() {
		return this.ping;
	}

	/**
	 * Whether the server is asked if it is there.
	 */
	public static class Ping {

		/**
		 * Whether each health check sends a ping to the server (XEP-0199) and is down
		 * without an answer.
		 */
		private boolean enabled;

		/**
		 * How long the server may take to answer the ping of a health check.
		 */
		private Duration timeout = Duration.ofSeconds(2);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

}
