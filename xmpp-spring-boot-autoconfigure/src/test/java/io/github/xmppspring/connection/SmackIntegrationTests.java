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

package io.github.xmppspring.connection;

import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SmackPeer;
import io.github.xmppspring.testserver.TestPeer;
import io.github.xmppspring.testserver.TestServer;

/**
 * Integration tests with clients of Smack.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class SmackIntegrationTests extends PeerIntegrationTests {

	@Override
	TestPeer connectPeer(TestServer server, String user) {
		return SmackPeer.connect(server, user);
	}

}
