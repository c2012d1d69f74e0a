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

package io.github.xmppspring.autoconfigure.embedded;

import java.util.HashMap;
import java.util.Map;

import io.github.xmppspring.server.EmbeddedXmppServer;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Publishes the ports on which the embedded server really listens, as
 * {@code local.server.port} does that of a web server.
 *
 * @author XMPP for Spring Boot contributors
 */
final class LocalXmppPorts {

	private static final String NAME = "xmpp.ports";

	private LocalXmppPorts() {
	}

	static void publish(EmbeddedXmppServer server, ApplicationContext context) {
		Map<String, Object> ports = new HashMap<>();
		ports.put("local.xmpp.port", server.port());
		if (server.componentPort() > 0) {
			ports.put("local.xmpp.component-port", server.componentPort());
		}
		for (ApplicationContext current = context; current != null; current = current.getParent()) {
			if (current.getEnvironment() instanceof ConfigurableEnvironment environment) {
				MutablePropertySources sources = environment.getPropertySources();
				sources.remove(NAME);
				sources.addFirst(new MapPropertySource(NAME, ports));
			}
		}
	}

}
