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

package io.github.xmppspring.negotiation;

import io.github.xmppspring.stream.StreamErrorCondition;

/**
 * The server does not let the component in (XEP-0114, 3).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class ComponentRefusedException extends NegotiationException {

	private final String component;

	private final StreamErrorCondition condition;

	/**
	 * The server refused.
	 * @param component the domain of the component
	 * @param condition the condition of the stream error
	 */
	public ComponentRefusedException(String component, StreamErrorCondition condition) {
		super("The server refused the component '%s': %s".formatted(component, condition));
		this.component = component;
		this.condition = condition;
	}

	/**
	 * The component that was refused.
	 * @return its domain
	 */
	public String component() {
		return this.component;
	}

	/**
	 * The error condition of the server.
	 * @return {@code not-authorized} if the secret is wrong; {@code host-unknown} or, as
	 * with a wrong secret, {@code not-authorized} if the server has no such component;
	 * {@code conflict} if another connection has it
	 */
	public StreamErrorCondition condition() {
		return this.condition;
	}

	/**
	 * Whether another attempt may be successful. It may if another connection has the
	 * component: that is perhaps one of one's own that the server has not yet found dead.
	 */
	@Override
	public boolean isRetryable() {
		return this.condition == StreamErrorCondition.CONFLICT;
	}

}
