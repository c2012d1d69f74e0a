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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.actuate.XmppEndpointAutoConfiguration;
import io.github.xmppspring.autoconfigure.health.XmppHealthContributorAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.disco.DiscoOperations;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.messaging.PresenceCustomizer;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.observation.IqPayloadNames;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.roster.RosterOperations;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.ReceptionIqFilter;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.vcard.VCardOperations;
import io.github.xmppspring.xml.Element;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for the auto-configurations as Spring Boot finds them, with and without optional
 * libraries.
 *
 * @author XMPP for Spring Boot contributors
 */
class RegisteredAutoConfigurationsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(ApplicationConfiguration.class)
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@Test
	void makeAllParts() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(XmppConnection.class)
			.hasSingleBean(PayloadCodecs.class)
			.hasSingleBean(IqOperations.class)
			.hasSingleBean(IqDispatcher.class)
			.hasBean("xmppHealthContributor"));
	}

	@Test
	void makeNothingIfDisabled() {
		new ApplicationContextRunner().withUserConfiguration(ApplicationConfiguration.class)
			.withPropertyValues("xmpp.enabled=false", "xmpp.presence.initial.enabled=true",
					"xmpp.roster.load-on-connect=true", "xmpp.pubsub.notify=urn:example:a")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(XmppConnectionDetails.class)
				.doesNotHaveBean(XmppConnection.class)
				.doesNotHaveBean(IqOperations.class)
				.doesNotHaveBean(IqDispatcher.class)
				.doesNotHaveBean(StanzaOperations.class)
				.doesNotHaveBean(RosterOperations.class)
				.doesNotHaveBean(DiscoOperations.class)
				.doesNotHaveBean(PubSubOperations.class)
				.doesNotHaveBean(VCardOperations.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { IqOperations.class, StanzaOperations.class, RosterOperations.class, DiscoOperations.class,
			PubSubOperations.class, VCardOperations.class })
	<T> void leaveOperationsToTheApplication(Class<T> type) {
		this.contextRunner.withBean(type, () -> mock(type))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(type));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void makeComponentOfConnectionDetails(boolean lazy) {
		XmppConnectionDetails details = mock();
		given(details.getMode()).willReturn(XmppMode.COMPONENT);
		given(details.getJid()).willReturn(Jid.of("desk.example.org"));
		given(details.getPassword()).willReturn("secret");
		this.contextRunner.withBean(XmppConnectionDetails.class, () -> details)
			.withInitializer((context) -> initialize(context, lazy))
			.run((context) -> {
				Iq request = Iq.get(DiscoInfo.CODEC.write(DiscoInfo.request(null)))
					.id("d1")
					.from(Jid.of("juliet@example.org/balcony"))
					.to(Jid.of("desk.example.org"))
					.build();

				Iq response = context.getBean(IqDispatcher.class).exchange(request).toCompletableFuture().join();

				assertThat(response.payload()).isNotNull();
				assertThat(DiscoInfo.CODEC.read(response.payload()).hasIdentity("component", "generic")).isTrue();
			});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void hearOfCapabilities(boolean lazy) {
		this.contextRunner.withInitializer((context) -> initialize(context, lazy)).run((context) -> {
			TestXmppConnection connection = (TestXmppConnection) context.getBean(XmppConnection.class);
			Element presence = Presence.available()
				.from(Jid.of("juliet@example.org/balcony"))
				.extension(EntityCapabilities.CODEC.write(EntityCapabilities.of("sha-1", "n", "v")))
				.build()
				.toElement();

			connection.listeners().forEach((listener) -> listener.stanzaReceived(presence));

			Awaitility.await().untilAsserted(() -> {
				context.getBean(DiscoOperations.class).infoAsync(Jid.of("juliet@example.org/balcony"));
				assertThat(connection.requests()).extracting(Iq::payload)
					.anyMatch((query) -> query != null && "n#v".equals(query.attribute("node")));
			});
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void letWhatTheyLookForLateUseTheConnection(boolean lazy) {
		new ApplicationContextRunner().withUserConfiguration(ApplicationConfiguration.class)
			.withPropertyValues("xmpp.jid=bot@example.org", "xmpp.host=127.0.0.1", "xmpp.port=1",
					"xmpp.presence.initial.enabled=true", "xmpp.roster.load-on-connect=true",
					"xmpp.pubsub.notify=urn:example:a")
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean(Customizer.class)
			.withBean(Filter.class)
			.withBean(Contributor.class)
			.withInitializer((context) -> initialize(context, lazy))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(Customizer.class)
				.hasSingleBean(IqPayloadNames.class));
	}

	static void initialize(ConfigurableApplicationContext context, boolean lazy) {
		if (lazy) {
			context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "io.micrometer", "org.springframework.boot.health",
			"org.springframework.boot.actuate", "tools.jackson", "com.fasterxml.jackson", "jakarta.xml.bind",
			"jakarta.validation" })
	void needNoOptionalLibrary(String library) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(IqOperations.class)
				.hasSingleBean(IqDispatcher.class));
	}

	@Test
	void withoutHealthOnClassPathThereIsNoIndicator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(XmppHealthContributorAutoConfiguration.class));
	}

	@Test
	void endpointIsThereOnlyWithActuator() {
		ApplicationContextRunner exposed = this.contextRunner
			.withPropertyValues("management.endpoints.web.exposure.include=*");

		exposed.run((context) -> assertThat(context).hasSingleBean(XmppEndpointAutoConfiguration.class));
		exposed.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(XmppEndpointAutoConfiguration.class));
	}

	record Customizer(StanzaOperations stanzas, XmppConnection connection, IqOperations iq,
			PubSubOperations pubsub) implements PresenceCustomizer {

		@Override
		public Presence customize(Presence presence) {
			return presence;
		}

	}

	record Filter(StanzaOperations stanzas, XmppConnection connection, IqOperations iq,
			PubSubOperations pubsub) implements ReceptionIqFilter {

		@Override
		public CompletionStage<Iq> exchange(Iq request, IqExchange next) {
			return next.exchange(request);
		}

	}

	record Contributor(StanzaOperations stanzas, XmppConnection connection, IqOperations iq,
			PubSubOperations pubsub) implements DiscoContributor {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(RegisteredAutoConfigurations.class)
	static class ApplicationConfiguration {

	}

	/**
	 * Imports what is registered as {@code @EnableAutoConfiguration} does, but nothing of
	 * other libraries.
	 */
	static class RegisteredAutoConfigurations extends AutoConfigurationImportSelector {

		@Override
		protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
			return new AnnotationAttributes(Map.of("exclude", new String[0], "excludeName", new String[0]));
		}

		@Override
		protected List<String> getCandidateConfigurations(AnnotationMetadata metadata,
				AnnotationAttributes attributes) {
			ImportCandidates candidates = ImportCandidates.load(AutoConfiguration.class, getBeanClassLoader());
			return StreamSupport.stream(candidates.spliterator(), false)
				.filter((name) -> name.startsWith("io.github.xmppspring."))
				.toList();
		}

	}

}
