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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.context.XmppConnectionStateChangedEvent;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.IqHandlerMapping;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.messaging.StanzaOperations;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.roster.InMemoryRosterStore;
import io.github.xmppspring.roster.RosterCache;
import io.github.xmppspring.roster.RosterOperations;
import io.github.xmppspring.roster.RosterPushResponder;
import io.github.xmppspring.roster.RosterStore;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqOperations;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RosterAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class RosterAutoConfigurationTests {

	private static final Item ROMEO = Item.of(Jid.of("romeo@example.org"), "Romeo");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
				IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class, MessagingAutoConfiguration.class,
				RosterAutoConfiguration.class))
		.withPropertyValues("xmpp.jid=bot@example.org")
		.withBean(XmppConnection.class, TestXmppConnection::new);

	@Test
	void takesPushesOfTheOwnAccount() {
		this.contextRunner.run((context) -> {
			assertThat(push(context, null).type()).isEqualTo(IqType.RESULT);
			assertThat(push(context, "bot@example.org").type()).isEqualTo(IqType.RESULT);
			assertThat(push(context, "bot@example.org/r").error().condition())
				.isEqualTo(StanzaErrorCondition.SERVICE_UNAVAILABLE);
			assertThat(context.getBean(RosterOperations.class).contacts()).containsExactly(ROMEO);
			assertThat(context.getBean(IqHandlerMapping.class).namespaces()).contains("jabber:iq:roster");
		});
	}

	@Test
	void malformedPushIsBadRequest() {
		this.contextRunner.run((context) -> {
			Iq push = Iq.set().query("jabber:iq:roster").id("p1").build();
			assertThat(exchange(context, push).error().condition()).isEqualTo(StanzaErrorCondition.BAD_REQUEST);
		});
	}

	@Test
	void handlerOfApplicationTakesPushesInstead() {
		this.contextRunner.withBean(OwnHandler.class).run((context) -> {
			assertThat(push(context, null).type()).isEqualTo(IqType.RESULT);
			assertThat(context.getBean(OwnHandler.class).item).isEqualTo(ROMEO);
			assertThat(context.getBean(RosterOperations.class).contacts()).isEmpty();
		});
	}

	@Test
	void componentHasNoContactList() {
		this.contextRunner
			.withPropertyValues("xmpp.mode=component", "xmpp.jid=desk.example.org", "xmpp.password=secret")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RosterOperations.class)
				.doesNotHaveBean(RosterPushResponder.class)
				.doesNotHaveBean(RosterStore.class));
	}

	@Test
	void operationsOfATestNeedNoConnection() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RosterAutoConfiguration.class))
			.withBean(XmppConnectionDetails.class, () -> BDDMockito.mock(XmppConnectionDetails.class))
			.withBean(IqOperations.class, () -> BDDMockito.mock(IqOperations.class))
			.withBean(StanzaOperations.class, () -> BDDMockito.mock(StanzaOperations.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RosterOperations.class));
	}

	@Test
	void ownOperationsBringNoThreads() {
		this.contextRunner.withBean(IqOperations.class, () -> BDDMockito.mock(IqOperations.class))
			.withBean(StanzaOperations.class, () -> BDDMockito.mock(StanzaOperations.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RosterOperations.class));
	}

	@Test
	void withoutConnectionThereIsNone() {
		this.contextRunner.withPropertyValues("xmpp.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RosterOperations.class));
	}

	@Test
	void storeBacksOff() {
		RosterStore own = new InMemoryRosterStore();
		own.replace(Jid.of("bot@example.org"), Roster.of(ROMEO));

		this.contextRunner.withBean("own", RosterStore.class, () -> own).run((context) -> {
			assertThat(context).getBean(RosterStore.class).isSameAs(own);
			assertThat(context.getBean(RosterOperations.class).contacts()).containsExactly(ROMEO);
		});
	}

	@Test
	void operationsBackOff() {
		RosterOperations own = BDDMockito.mock(RosterOperations.class);

		this.contextRunner.withBean("own", RosterOperations.class, () -> own)
			.run((context) -> assertThat(context).getBean(RosterOperations.class).isSameAs(own));
	}

	@Test
	void cacheAndResponderBackOff() {
		RosterCache cache = new RosterCache(new InMemoryRosterStore(), () -> {
			throw new IllegalStateException();
		}, (event) -> {
		}, Runnable::run);

		this.contextRunner.withBean("own", RosterCache.class, () -> cache)
			.withBean("ownResponder", RosterPushResponder.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(RosterCache.class)
				.hasSingleBean(RosterPushResponder.class));
	}

	@Test
	void contactsAreNotLoadedUnasked() {
		this.contextRunner.withBean(RosterOperations.class, RosterAutoConfigurationTests::loading).run((context) -> {
			becomeOnline(context);
			BDDMockito.then(context.getBean(RosterOperations.class)).shouldHaveNoInteractions();
		});
	}

	@Test
	void contactsAreLoadedInEachSessionIfAskedFor() {
		this.contextRunner.withPropertyValues("xmpp.roster.load-on-connect=true")
			.withBean(RosterOperations.class, RosterAutoConfigurationTests::loading)
			.run((context) -> {
				becomeOnline(context);
				becomeOnline(context);
				BDDMockito.then(context.getBean(RosterOperations.class)).should(BDDMockito.times(2)).getAsync();
			});
	}

	@Test
	void loadingMayFail() {
		RosterOperations failing = BDDMockito.mock(RosterOperations.class);
		BDDMockito.given(failing.getAsync())
			.willReturn(CompletableFuture.failedFuture(new IllegalStateException("no")));

		this.contextRunner.withPropertyValues("xmpp.roster.load-on-connect=true")
			.withBean(RosterOperations.class, () -> failing)
			.run(RosterAutoConfigurationTests::becomeOnline);

		BDDMockito.then(failing).should().getAsync();
	}

	private static RosterOperations loading() {
		RosterOperations operations = BDDMockito.mock(RosterOperations.class);
		BDDMockito.given(operations.getAsync()).willReturn(new CompletableFuture<>());
		return operations;
	}

	private static void becomeOnline(ApplicationContext context) {
		context.publishEvent(new XmppConnectionStateChangedEvent(context.getBean(XmppConnection.class),
				TestXmppConnection.status(ConnectionState.NEGOTIATING),
				TestXmppConnection.status(ConnectionState.ONLINE)));
	}

	private static Iq push(ApplicationContext context, String from) {
		Iq.Builder push = Iq.set(Roster.CODEC.write(Roster.of(ROMEO))).id("p1");
		return exchange(context, ((from != null) ? push.from(from) : push).build());
	}

	private static Iq exchange(ApplicationContext context, Iq request) {
		CompletionStage<Iq> reply = context.getBean(IqDispatcher.class).exchange(request);
		return reply.toCompletableFuture().join();
	}

	static class OwnHandler {

		private Item item;

		@IqHandler(namespace = "jabber:iq:roster", name = "query", type = IqType.SET)
		void changed(Roster push) {
			this.item = push.items().get(0);
		}

	}

}
