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

package io.github.xmppspring.disco;

import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Greetings} and {@link MenuOfTheDay}.
 *
 * @author XMPP for Spring Boot contributors
 */
class GreetingsTests {

	private static final Jid JULIET = Jid.of("juliet@example.org/balcony");

	private final DiscoOperations disco = BDDMockito.mock(DiscoOperations.class);

	private final Greetings greetings = new Greetings(this.disco);

	@Test
	void smileysAreForThoseWhoUnderstandThem() {
		BDDMockito.given(this.disco.supports(JULIET, "urn:example:smileys")).willReturn(true);

		assertThat(this.greetings.greetingFor(JULIET)).isEqualTo("Hello :-)");
		assertThat(this.greetings.greetingFor(JULIET.bare())).isEqualTo("Hello");
	}

	@Test
	void chatServicesAreKnownByTheirIdentity() {
		Jid server = Jid.of("example.org");
		Jid rooms = Jid.of("rooms.example.org");
		Jid files = Jid.of("files.example.org");
		BDDMockito.given(this.disco.allItems(server, null, 500))
			.willReturn(List.of(DiscoItems.Item.of(rooms, null), DiscoItems.Item.of(files, null)));
		BDDMockito.given(this.disco.info(rooms))
			.willReturn(DiscoInfo.builder().identity("conference", "text", null).build());
		BDDMockito.given(this.disco.info(files))
			.willReturn(DiscoInfo.builder().identity("store", "file", null).build());

		assertThat(this.greetings.chatServices(server)).containsExactly(rooms);
	}

	@Test
	void serviceThatIsDownIsNoChatService() {
		Jid server = Jid.of("example.org");
		Jid rooms = Jid.of("rooms.example.org");
		BDDMockito.given(this.disco.allItems(server, null, 500)).willReturn(List.of(DiscoItems.Item.of(rooms, null)));
		Iq question = Iq.get(Element.of(DiscoInfo.NAMESPACE, "query")).to(rooms).id("1").build();
		BDDMockito.given(this.disco.info(rooms))
			.willThrow(new IqErrorException(question.error(StanzaErrorCondition.REMOTE_SERVER_TIMEOUT)));

		assertThat(this.greetings.chatServices(server)).isEmpty();
	}

	@Test
	void menuIsANode() {
		MenuOfTheDay menu = new MenuOfTheDay();
		OwnEntity entity = new OwnEntity(DiscoInfo.builder().identity("client", "bot", null).build(), List::of,
				() -> List.of(menu), null);

		assertThat(entity.info().supports("urn:example:menu")).isTrue();
		assertThat(entity.items(new DiscoQuery(null, JULIET, null)).items()).extracting(DiscoItems.Item::node)
			.containsExactly("menu");
		assertThat(entity.info(new DiscoQuery("menu", JULIET, null)).hasIdentity("hierarchy", "leaf")).isTrue();
		assertThat(entity.info(new DiscoQuery("other", JULIET, null))).isNull();
	}

}
