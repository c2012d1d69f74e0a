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

package io.github.xmppspring.mistakes;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties that are missing, make no sense, or contradict each other.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PropertyMistakes {

	private static final String BUNDLE = "spring.ssl.bundle.jks.chat.truststore.";

	private PropertyMistakes() {
	}

	static Map<String, Trial> trials() {
		Map<String, Trial> trials = new LinkedHashMap<>();
		trials.put("no `xmpp.jid`", (output) -> Application.local().failure(output));
		trials.put("`xmpp.jid=a b@example.org`",
				(output) -> Application.local("xmpp.jid=a b@example.org").failure(output));
		trials.put("`xmpp.host=example.org:5222`",
				(output) -> Application.connecting("xmpp.jid=bot@example.org", "xmpp.host=example.org:5222")
					.failure(output));
		trials.put("`xmpp.port=0`",
				(output) -> Application.connecting("xmpp.jid=bot@example.org", "xmpp.port=0").failure(output));
		trials.put("`xmpp.port=abc`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.port=abc").failure(output));
		trials.put("`xmpp.mode=server`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.mode=server").failure(output));
		trials.put("`xmpp.connect-mode=later`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.connect-mode=later").failure(output));
		trials.put("`xmpp.connect-timeout=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.connect-timeout=0s").failure(output));
		trials.put("`xmpp.connect-timeout=soon`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.connect-timeout=soon").failure(output));
		trials.put("`xmpp.negotiation-timeout=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.negotiation-timeout=0s")
					.failure(output));
		trials.put("`xmpp.ssl.mode=tls`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.ssl.mode=tls").failure(output));
		trials.put("`xmpp.ssl.bundle=chat`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.ssl.bundle=chat").failure(output));
		trials.put("`xmpp.ssl.allow-remote-plaintext=perhaps`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.ssl.allow-remote-plaintext=perhaps")
					.failure(output));
		trials.put("`xmpp.sasl.mechanisms=DIGEST-MD5`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.sasl.mechanisms=DIGEST-MD5")
					.failure(output));
		trials.put("`xmpp.reconnect.initial-interval=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.reconnect.initial-interval=0s")
					.failure(output));
		trials.put("`xmpp.reconnect.multiplier=0.5`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.reconnect.multiplier=0.5")
					.failure(output));
		trials.put("`xmpp.reconnect.multiplier=twice`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.reconnect.multiplier=twice")
					.failure(output));
		trials.put("`xmpp.reconnect.max-interval=10ms`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.reconnect.max-interval=10ms")
					.failure(output));
		trials.put("`xmpp.reconnect.jitter=-1s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.reconnect.jitter=-1s").failure(output));
		trials.put("`xmpp.keepalive.interval=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.keepalive.interval=0s")
					.failure(output));
		trials.put("`xmpp.keepalive.timeout=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.keepalive.timeout=0s").failure(output));
		trials.put("`xmpp.limits.stanza-size=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.limits.stanza-size=0").failure(output));
		trials.put("`xmpp.limits.stanza-size=much`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.limits.stanza-size=much")
					.failure(output));
		trials.put("`xmpp.limits.depth=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.limits.depth=0").failure(output));
		trials.put("`xmpp.limits.attributes=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.limits.attributes=0").failure(output));
		trials.put("`xmpp.limits.attribute-size=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.limits.attribute-size=0")
					.failure(output));
		trials.put("`xmpp.limits.text-length=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.limits.text-length=0").failure(output));
		trials.put("`xmpp.shutdown.drain-timeout=-1s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.shutdown.drain-timeout=-1s")
					.failure(output));
		trials.put("`xmpp.shutdown.close-timeout=-1s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.shutdown.close-timeout=-1s")
					.failure(output));
		trials.put("`xmpp.iq.reply-timeout=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.reply-timeout=0s").failure(output));
		trials.put("`xmpp.iq.connection-wait=-1s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.connection-wait=-1s")
					.failure(output));
		trials.put("`xmpp.iq.max-pending=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.max-pending=0").failure(output));
		trials.put("`xmpp.iq.callback-threads=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.callback-threads=0")
					.failure(output));
		trials.put("`xmpp.iq.handler.timeout=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.handler.timeout=0s")
					.failure(output));
		trials.put("`xmpp.iq.handler.max-pending=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.handler.max-pending=0")
					.failure(output));
		trials.put("`xmpp.iq.handler.threads=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.handler.threads=0").failure(output));
		trials.put("`xmpp.iq.handler.unknown-namespace=conflict`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.iq.handler.unknown-namespace=conflict")
					.failure(output));
		trials.put("`xmpp.messaging.max-pending=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.messaging.max-pending=0")
					.failure(output));
		trials.put("`xmpp.messaging.max-pending-size=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.messaging.max-pending-size=0")
					.failure(output));
		trials.put("`xmpp.presence.initial.enabled=true`, `xmpp.presence.initial.priority=200`",
				(output) -> Application
					.local("xmpp.jid=bot@example.org", "xmpp.presence.initial.enabled=true",
							"xmpp.presence.initial.priority=200")
					.failure(output));
		trials.put("`xmpp.presence.initial.enabled=true`, `xmpp.presence.initial.show=busy`",
				(output) -> Application
					.local("xmpp.jid=bot@example.org", "xmpp.presence.initial.enabled=true",
							"xmpp.presence.initial.show=busy")
					.failure(output));
		trials.put("`xmpp.pubsub.notify=urn:a,, `",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.pubsub.notify=urn:a,, ")
					.failure(output));
		trials.put("`xmpp.disco.identities[0].type=bot`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.identities[0].type=bot")
					.failure(output));
		trials.put("`xmpp.disco.identities[0].category=client`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.identities[0].category=client")
					.failure(output));
		trials.put("`xmpp.disco.features=urn:a,, `",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.features=urn:a,, ")
					.failure(output));
		trials.put("`xmpp.disco.forms[0].fields.os=Linux`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.forms[0].fields.os=Linux")
					.failure(output));
		trials.put("`xmpp.disco.capabilities.hash=sha-0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.capabilities.hash=sha-0")
					.failure(output));
		trials.put("`xmpp.disco.capabilities.node=`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.capabilities.node=")
					.failure(output));
		trials.put("`xmpp.disco.cache.max-size=-1`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.cache.max-size=-1")
					.failure(output));
		trials.put("`xmpp.disco.cache.time-to-live=0s`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.cache.time-to-live=0s")
					.failure(output));
		trials.put("`xmpp.disco.cache.max-peers=-1`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.cache.max-peers=-1")
					.failure(output));
		trials.put("`xmpp.disco.cache.max-verified=-1`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.disco.cache.max-verified=-1")
					.failure(output));
		trials.put("`xmpp.wire-log.max-length=0`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.wire-log.max-length=0")
					.failure(output));
		trials.put("`xmpp.health.ping.enabled=true`, `xmpp.health.ping.timeout=0s`",
				(output) -> Application
					.local("xmpp.jid=bot@example.org", "xmpp.health.ping.enabled=true", "xmpp.health.ping.timeout=0s")
					.failure(output));
		trials.put("`xmpp.mode=component`, `xmpp.jid=bot@example.org`, `xmpp.password=secret`",
				(output) -> Application.local("xmpp.mode=component", "xmpp.jid=bot@example.org", "xmpp.password=secret")
					.failure(output));
		trials.put("`xmpp.mode=component`, `xmpp.jid=echo.example.org`",
				(output) -> Application.local("xmpp.mode=component", "xmpp.jid=echo.example.org").failure(output));
		trials.put(
				"`xmpp.mode=component`, `xmpp.jid=echo.example.org`, `xmpp.password=secret`, `xmpp.ssl.mode=starttls`",
				(output) -> Application
					.local("xmpp.mode=component", "xmpp.jid=echo.example.org", "xmpp.password=secret",
							"xmpp.ssl.mode=starttls")
					.failure(output));
		trials.put(
				"`xmpp.mode=component`, `xmpp.jid=echo.example.org`, `xmpp.password=secret`, `xmpp.presence.initial.enabled=true`",
				(output) -> Application
					.local("xmpp.mode=component", "xmpp.jid=echo.example.org", "xmpp.password=secret",
							"xmpp.presence.initial.enabled=true")
					.failure(output));
		trials.put("`xmpp.embedded.port=70000`",
				(output) -> Application.local("xmpp.embedded.enabled=true", "xmpp.embedded.port=70000")
					.failure(output));
		trials.put("`xmpp.embedded.address=no address`",
				(output) -> Application.local("xmpp.embedded.enabled=true", "xmpp.embedded.address=no address")
					.failure(output));
		trials.put("`xmpp.embedded.domain=a b`",
				(output) -> Application.local("xmpp.embedded.enabled=true", "xmpp.embedded.domain=a b")
					.failure(output));
		trials.put("`xmpp.embedded.domain=example.net`, `xmpp.jid=bot@example.org`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.domain=example.net", "xmpp.jid=bot@example.org")
					.failure(output));
		trials.put("`xmpp.embedded.accounts=juliet:secret`", (output) -> {
			Words words = Application
				.local("xmpp.jid=juliet@localhost", "xmpp.embedded.enabled=true",
						"xmpp.embedded.accounts=juliet:secret")
				.failure(output);
			assertThat(output).doesNotContain("juliet:secret");
			return words;
		});
		trials.put("`xmpp.embedded.accounts[juliet@localhost]=secret`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.accounts[juliet@localhost]=secret")
					.failure(output));
		trials.put("`xmpp.embedded.accounts.juliet=`",
				(output) -> Application.local("xmpp.embedded.enabled=true", "xmpp.embedded.accounts.juliet=")
					.failure(output));
		trials.put("`xmpp.embedded.component.domains[a b]=secret`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.component.domains[a b]=secret")
					.failure(output));
		trials.put("`xmpp.embedded.component.domains[localhost]=secret`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.component.domains[localhost]=secret")
					.failure(output));
		trials.put("`xmpp.embedded.component.domains[echo.localhost]=`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.component.domains[echo.localhost]=")
					.failure(output));
		trials.put("`xmpp.embedded.component.port=70000`",
				(output) -> Application.local("xmpp.embedded.enabled=true", "xmpp.embedded.component.port=70000")
					.failure(output));
		trials.put("`xmpp.embedded.component.port=-1`, `xmpp.embedded.component.domains[echo.localhost]=secret`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.component.port=-1",
							"xmpp.embedded.component.domains[echo.localhost]=secret")
					.failure(output));
		trials.put("`xmpp.embedded.enabled=true`, `xmpp.mode=component`, `xmpp.jid=localhost`",
				(output) -> Application.local("xmpp.embedded.enabled=true", "xmpp.mode=component", "xmpp.jid=localhost")
					.failure(output));
		trials.put("`xmpp.embedded.enabled=true`, `xmpp.ssl.mode=direct`",
				(output) -> Application.local("xmpp.embedded.enabled=true", "xmpp.ssl.mode=direct").failure(output));
		trials.put("`xmpp.embedded.tls-required=true`, `xmpp.ssl.mode=disabled`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.tls-required=true", "xmpp.ssl.mode=disabled")
					.failure(output));
		trials.put("an SSL bundle whose store does not exist",
				(output) -> Application
					.local("xmpp.jid=bot@example.org", "xmpp.ssl.bundle=chat", BUNDLE + "location=file:nowhere.p12")
					.failure(output));
		trials.put("an SSL bundle with a protocol that does not exist",
				(output) -> Application
					.local("xmpp.jid=bot@example.org", "xmpp.ssl.bundle=chat",
							"spring.ssl.bundle.jks.chat.options.enabled-protocols=TLSv9")
					.failure(output));
		trials.put("an SSL bundle with a wrong password", PropertyMistakes::wrongPasswordOfStore);
		trials.put("`xmpp.embedded.port` is in use", PropertyMistakes::portInUse);
		return trials;
	}

	static Map<String, Trial> withoutEffect() {
		Map<String, Trial> trials = new LinkedHashMap<>();
		String[] component = { "xmpp.mode=component", "xmpp.jid=echo.example.org", "xmpp.password=secret" };
		trials.put("`xmpp.mode=component`, `xmpp.username=bot`",
				(output) -> Application.local(and(component, "xmpp.username=bot")).warning(output));
		trials.put("`xmpp.mode=component`, `xmpp.sasl.mechanisms=PLAIN`",
				(output) -> Application.local(and(component, "xmpp.sasl.mechanisms=PLAIN")).warning(output));
		trials.put("`xmpp.mode=component`, `xmpp.roster.load-on-connect=true`",
				(output) -> Application.local(and(component, "xmpp.roster.load-on-connect=true")).warning(output));
		trials
			.put("`xmpp.ssl.mode=disabled`, `xmpp.ssl.bundle=chat`",
					(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.ssl.mode=disabled",
							"xmpp.ssl.bundle=chat", "spring.ssl.bundle.jks.chat.options.enabled-protocols=TLSv1.3")
						.warning(output));
		trials.put("`xmpp.ssl.mode=direct`, `xmpp.ssl.allow-remote-plaintext=true`",
				(output) -> Application
					.local("xmpp.jid=bot@example.org", "xmpp.ssl.mode=direct", "xmpp.ssl.allow-remote-plaintext=true")
					.warning(output));
		trials.put("`xmpp.pasword=secret`",
				(output) -> Application.local("xmpp.jid=bot@example.org", "xmpp.pasword=secret").warning(output));
		trials.put("`xmpp.embedded.enabled=true`, `xmpp.embedded.new-accounts.password=secret`",
				(output) -> Application
					.local("xmpp.embedded.enabled=true", "xmpp.embedded.new-accounts.password=secret")
					.warning(output));
		trials.put("a bean of type `StreamFeature` for a component",
				(output) -> Application.local(component).with(Beans.Feature.class).warning(output));
		trials.put("a bean of type `StreamNegotiationBuilderCustomizer` for a component",
				(output) -> Application.local(component).with(Beans.Customizer.class).warning(output));
		return trials;
	}

	private static String[] and(String[] some, String other) {
		String[] all = java.util.Arrays.copyOf(some, some.length + 1);
		all[some.length] = other;
		return all;
	}

	private static Words wrongPasswordOfStore(CapturedOutput output) throws Exception {
		Path file = Files.createTempFile("mistakes", ".p12");
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			try (OutputStream stream = Files.newOutputStream(file)) {
				store.store(stream, "right".toCharArray());
			}
			return Application
				.local("xmpp.jid=bot@example.org", "xmpp.ssl.bundle=chat", BUNDLE + "location=file:" + file,
						BUNDLE + "password=wrong")
				.failure(output);
		}
		finally {
			Files.delete(file);
		}
	}

	private static Words portInUse(CapturedOutput output) throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return Application.local("xmpp.embedded.enabled=true", "xmpp.embedded.port=" + socket.getLocalPort())
				.failure(output);
		}
	}

}
