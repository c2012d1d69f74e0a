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

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.roster.RosterOperations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationListener;

/**
 * Asks for the contacts when a session begins. Events come off the event loop, so the
 * store of the contacts may block.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RosterLoader implements ApplicationListener<XmppConnectionStateChangedEvent> {

	private static final Log logger = LogFactory.getLog(RosterLoader.class);

	private final RosterOperations roster;

	RosterLoader(RosterOperations roster) {
		this.roster = roster;
	}

	@Override
	public void onApplicationEvent(XmppConnectionStateChangedEvent event) {
		if (event.getCurrent().state() == ConnectionState.ONLINE) {
			this.roster.getAsync().whenComplete((roster, failure) -> {
				if (failure != null) {
					logger.warn("The contacts could not be loaded: " + failure.getMessage());
					logger.debug("The cause", failure);
				}
			});
		}
	}

}
