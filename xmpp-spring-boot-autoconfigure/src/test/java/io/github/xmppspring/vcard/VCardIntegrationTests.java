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

package io.github.xmppspring.vcard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.PubSubAutoConfiguration;
import io.github.xmppspring.autoconfigure.VCardAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.vcard4.PostalAddress;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.vcard4.VCardGroup;
import io.github.xmppspring.payload.vcard4.VCardParameter;
import io.github.xmppspring.payload.vcard4.VCardProperty;
import io.github.xmppspring.payload.vcard4.VCardValue;
import io.github.xmppspring.payload.vcardtemp.EmailAddress;
import io.github.xmppspring.payload.vcardtemp.Picture;
import io.github.xmppspring.payload.vcardtemp.StructuredName;
import io.github.xmppspring.payload.vcardtemp.TempProperty;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.payload.vcardtemp.VCardUpdate;
import io.github.xmppspring.pubsub.PubSubOperations;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.Capability;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestWhere;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Integration tests for {@link VCardTemplate}: two accounts on a real server.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers
class VCardIntegrationTests {

	private static final Picture PHOTO = Picture.photo("image/png", new byte[] { 1, 2, 3 });

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, PubSubAutoConfiguration.class,
				VCardAutoConfiguration.class))
		.withPropertyValues("xmpp.connect-mode=fail-fast");

	@Test
	void oldCardIsSeenByOthers(TestServer server) {
		String name = randomName();
		VCardTemp card = VCardTemp.builder()
			.text(TempProperty.FN, name)
			.add(StructuredName.of("Alice", "Liddell"))
			.add(EmailAddress.of("alice@example.com", EmailAddress.Type.INTERNET, EmailAddress.Type.HOME))
			.text(TempProperty.TITLE, "Girl")
			.build();

		between(server, (alice, bob) -> {
			alice.setVcardTemp(card);

			assertCard(alice.vcardTemp().orElseThrow(), name);
			assertCard(bob.vcardTemp(account(server, "alice")).orElseThrow(), name);
		});
	}

	// Some servers keep cards in a form of their own, so that not all is as it was
	private static void assertCard(VCardTemp card, String name) {
		assertThat(card.formattedName()).isEqualTo(name);
		assertThat(card.name()).extracting(StructuredName::family).isEqualTo("Liddell");
		assertThat(card.emails()).extracting(EmailAddress::address).containsExactly("alice@example.com");
		assertThat(card.text(TempProperty.TITLE)).isEqualTo("Girl");
	}

	@Test
	void photoIsSetAndRemoved(TestServer server) {
		between(server, (alice, bob) -> {
			alice.setVcardTemp(VCardTemp.builder().text(TempProperty.FN, "Alice").build());

			VCardUpdate update = alice.setPhoto(PHOTO);

			VCardTemp card = bob.vcardTemp(account(server, "alice")).orElseThrow();
			assertThat(card.formattedName()).isEqualTo("Alice");
			assertThat(card.photo().data()).isEqualTo(PHOTO.data());
			assertThat(VCardUpdate.of(card)).isEqualTo(update);
			assertThat(alice.setPhoto(null)).isEqualTo(VCardUpdate.noPhoto());
			assertThat(alice.vcardTemp().orElseThrow().photo()).isNull();
		});
	}

	@Test
	void absentCardIsEmpty(TestServer server) {
		between(server, (alice, bob) -> {
			assertThat(alice.vcardTemp()).isEmpty();
			assertThat(bob.vcardTemp(account(server, "alice"))).isEmpty();
			if (server.kind().has(Capability.PUBSUB)) {
				assertThat(alice.publishedVcard4()).isEmpty();
			}
			if (server.kind().has(Capability.VCARD4)) {
				assertThat(alice.vcard4()).isEmpty();
			}
		});
	}

	@TestWhere(Capability.PUBSUB)
	void publishedCardIsSeenByOthers(TestServer server) {
		VCard4 card = card(randomName());

		between(server, (alice, bob) -> {
			alice.publishVcard4(card, AccessModel.OPEN);

			assertThat(alice.publishedVcard4()).contains(card);
			assertThat(bob.publishedVcard4(account(server, "alice"))).contains(card);
			VCard4 next = card.mutate().text(VCardProperty.NOTE, "later").build();
			alice.publishVcard4(next);
			assertThat(bob.publishedVcard4Async(account(server, "alice"))).succeedsWithin(Duration.ofSeconds(10))
				.isEqualTo(Optional.of(next));
		});
	}

	@TestWhere(Capability.PUBSUB)
	void publishedCardIsForThoseWhoSeePresence(TestServer server) {
		between(server, (alice, bob) -> {
			alice.publishVcard4(card("Alice"));

			assertThat(condition(() -> bob.publishedVcard4(account(server, "alice"))))
				.isIn(StanzaErrorCondition.FORBIDDEN, StanzaErrorCondition.NOT_AUTHORIZED);
			assertThat(condition(() -> alice.publishVcard4(card("Alice"), AccessModel.OPEN)))
				.isEqualTo(StanzaErrorCondition.CONFLICT);
		});
	}

	@TestWhere(Capability.VCARD4)
	void cardSetByRequestIsPublished(TestServer server) {
		VCard4 card = card(randomName());

		between(server, (alice, bob) -> {
			alice.publishVcard4(card("Alice"), AccessModel.OPEN);

			alice.setVcard4(card);

			assertThat(alice.vcard4()).contains(card);
			assertThat(bob.vcard4(account(server, "alice"))).contains(card);
			assertThat(bob.publishedVcard4(account(server, "alice"))).contains(card);
			assertThat(bob.vcardTemp(account(server, "alice"))).map(VCardTemp::formattedName)
				.hasValue(card.formattedName());
		});
	}

	@Test
	void requestForNewCardIsAnsweredOrRefused(TestServer server) {
		VCard4 card = card(randomName());

		between(server, (alice, bob) -> {
			if (server.kind().has(Capability.VCARD4)) {
				alice.setVcard4(card);
				assertThat(alice.vcard4()).contains(card);
			}
			else {
				assertThat(condition(() -> alice.setVcard4(card))).isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
				assertThat(condition(alice::vcard4)).isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
			}
		});
	}

	private static VCard4 card(String name) {
		return VCard4.builder()
			.text(VCardProperty.FN, name)
			.add(io.github.xmppspring.payload.vcard4.StructuredName.of("Alice", "Liddell").toProperty())
			.text(VCardProperty.NICKNAME, "Al", "Lisa")
			.add(VCardProperty.text(VCardProperty.EMAIL, "alice@example.com")
				.with(VCardParameter.type("home"), VCardParameter.preference(1)))
			.add(PostalAddress.of("Christ Church", "OX1 1DP", "Oxford", "England").toProperty())
			.add(VCardProperty.of(VCardProperty.PHOTO, VCardValue.data("image/png", PHOTO.data())))
			.add(VCardGroup.of("work", VCardProperty.uri(VCardProperty.TEL, "tel:+44-1865-1")))
			.build();
	}

	private static StanzaErrorCondition condition(ThrowingCallable call) {
		IqErrorException failure = catchThrowableOfType(IqErrorException.class, call);
		assertThat(failure).isNotNull();
		return failure.condition();
	}

	private static String randomName() {
		return "Alice " + Long.toString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
	}

	private static Jid account(TestServer server, String user) {
		return Jid.of(user + "@" + server.domain());
	}

	/**
	 * Runs a test between an account without a card and one that is not in its contact
	 * list.
	 */
	private void between(TestServer server, CardTest test) {
		runner(server, "alice").run((first) -> {
			removeCards(server, first);
			try {
				runner(server, "bob").run((second) -> test.run(first.getBean(VCardOperations.class),
						second.getBean(VCardOperations.class)));
			}
			finally {
				removeCards(server, first);
			}
		});
	}

	private static void removeCards(TestServer server, ApplicationContext context) {
		context.getBean(VCardOperations.class).setVcardTemp(VCardTemp.request());
		if (server.kind().has(Capability.PUBSUB)) {
			PubSubOperations pubsub = context.getBean(PubSubOperations.class);
			pubsub.pep().node(VCard4.NODE).publish("current", VCard4.request());
			pubsub.pep().node(VCard4.NODE).owner().delete();
		}
	}

	private ApplicationContextRunner runner(TestServer server, String user) {
		Path authority = server.certificateAuthority();
		return this.contextRunner.withPropertyValues("xmpp.jid=" + account(server, user),
				"xmpp.password=" + server.password(), "xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(),
				"xmpp.ssl.bundle=chat", "spring.ssl.bundle.pem.chat.truststore.certificate=file:" + authority);
	}

	/**
	 * What happens between two accounts.
	 */
	@FunctionalInterface
	private interface CardTest {

		void run(VCardOperations alice, VCardOperations bob);

	}

}
