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

package io.github.xmppspring.pubsub;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.messaging.MessageReceivedEvent;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.pubsub.NodeConfiguration;
import io.github.xmppspring.payload.pubsub.PubSubNotification;
import io.github.xmppspring.payload.pubsub.SubscriptionState;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PubSubEventPublisher} and what it publishes.
 *
 * @author XMPP for Spring Boot contributors
 */
class PubSubEventPublisherTests {

	private static final Jid SERVICE = Jid.of("pubsub.shakespeare.lit");

	private final PayloadCodecs payloads = new PayloadCodecs(List.of(),
			List.of(PayloadCodecProvider.of(List.of(PubSubNotification.CODEC, SoftwareVersion.CODEC))));

	private final List<Object> published = new ArrayList<>();

	private final PubSubEventPublisher publisher = new PubSubEventPublisher(this.payloads, this.published::add);

	@Test
	void itemsArePublishedWithTheirPayloads() {
		receive("<items node='n'><item id='1' publisher='hamlet@denmark.lit'>"
				+ "<query xmlns='jabber:iq:version'><name>a</name></query></item><item id='2'/></items>");

		PubSubItemsPublishedEvent event = published(PubSubItemsPublishedEvent.class);
		assertThat(event.getService()).isEqualTo(SERVICE);
		assertThat(event.getNode()).isEqualTo("n");
		assertThat(event.getSource()).isSameAs(this);
		assertThat(event.getItems(SoftwareVersion.class)).containsExactly(
				new PubSubItem<>("1", Jid.of("hamlet@denmark.lit"), new SoftwareVersion("a", null, null)),
				new PubSubItem<>("2", null, null));
		assertThat(event.getItems()).extracting(PubSubItem::id).containsExactly("1", "2");
		assertThat(event).hasToString("PubSubItemsPublishedEvent[service=pubsub.shakespeare.lit, node=n]");
	}

