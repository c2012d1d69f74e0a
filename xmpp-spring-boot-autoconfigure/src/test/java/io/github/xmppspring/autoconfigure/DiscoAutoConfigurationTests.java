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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.disco.CapabilitiesPresenceCustomizer;
import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.disco.DiscoInfoResponder;
import io.github.xmppspring.disco.DiscoItemsResponder;
import io.github.xmppspring.disco.DiscoOperations;
import io.github.xmppspring.disco.DiscoQuery;
import io.github.xmppspring.disco.DiscoTemplate;
import io.github.xmppspring.disco.OwnEntity;
import io.github.xmppspring.disco.PeerPresenceListener;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.messaging.PresenceCustomizer;
import io.github.xmppspring.messaging.PresenceReceivedEvent;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.pubsub.PepInterest;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiscoAutoConfiguration} and {@link BuiltinDiscoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class DiscoAutoConfigurationTests {

	private static final Jid JULIET = Jid.of("juliet@example.org/balcony");

	private static final DiscoInfo INFO = DiscoInfo.builder().identity("client", "pc", null).build();

	private final List<Iq> asked = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class, DiscoAutoConfiguration.class))
		.withBean(XmppConnection.class, TestXmppConnection::new)
		.withPropertyValues("xmpp.jid=bot@example.org");

	@Test
	void templateBacksOff() {
		DiscoOperations own = BDDMockito.mock(DiscoOperations.class);

		this.contextRunner.withBean(DiscoOperations.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(DiscoTemplate.class)
				.doesNotHaveBean(PeerPresenceListener.class)
				.getBean(DiscoOperations.class)
				.isSameAs(own));
	}

	@Test
	void withoutRequestsThereIsNoTemplate() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DiscoAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DiscoOperations.class));
	}

	@Test
	void ownEntityIsWhatPropertiesAndContributorsSay() {
		this.contextRunner
			.withPropertyValues("xmpp.disco.identities[0].category=gateway", "xmpp.disco.identities[0].type=sms",
					"xmpp.disco.features=urn:example:extra", "xmpp.disco.capabilities.node=http://example.org/bot")
			.withBean(Contributor.class)
			.run((context) -> {
				DiscoInfo info = DiscoInfo.CODEC.read(ask(context, DiscoInfo.CODEC.write(DiscoInfo.request(null))));

				assertThat(info.identities()).containsExactly(Identity.of("gateway", "sms", null));
				assertThat(info.featureNames()).contains("urn:example:extra", "urn:example:contributed",
						"urn:xmpp:ping");
				EntityCapabilities capabilities = context.getBean(OwnEntity.class).capabilities();
				assertThat(capabilities).isNotNull();
				assertThat(ask(context, DiscoInfo.CODEC.write(DiscoInfo.request(capabilities.infoNode()))))
					.isEqualTo(DiscoInfo.CODEC.write(info.withNode(capabilities.infoNode())));
			});
	}

	@Test
	void ownEntityMakesNoBeansInApplicationThatHasStoppedSince() {
		AtomicInteger made = new AtomicInteger();
		List<OwnEntity> entities = new ArrayList<>();
		this.contextRunner.withBean(DiscoContributor.class, () -> {
			made.incrementAndGet();
			return PepInterest.of("urn:example:a");
		}).run((context) -> entities.add(context.getBean(OwnEntity.class)));

		assertThat(entities.get(0).info().supports("urn:example:a+notify")).isTrue();
		assertThat(made).hasValue(1);
	}

	@Test
	void ownItemsAreNoneUnlessContributed() {
		Element request = DiscoItems.CODEC.write(DiscoItems.request(null));

		this.contextRunner.run((context) -> assertThat(ask(context, request)).isEqualTo(request));
		this.contextRunner.withBean(Contributor.class)
			.run((context) -> assertThat(DiscoItems.CODEC.read(ask(context, request)).items())
				.containsExactly(DiscoItems.Item.of(JULIET, "Juliet")));
	}

	@Test
	void unknownNodeIsItemNotFound() {
		this.contextRunner.run((context) -> {
			Iq request = Iq.get(DiscoInfo.CODEC.write(DiscoInfo.request("other"))).id("1").from(JULIET).build();
			assertThat(context.getBean(IqDispatcher.class).exchange(request).toCompletableFuture())
				.isCompletedWithValue(request.error(StanzaErrorCondition.ITEM_NOT_FOUND));
		});
	}

	@Test
	void capabilitiesAreAnnouncedUnlessSwitchedOff() {
		this.contextRunner.run((context) -> {
			Presence presence = context.getBean(PresenceCustomizer.class).customize(Presence.available().build());
			assertThat(presence.extension(EntityCapabilities.NAMESPACE, "c")).isNotNull();
		});
		this.contextRunner.withPropertyValues("xmpp.disco.capabilities.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(CapabilitiesPresenceCustomizer.class);
			assertThat(context.getBean(OwnEntity.class).info().supports(EntityCapabilities.NAMESPACE)).isFalse();
		});
	}

	@Test
	void ownSideIsSwitchedOffWithItsAnswers() {
		this.contextRunner.withPropertyValues("xmpp.iq.builtin.disco.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(DiscoTemplate.class)
				.doesNotHaveBean(OwnEntity.class)
				.doesNotHaveBean(DiscoInfoResponder.class)
				.doesNotHaveBean(DiscoItemsResponder.class)
				.doesNotHaveBean(CapabilitiesPresenceCustomizer.class));
	}

	@Test
	void ownEntityBacksOff() {
		OwnEntity own = new OwnEntity(INFO, List::of, List::of, null);

		this.contextRunner.withBean(OwnEntity.class, () -> own)
			.run((context) -> assertThat(ask(context, DiscoInfo.CODEC.write(DiscoInfo.request(null))))
				.isEqualTo(DiscoInfo.CODEC.write(own.info())));
	}

	private static Element ask(ApplicationContext context, Element payload) {
		Iq request = Iq.get(payload).id("1").from(JULIET).build();
		Iq reply = context.getBean(IqDispatcher.class).exchange(request).toCompletableFuture().join();
		assertThat(reply.payload()).isNotNull();
		return reply.payload();
	}

	@Nested
	class OtherEntities {

		private final ApplicationContextRunner answeringRunner = DiscoAutoConfigurationTests.this.contextRunner
			.withBean(IqOperations.class, () -> new IqTemplate((request) -> {
				DiscoAutoConfigurationTests.this.asked.add(request);
				return CompletableFuture.completedFuture(request.result(DiscoInfo.CODEC.write(INFO)));
			}, new PayloadCodecs(BuiltinPayloads.CODECS, List.of())));

		@Test
		void areAskedOnceAndAgainWhenTheyAreGone() {
			this.answeringRunner.run((context) -> {
				DiscoOperations disco = context.getBean(DiscoOperations.class);
				assertThat(disco.info(JULIET)).isEqualTo(INFO);
				assertThat(disco.info(JULIET)).isEqualTo(INFO);
				assertThat(DiscoAutoConfigurationTests.this.asked).hasSize(1);

				context.publishEvent(new PresenceReceivedEvent(this, Presence.unavailable().from(JULIET).build(),
						context.getBean(PayloadCodecs.class)));

				disco.info(JULIET);
				assertThat(DiscoAutoConfigurationTests.this.asked).hasSize(2);
			});
		}

		@Test
		void areAskedAgainAfterTheConnectionWasLost() {
			this.answeringRunner.run((context) -> {
				DiscoOperations disco = context.getBean(DiscoOperations.class);
				disco.info(JULIET);

				context.publishEvent(new XmppConnectionStateChangedEvent(context.getBean(XmppConnection.class),
						status(ConnectionState.NEGOTIATING), status(ConnectionState.ONLINE)));
				disco.info(JULIET);
				assertThat(DiscoAutoConfigurationTests.this.asked).hasSize(1);

				context.publishEvent(new XmppConnectionStateChangedEvent(context.getBean(XmppConnection.class),
						status(ConnectionState.ONLINE), status(ConnectionState.BACKING_OFF)));
				disco.info(JULIET);
				assertThat(DiscoAutoConfigurationTests.this.asked).hasSize(2);
			});
		}

		@Test
		void areNotRememberedIfTheCacheIsOff() {
			this.answeringRunner.withPropertyValues("xmpp.disco.cache.max-size=0").run((context) -> {
				DiscoOperations disco = context.getBean(DiscoOperations.class);
				disco.info(JULIET);
				disco.info(JULIET);

				assertThat(DiscoAutoConfigurationTests.this.asked).hasSize(2);
			});
		}

		private static ConnectionStatus status(ConnectionState state) {
			return new ConnectionStatus(state, Instant.EPOCH, null, null, null);
		}

	}

	/**
	 * Needs what asks others, which must not make a cycle.
	 */
	static final class Contributor implements DiscoContributor {

		Contributor(DiscoOperations disco) {
			assertThat(disco).isNotNull();
		}

		@Override
		public void contribute(DiscoInfo.Builder info) {
			info.feature("urn:example:contributed");
		}

		@Override
		public List<DiscoItems.Item> items(DiscoQuery query) {
			return List.of(DiscoItems.Item.of(JULIET, "Juliet"));
		}

	}

}
