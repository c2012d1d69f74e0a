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

package io.github.xmppspring.test.greeting;

import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.messaging.PresenceCustomizer;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.stanza.Presence;

import org.springframework.stereotype.Component;

/**
 * What the application says of itself.
 *
 * @author XMPP for Spring Boot contributors
 */
@Component
class GreetingContributor implements DiscoContributor, PresenceCustomizer {

	@Override
	public void contribute(DiscoInfo.Builder info) {
		info.feature("urn:example:greeting#polite");
	}

	@Override
	public Presence customize(Presence presence) {
		return presence;
	}

}