	@Test
	void payloadOfAnotherNameIsAMatterOfTheListener() {
		receive("<items node='n'><item id='1'><a xmlns='urn:x'/></item></items>");

		PubSubItemsPublishedEvent event = published(PubSubItemsPublishedEvent.class);
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> event.getItems(SoftwareVersion.class));
		assertThat(event.getItems()).extracting(PubSubItem::payload).containsExactly(Element.of("urn:x", "a"));
	}

	@Test
	void notificationWithoutItemsIsPublished() {
		receive("<items node='elsinore/doorbell'/>");

		assertThat(published(PubSubItemsPublishedEvent.class).getItems()).isEmpty();
	}

	@Test
	void retractionsArePublished() {
		receive("<items node='n'><retract id='1'/><retract id='2'/></items>");

		assertThat(published(PubSubItemsRetractedEvent.class).getItemIds()).containsExactly("1", "2");
	}

	@Test
	void itemsComeBeforeRetractionsOfTheSameMessage() {
		receive("<items node='n'><retract id='1'/><item id='2'/></items>");

		assertThat(this.published).hasExactlyElementsOfTypes(PubSubItemsPublishedEvent.class,
				PubSubItemsRetractedEvent.class);
	}

	@Test
	void whatHappensToNodesIsPublished() {
		receive("<purge node='n'/>");
		assertThat(published(PubSubNodePurgedEvent.class).getNode()).isEqualTo("n");

		receive("<delete node='n'><redirect uri='xmpp:a@b'/></delete>");
		assertThat(published(PubSubNodeDeletedEvent.class).getRedirect()).isEqualTo("xmpp:a@b");

		receive("<delete node='n'/>");
		assertThat(published(PubSubNodeDeletedEvent.class).getRedirect()).isNull();

		receive("<configuration node='n'><x xmlns='jabber:x:data' type='result'>"
				+ "<field var='pubsub#title'><value>t</value></field></x></configuration>");
		assertThat(published(PubSubNodeConfiguredEvent.class).getConfiguration()).extracting(NodeConfiguration::title)
			.isEqualTo("t");

		receive("<configuration node='n'/>");
		assertThat(published(PubSubNodeConfiguredEvent.class).getConfiguration()).isNull();

		receive("<collection><disassociate node='m'/></collection>");
		PubSubCollectionChangedEvent collection = published(PubSubCollectionChangedEvent.class);
		assertThat(collection.getNode()).isNull();
		assertThat(collection.getMember()).isEqualTo("m");
		assertThat(collection.isAssociated()).isFalse();
	}

	@Test
	void subscriptionsArePublished() {
		receive("<subscription node='n' jid='francisco@denmark.lit' subscription='pending'/>");

		PubSubSubscriptionChangedEvent event = published(PubSubSubscriptionChangedEvent.class);
		assertThat(event.getNode()).isEqualTo("n");
		assertThat(event.getSubscription().state()).isEqualTo(SubscriptionState.PENDING);
	}

	@Test
	void isAboutANodeOfTheServiceThatTellsIt() {
		PubSubOperations pubsub = new PubSubTemplate(mock(IqOperations.class), this.payloads, () -> null);
		receive("<purge node='n'/>");
		PubSubEvent event = published(PubSubNodePurgedEvent.class);

		assertThat(event.isAbout(pubsub.service(SERVICE).node("n"))).isTrue();
		assertThat(event.isAbout(pubsub.service(SERVICE).node("m"))).isFalse();
		assertThat(event.isAbout(pubsub.service("other.shakespeare.lit").node("n"))).isFalse();
		assertThat(event.isAbout(pubsub.pep().node("n"))).isFalse();
	}

	@Test
	void isAboutANodeOfTheOwnAccount() {
		PubSubNode node = new PubSubTemplate(mock(IqOperations.class), this.payloads, () -> null).pep().node("n");
		String event = "<event xmlns='http://jabber.org/protocol/pubsub#event'><purge node='n'/></event>";

		this.publisher.onApplicationEvent(message("from='a@shakespeare.lit' to='a@shakespeare.lit/x'", event));
		assertThat(published(PubSubNodePurgedEvent.class).isAbout(node)).isTrue();

		this.publisher.onApplicationEvent(message("", event));
		assertThat(published(PubSubNodePurgedEvent.class).isAbout(node)).isTrue();

		this.publisher.onApplicationEvent(message("from='b@shakespeare.lit' to='a@shakespeare.lit/x'", event));
		assertThat(published(PubSubNodePurgedEvent.class).isAbout(node)).isFalse();
	}

	@Test
	void tellsTheSubscriptions() {
		receive("",
				"<event xmlns='http://jabber.org/protocol/pubsub#event'><purge node='n'/></event>"
						+ "<headers xmlns='http://jabber.org/protocol/shim'><header name='Collection'>c</header>"
						+ "<header name='SubID'>123</header><header name='SubID'>456</header></headers>");

		assertThat(published(PubSubNodePurgedEvent.class).getSubscriptionIds()).containsExactly("123", "456");
	}

	@Test
	void withoutHeadersThereAreNoSubscriptions() {
		receive("<purge node='n'/>");

		assertThat(published(PubSubNodePurgedEvent.class).getSubscriptionIds()).isEmpty();
	}

	@Test
	void otherMessagesAreLeftAlone() {
		receive("", "<body>hello</body>");
		receive("<create node='n'/>");
		receive("<purge/>");
		receive("type='error'", "<event xmlns='http://jabber.org/protocol/pubsub#event'><purge node='n'/></event>");

		assertThat(this.published).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void failingListenerDoesNotHinderTheNext(Throwable failure) {
		List<Object> tried = new ArrayList<>();
		PubSubEventPublisher failing = new PubSubEventPublisher(this.payloads, (event) -> {
			tried.add(event);
			ReflectionUtils.rethrowRuntimeException(failure);
		});

		failing.onApplicationEvent(message("", "<event xmlns='http://jabber.org/protocol/pubsub#event'>"
				+ "<items node='n'><item id='2'/><retract id='1'/></items></event>"));

		assertThat(tried).hasSize(2);
	}

	static Stream<Throwable> failingListenerDoesNotHinderTheNext() {
		return Stream.of(new IllegalStateException("listener"), new NoClassDefFoundError("listener"));
	}

	private void receive(String change) {
		receive("", "<event xmlns='http://jabber.org/protocol/pubsub#event'>" + change + "</event>");
	}

	private void receive(String attributes, String content) {
		this.publisher.onApplicationEvent(message("from='pubsub.shakespeare.lit' " + attributes, content));
	}

	private MessageReceivedEvent message(String attributes, String content) {
		Element message = Element.parse("<message xmlns='jabber:client' " + attributes + ">" + content + "</message>");
		return new MessageReceivedEvent(this, Message.from(message), this.payloads);
	}

	private <E extends PubSubEvent> E published(Class<E> type) {
		assertThat(this.published).hasSize(1);
		return type.cast(this.published.remove(0));
	}

}
