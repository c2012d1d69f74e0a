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

package io.github.xmppspring.disco;

import io.github.xmppspring.messaging.PresenceReceivedEvent;

import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.util.Assert;

/**
 * Lets a {@link DiscoTemplate} know what peers announce in their presence (XEP-0115). It
 * comes before the listeners of the application, which may ask the template then.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PeerPresenceListener implements ApplicationListener<PresenceReceivedEvent>, Ordered {

	private final DiscoTemplate disco;

	/**
	 * Creates the listener.
	 * @param disco what is to know
	 */
	public PeerPresenceListener(DiscoTemplate disco) {
		Assert.notNull(disco, "'disco' must not be null");
		this.disco = disco;
	}

	@Override
	public void onApplicationEvent(PresenceReceivedEvent event) {
		this.disco.accept(event.getPresence());
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
