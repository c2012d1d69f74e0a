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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Properties of messages and presence that are received.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.messaging")
public class MessagingProperties {

	/**
	 * Maximum number of messages and presences that wait for listeners at a time. Further
	 * messages are answered with an error, further presences dropped.
	 */
	private int maxPending = 1000;

	/**
	 * Maximum memory that messages and presences may take, about, while they wait for
	 * listeners.
	 */
	private DataSize maxPendingSize = DataSize.ofMegabytes(16);

	public int getMaxPending() {
		return this.maxPending;
	}

	public void setMaxPending(int maxPending) {
		this.maxPending = maxPending;
	}

	public DataSize getMaxPendingSize() {
		return this.maxPendingSize;
	}

	public void setMaxPendingSize(DataSize maxPendingSize) {
		this.maxPendingSize = maxPendingSize;
	}

}
