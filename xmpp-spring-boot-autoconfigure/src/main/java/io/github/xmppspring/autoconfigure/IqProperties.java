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

import java.time.Duration;

import io.github.xmppspring.stanza.StanzaErrorCondition;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of requests and responses, in both directions.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.iq")
public class IqProperties {

	/**
	 * Time to wait for a response if the request does not say.
	 */
	private Duration replyTimeout = Duration.ofSeconds(30);

	/**
	 * Time a request waits for a connection that is known to be down. Zero lets it fail
	 * at once.
	 */
	private Duration connectionWait = Duration.ofSeconds(0);

	/**
	 * Maximum number of requests that wait for their response at a time.
	 */
	private int maxPending = 100_000;

	/**
	 * Whether an error response is also taken from the own server and from the server of
	 * the asked entity.
	 */
	private boolean lenientErrorSender = false;

	/**
	 * Maximum number of threads that run the callbacks of asynchronous requests and the
	 * listeners of connection events. Doesn't have an effect if virtual threads are
	 * enabled.
	 */
	private int callbackThreads = 8;

	private final Handler handler = new Handler();

	private final Builtin builtin = new Builtin();

	public Duration getReplyTimeout() {
		return this.replyTimeout;
	}

	public void setReplyTimeout(Duration replyTimeout) {
		this.replyTimeout = replyTimeout;
	}

	public Duration getConnectionWait() {
		return this.connectionWait;
	}

	public void setConnectionWait(Duration connectionWait) {
		this.connectionWait = connectionWait;
	}

	public int getMaxPending() {
		return this.maxPending;
	}

	public void setMaxPending(int maxPending) {
		this.maxPending = maxPending;
	}

	public boolean isLenientErrorSender() {
		return this.lenientErrorSender;
	}

	public void setLenientErrorSender(boolean lenientErrorSender) {
		this.lenientErrorSender = lenientErrorSender;
	}

	public int getCallbackThreads() {
		return this.callbackThreads;
	}

	public void setCallbackThreads(int callbackThreads) {
		this.callbackThreads = callbackThreads;
	}

	public Handler getHandler() {
		return this.handler;
	}

	public Builtin getBuiltin() {
		return this.builtin;
	}

	/**
	 * Handlers of requests of peers.
	 */
	public static class Handler {

		/**
		 * Time a handler has for its reply before an error is sent instead.
		 */
		private Duration timeout = Duration.ofSeconds(25);

		/**
		 * Maximum number of requests that are handled or wait for it at a time. Those
		 * over it are refused.
		 */
		private int maxPending = 1000;

		/**
		 * Whether requests of one sender are handled one after the other. Without, one
		 * that takes long does not hold up the next.
		 */
		private boolean ordered = true;

		/**
		 * Maximum number of threads that run handlers. Doesn't have an effect if virtual
		 * threads are enabled.
		 */
		private int threads = 16;

		/**
		 * Error for requests in a namespace without any handler: 'service-unavailable' or
		 * 'feature-not-implemented'.
		 */
		private StanzaErrorCondition unknownNamespace = StanzaErrorCondition.SERVICE_UNAVAILABLE;

		/**
		 * Whether errors repeat the payload of the request.
		 */
		private boolean errorPayload = false;

		/**
		 * Whether of several payloads in a request the first counts. Without, such
		 * requests are refused.
		 */
		private boolean lenientPayloads = false;

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

		public int getMaxPending() {
			return this.maxPending;
		}

		public void setMaxPending(int maxPending) {
			this.maxPending = maxPending;
		}

		public boolean isOrdered() {
			return this.ordered;
		}

		public void setOrdered(boolean ordered) {
			this.ordered = ordered;
		}

		public int getThreads() {
			return this.threads;
		}

		public void setThreads(int threads) {
			this.threads = threads;
		}

		public StanzaErrorCondition getUnknownNamespace() {
			return this.unknownNamespace;
		}

		public void setUnknownNamespace(StanzaErrorCondition unknownNamespace) {
			this.unknownNamespace = unknownNamespace;
		}

		public boolean isErrorPayload() {
			return this.errorPayload;
		}

		public void setErrorPayload(boolean errorPayload) {
			this.errorPayload = errorPayload;
		}

		public boolean isLenientPayloads() {
			return this.lenientPayloads;
		}

		public void setLenientPayloads(boolean lenientPayloads) {
			this.lenientPayloads = lenientPayloads;
		}

	}

	/**
	 * Requests that are answered without a handler of the application.
	 */
	public static class Builtin {

		private final Ping ping = new Ping();

		private final Disco disco = new Disco();

		private final Version version = new Version();

		public Ping getPing() {
			return this.ping;
		}

		public Disco getDisco() {
			return this.disco;
		}

		public Version getVersion() {
			return this.version;
		}

		/**
		 * Whether this entity is there.
		 */
		public static class Ping {

			/**
			 * Whether to answer pings (XEP-0199).
			 */
			private boolean enabled = true;

			public boolean isEnabled() {
				return this.enabled;
			}

			public void setEnabled(boolean enabled) {
				this.enabled = enabled;
			}

		}

		/**
		 * What this entity can do.
		 */
		public static class Disco {

			/**
			 * Whether to answer with the features of the application (XEP-0030).
			 */
			private boolean enabled = true;

			public boolean isEnabled() {
				return this.enabled;
			}

			public void setEnabled(boolean enabled) {
				this.enabled = enabled;
			}

		}

		/**
		 * Which software this is.
		 */
		public static class Version {

			/**
			 * Whether to answer with the name and version of the application (XEP-0092).
			 */
			private boolean enabled = true;

			/**
			 * Name to tell. By default, that of the application.
			 */
			private @Nullable String name;

			/**
			 * Version to tell. By default, that of the build or the application.
			 */
			private @Nullable String number;

			public boolean isEnabled() {
				return this.enabled;
			}

			public void setEnabled(boolean enabled) {
				this.enabled = enabled;
			}

			public @Nullable String getName() {
				return this.name;
			}

			public void setName(@Nullable String name) {
				this.name = name;
			}

			public @Nullable String getNumber() {
				return this.number;
			}

			public void setNumber(@Nullable String number) {
				this.number = number;
			}

		}

	}

}
