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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmppProperties} and {@link IqProperties} and what is published about
 * them.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppPropertiesTests {

	/**
	 * Another value than the default for each property, and where it has to arrive.
	 */
	private static final Map<String, Property> PROPERTIES = properties();

	private static Map<String, Property> properties() {
		Map<String, Property> properties = new LinkedHashMap<>();
		xmpp(properties, "enabled", "false", XmppProperties::isEnabled);
		xmpp(properties, "jid", "bot@example.org/home", XmppProperties::getJid);
		xmpp(properties, "username", "robot", XmppProperties::getUsername);
		xmpp(properties, "password", "secret", XmppProperties::getPassword);
		xmpp(properties, "mode", "COMPONENT", XmppProperties::getMode);
		xmpp(properties, "host", "xmpp.example.org", XmppProperties::getHost);
		xmpp(properties, "port", "5223", XmppProperties::getPort);
		xmpp(properties, "connect-mode", "FAIL_FAST", XmppProperties::getConnectMode);
		xmpp(properties, "connect-timeout", "PT3S", XmppProperties::getConnectTimeout);
		xmpp(properties, "negotiation-timeout", "PT4S", XmppProperties::getNegotiationTimeout);
		xmpp(properties, "ssl.mode", "DIRECT", (xmpp) -> xmpp.getSsl().getMode());
		xmpp(properties, "ssl.bundle", "chat", (xmpp) -> xmpp.getSsl().getBundle());
		xmpp(properties, "ssl.allow-remote-plaintext", "true", (xmpp) -> xmpp.getSsl().isAllowRemotePlaintext());
		xmpp(properties, "sasl.mechanisms", "PLAIN", (xmpp) -> xmpp.getSasl().getMechanisms().get(0));
		xmpp(properties, "reconnect.enabled", "false", (xmpp) -> xmpp.getReconnect().isEnabled());
		xmpp(properties, "reconnect.initial-interval", "PT2S", (xmpp) -> xmpp.getReconnect().getInitialInterval());
		xmpp(properties, "reconnect.multiplier", "1.5", (xmpp) -> xmpp.getReconnect().getMultiplier());
		xmpp(properties, "reconnect.max-interval", "PT1M", (xmpp) -> xmpp.getReconnect().getMaxInterval());
		xmpp(properties, "reconnect.jitter", "PT1S", (xmpp) -> xmpp.getReconnect().getJitter());
		xmpp(properties, "keepalive.interval", "PT5S", (xmpp) -> xmpp.getKeepalive().getInterval());
		xmpp(properties, "keepalive.timeout", "PT6S", (xmpp) -> xmpp.getKeepalive().getTimeout());
		xmpp(properties, "limits.stanza-size", "1024B", (xmpp) -> xmpp.getLimits().getStanzaSize());
		xmpp(properties, "limits.depth", "2", (xmpp) -> xmpp.getLimits().getDepth());
		xmpp(properties, "limits.attributes", "3", (xmpp) -> xmpp.getLimits().getAttributes());
		xmpp(properties, "limits.attribute-size", "4", (xmpp) -> xmpp.getLimits().getAttributeSize());
		xmpp(properties, "limits.text-length", "5", (xmpp) -> xmpp.getLimits().getTextLength());
		xmpp(properties, "shutdown.drain-timeout", "PT7S", (xmpp) -> xmpp.getShutdown().getDrainTimeout());
		xmpp(properties, "shutdown.close-timeout", "PT8S", (xmpp) -> xmpp.getShutdown().getCloseTimeout());
		iq(properties, "reply-timeout", "PT9S", IqProperties::getReplyTimeout);
		iq(properties, "connection-wait", "PT10S", IqProperties::getConnectionWait);
		iq(properties, "max-pending", "6", IqProperties::getMaxPending);
		iq(properties, "lenient-error-sender", "true", IqProperties::isLenientErrorSender);
		iq(properties, "callback-threads", "7", IqProperties::getCallbackThreads);
		iq(properties, "handler.timeout", "PT11S", (iq) -> iq.getHandler().getTimeout());
		iq(properties, "handler.max-pending", "8", (iq) -> iq.getHandler().getMaxPending());
		iq(properties, "handler.ordered", "false", (iq) -> iq.getHandler().isOrdered());
		iq(properties, "handler.threads", "9", (iq) -> iq.getHandler().getThreads());
		iq(properties, "handler.unknown-namespace", "feature-not-implemented",
				(iq) -> iq.getHandler().getUnknownNamespace());
		iq(properties, "handler.error-payload", "true", (iq) -> iq.getHandler().isErrorPayload());
		iq(properties, "handler.lenient-payloads", "true", (iq) -> iq.getHandler().isLenientPayloads());
		iq(properties, "builtin.ping.enabled", "false", (iq) -> iq.getBuiltin().getPing().isEnabled());
		iq(properties, "builtin.disco.enabled", "false", (iq) -> iq.getBuiltin().getDisco().isEnabled());
		iq(properties, "builtin.version.enabled", "false", (iq) -> iq.getBuiltin().getVersion().isEnabled());
		iq(properties, "builtin.version.name", "desk", (iq) -> iq.getBuiltin().getVersion().getName());
		iq(properties, "builtin.version.number", "1.2", (iq) -> iq.getBuiltin().getVersion().getNumber());
		return Collections.unmodifiableMap(properties);
	}

	private static void xmpp(Map<String, Property> properties, String name, String value,
			Function<XmppProperties, Object> bound) {
		properties.put("xmpp." + name, new Property(value, (xmpp, iq) -> bound.apply(xmpp)));
	}

	private static void iq(Map<String, Property> properties, String name, String value,
			Function<IqProperties, Object> bound) {
		properties.put("xmpp.iq." + name, new Property(value, (xmpp, iq) -> bound.apply(iq)));
	}

	@Test
	void allAreBound() {
		Map<String, String> values = PROPERTIES.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().value()));
		Binder binder = new Binder(new MapConfigurationPropertySource(values));

		XmppProperties xmpp = binder.bind("xmpp", Bindable.of(XmppProperties.class)).get();
		IqProperties iq = binder.bind("xmpp.iq", Bindable.of(IqProperties.class)).get();

		PROPERTIES.forEach((name, property) -> assertThat(property.bound().apply(xmpp, iq)).as(name)
			.asString()
			.isEqualTo(property.value()));
	}

	@Test
	void noneHasTheTestedValueByDefault() {
		XmppProperties xmpp = new XmppProperties();
		IqProperties iq = new IqProperties();
		xmpp.getSasl().setMechanisms(List.of("none"));

		PROPERTIES.forEach((name, property) -> assertThat(String.valueOf(property.bound().apply(xmpp, iq))).as(name)
			.isNotEqualTo(property.value()));
	}

	@Test
	void allAreDescribed() throws IOException {
		Map<String, JsonNode> described = described("properties");

		assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(PROPERTIES.keySet());
		described.forEach((name, property) -> assertThat(property.path("description").asString()).as(name)
			.matches("(?s)[A-Z].*\\."));
	}

	@Test
	void hintsAreForPropertiesThatExist() throws IOException {
		Map<String, JsonNode> hints = described("hints");

		assertThat(hints).isNotEmpty();
		assertThat(PROPERTIES).containsKeys(hints.keySet().toArray(String[]::new));
	}

	@Test
	void switchOfHealthIsDescribed() throws IOException {
		assertThat(metadata("properties")).extracting((property) -> property.path("name").asString())
			.contains("management.health.xmpp.enabled");
	}

	private static Map<String, JsonNode> described(String section) throws IOException {
		Map<String, JsonNode> described = new TreeMap<>();
		metadata(section).stream()
			.filter((entry) -> entry.path("name")
				.asString()
				.matches(
						"xmpp\\.(?!(embedded|disco|errors|health|messaging|observation|presence|pubsub|roster|wire-log)"
								+ "\\.).*"))
			.forEach((entry) -> described.put(entry.path("name").asString(), entry));
		return described;
	}

	private static List<JsonNode> metadata(String section) throws IOException {
		List<JsonNode> entries = new ArrayList<>();
		List<URL> files = Collections.list(
				XmppPropertiesTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
		for (URL file : files) {
			try (InputStream content = file.openStream()) {
				JsonMapper.shared().readTree(content).path(section).forEach(entries::add);
			}
		}
		return entries;
	}

	/**
	 * A value for a property and what it is bound to.
	 *
	 * @param value the value
	 * @param bound gets the bound value
	 */
	private record Property(String value, BiFunction<XmppProperties, IqProperties, Object> bound) {

	}

}
