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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.pubsub.PepInterest;
import io.github.xmppspring.pubsub.PubSubEvent;
import io.github.xmppspring.pubsub.PubSubEventPublisher;
import io.github.xmppspring.pubsub.PubSubNode;
import io.github.xmppspring.pubsub.PubSubNodePurgedEvent;
import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.pubsub.PubSubTemplate;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.template.IqTemplate;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PubSubAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubAutoConfigurationTests {

	private final List<Iq> sent = new ArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PayloadAutoConfiguration.class, PubSubAutoConfiguration.class));

	private final ApplicationContextRunner withTemplate = this.contextRunner.withBean(IqOperations.class,
			() -> new IqTemplate((request) -> {
				this.sent.add(request);
				return CompletableFuture.completedFuture(request.result(null));
			}, new PayloadCodecs(List.of(), List.of(PayloadCodecProvider.of(BuiltinPayloads.CODECS)))));

	@Test
	void withoutTemplateThereIsNothing() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(PubSubOperations.class)
			.doesNotHaveBean(PubSubEventPublisher.class));
	}

	@Test
	void makesTemplateAndPublisher() {
		this.withTemplate.run((context) -> assertThat(context).hasSingleBean(PubSubTemplate.class)
			.hasSingleBean(PubSubEventPublisher.class));
	}

	@Test
	void backsOff() {
		this.withTemplate.withBean(PubSubOperations.class, () -> mock(PubSubOperations.class))
			.run((context) -> assertThat(context).doesNotHaveBean(PubSubTemplate.class)
				.hasSingleBean(PubSubOperations.class));
	}

	@Test
	void withoutStreamTheAccountIsTheOneToLogInTo() {
		this.withTemplate.withBean(XmppConnectionDetails.class, () -> details(XmppMode.CLIENT, "bot@example.org/home"))
			.run((context) -> {
				node(context.getBean(PubSubOperations.class)).unsubscribe();

				assertThat(this.sent).singleElement()
					.extracting(Iq::payload)
					.asString()
					.contains("jid=\"bot@example.org\"");
			});
	}

	@Test
	void makesNoConnectionInApplicationThatHasStoppedSince() {
		AtomicInteger made = new AtomicInteger();
		List<PubSubOperations> pubsub = new ArrayList<>();
		this.withTemplate.withBean(XmppConnection.class, () -> {
			made.incrementAndGet();
			return new TestXmppConnection();
		})
			.withBean(XmppConnectionDetails.class, () -> details(XmppMode.CLIENT, "bot@example.org/home"))
			.run((context) -> pubsub.add(context.getBean(PubSubOperations.class)));

		node(pubsub.get(0)).unsubscribe();

		assertThat(made).hasValue(1);
	}

	@Test
	void componentSubscribesAsItsDomain() {
		this.withTemplate.withBean(XmppConnectionDetails.class, () -> details(XmppMode.COMPONENT, "desk.example.org"))
			.run((context) -> {
				node(context.getBean(PubSubOperations.class)).unsubscribe();

				assertThat(this.sent).singleElement()
					.extracting(Iq::payload)
					.asString()
					.contains("jid=\"desk.example.org\"");
			});
	}

	@Test
	void addressOfATemporaryAccountIsNotKnownBefore() {
		this.withTemplate.withBean(XmppConnectionDetails.class, () -> details(XmppMode.CLIENT, "example.org"))
			.run((context) -> assertThatIllegalStateException()
				.isThrownBy(() -> node(context.getBean(PubSubOperations.class)).subscribe()));
	}

	@Test
	void messagesBecomeEvents() {
		this.withTemplate.withBean(Listener.class).run((context) -> {
			Message message = Message.from(Element.parse("<message xmlns='jabber:client' from='pubsub.example.org'>"
					+ "<event xmlns='http://jabber.org/protocol/pubsub#event'><purge node='n'/></event></message>"));

			context.publishEvent(new MessageReceivedEvent(this, message, context.getBean(PayloadCodecs.class)));

			assertThat(context.getBean(Listener.class).events).singleElement()
				.isInstanceOf(PubSubNodePurgedEvent.class);
		});
	}

	@Test
	void nodeWithoutANameIsNamed() {
		this.withTemplate.withPropertyValues("xmpp.pubsub.notify[0]=urn:example:a", "xmpp.pubsub.notify[1]=")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(failure) -> assertThat(failure.getName()).isEqualTo("xmpp.pubsub.notify[1]")));
	}

	@Test
	void nodesOfPropertiesAreFeatures() {
		this.withTemplate.withPropertyValues("xmpp.pubsub.notify=urn:example:a,urn:example:b").run((context) -> {
			DiscoInfo.Builder info = DiscoInfo.builder();
			context.getBean(DiscoContributor.class).contribute(info);

			assertThat(info.build().featureNames()).containsExactlyInAnyOrder("urn:example:a+notify",
					"urn:example:b+notify");
		});
		this.withTemplate.withPropertyValues("xmpp.pubsub.notify[0]=urn:example:a")
			.run((context) -> assertThat(context).hasSingleBean(PepInterest.class));
	}

	@Test
	void withoutNodesThereIsNoInterest() {
		this.withTemplate.run((context) -> assertThat(context).doesNotHaveBean(DiscoContributor.class));
	}

	@Test
	void interestOfTheApplicationAddsToThatOfProperties() {
		this.withTemplate.withPropertyValues("xmpp.pubsub.notify=urn:example:a")
			.withBean("mine", PepInterest.class, () -> PepInterest.of("urn:example:b"))
			.run((context) -> assertThat(context.getBeansOfType(PepInterest.class)).hasSize(2));
	}

	private static PubSubNode node(PubSubOperations pubsub) {
		return pubsub.service("pubsub.example.org").node("n");
	}

	private static XmppConnectionDetails details(XmppMode mode, String jid) {
		return new XmppConnectionDetails() {

			@Override
			public XmppMode getMode() {
				return mode;
			}

			@Override
			public Jid getJid() {
				return Jid.of(jid);
			}

		};
	}

	static class Listener {

		private final List<PubSubEvent> events = new ArrayList<>();

		@EventListener
		void received(PubSubEvent event) {
			this.events.add(event);
		}

	}

}
