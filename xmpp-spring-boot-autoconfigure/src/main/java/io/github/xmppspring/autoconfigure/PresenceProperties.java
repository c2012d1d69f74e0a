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

import io.github.xmppspring.stanza.PresenceShow;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the own presence.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.presence")
public class PresenceProperties {

	private final Initial initial = new Initial();

	public Initial getInitial() {
		return this.initial;
	}

	/**
	 * Presence at the beginning of each session.
	 */
	public static class Initial {

		/**
		 * Whether to become available as soon as there is a session.
		 */
		private boolean enabled = false;

		/**
		 * How available to be. By default, simply available.
		 */
		private @Nullable PresenceShow show;

		/**
		 * Text about it.
		 */
		private @Nullable String status;

		/**
		 * Priority of this session among those of the account, from -128 to 127. With a
		 * negative one, messages to the account do not come here.
		 */
		private int priority = 0;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable PresenceShow getShow() {
			return this.show;
		}

		public void setShow(@Nullable PresenceShow show) {
			this.show = show;
		}

		public @Nullable String getStatus() {
			return this.status;
		}

		public void setStatus(@Nullable String status) {
			this.status = status;
		}

		public int getPriority() {
			return this.priority;
		}

		public void setPriority(int priority) {
			this.priority = priority;
		}

	}

}
