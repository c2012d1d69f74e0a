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

package io.github.xmppspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.xmppspring.context.ConnectMode;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;
import org.springframework.boot.test.context.PropertyMapping.Skip;

/**
 * Gives a test an embedded server, to which its application is connected when the test
 * begins. {@code xmpp.jid} needs no account: it is made; without {@code xmpp.jid} the
 * application is {@code application} on the domain of the server.
 * <p>
 * Methods of the test may have {@link XmppPeer} parameters: clients on the same server,
 * with the names of the parameters for accounts, which are closed after the test. The
 * bean {@link XmppPeers} makes more of them, and
 * {@link io.github.xmppspring.server.EmbeddedXmppServer EmbeddedXmppServer} is a bean,
 * too.
 * <p>
 * Each application context has a server of its own, on a port of its own. If the context
 * has connection details, such as those of a container, they are used and no embedded
 * server is started.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(XmppPeerExtension.class)
@ImportAutoConfiguration
@PropertyMapping("xmpp")
public @interface AutoConfigureEmbeddedXmpp {

	/**
	 * Whether there is a server.
	 * @return whether to set {@code xmpp.embedded.enabled}
	 */
	@PropertyMapping("embedded.enabled")
	boolean enabled() default true;

	/**
	 * The port for clients.
	 * @return a TCP port, 0 for any that is free
	 */
	@PropertyMapping("embedded.port")
	int port() default 0;

	/**
	 * The domain of the server. Empty for {@code xmpp.embedded.domain}, then for the
	 * domain of {@code xmpp.jid}, then for {@code localhost}.
	 * @return a domain
	 */
	@PropertyMapping(value = "embedded.domain", skip = Skip.ON_DEFAULT_VALUE)
	String domain() default "";

	/**
	 * Whether the application is connected before the test begins.
	 * @return the mode to connect
	 */
	@PropertyMapping("connect-mode")
	ConnectMode connectMode() default ConnectMode.FAIL_FAST;

}
