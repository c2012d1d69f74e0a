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

package io.github.xmppspring.stanza;

/**
 * How far a request without a response came.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public enum IqProgress {

	/**
	 * It still waited for a connection. The peer has not seen it.
	 */
	NOT_SENT("not sent: it waited for a connection"),

	/**
	 * It was handed to the connection. The peer may have seen it.
	 */
	SENT("sent"),

	/**
	 * Unknown, because the exchange does not tell.
	 */
	UNKNOWN("handed over");

	private final String description;

	IqProgress(String description) {
		this.description = description;
	}

	@Override
	public String toString() {
		return this.description;
	}

	/**
	 * Implemented by the stages of exchanges that know how far a request came.
	 */
	public interface Aware {

		/**
		 * How far the request came up to now.
		 * @return the progress
		 */
		IqProgress progress();

	}

}
