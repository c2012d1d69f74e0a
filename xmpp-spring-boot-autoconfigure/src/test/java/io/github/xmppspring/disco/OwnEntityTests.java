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
import java.util.Set;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.caps.VerificationString;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.disco.DiscoItems.Item;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.Presence;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OwnEntity}, its responders and its customizer of presence.
 *
 * @author XMPP for Spring Boot contributors
 */
class OwnEntityTests {

	private static final CapabilitiesFormat FORMAT = new CapabilitiesFormat("http://example.org/bot", "sha-1");

	private static final DiscoInfo BASE = DiscoInfo.builder().identity("client", "bot", null).build();

	private static final Item MUSIC = Item.of(Jid.of("bot@example.org"), "Music", "music");

	@Test
	void infoHasFeaturesInAlphabeticalOrder() {
		OwnEntity entity = entity(null);

		assertThat(ask(entity, null)).isEqualTo(Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#info'><identity category='client' type='bot'/>\
				<feature var='http://jabber.org/protocol/disco#info'/><feature var='urn:example:tickets'/>\
				<feature var='urn:xmpp:ping'/></query>"""));
	}

	@Test
	void contributorsAddToTheInfo() {
		DataForm form = DataForm.builder(DataForm.Type.RESULT, "urn:example:form").text("a", "b").build();
		OwnEntity entity = entity(null, new DiscoContributor() {

			@Override
			public void contribute(DiscoInfo.Builder info) {
				info.identity("gateway", "sms", "Texts").feature("urn:example:more").form(form);
			}

		});

		DiscoInfo info = entity.info();

		assertThat(info.identities()).containsExactly(Identity.of("client", "bot", null),
				Identity.of("gateway", "sms", "Texts"));
		assertThat(info.featureNames()).containsExactly("http://jabber.org/protocol/disco#info", "urn:example:more",
				"urn:example:tickets", "urn:xmpp:ping");
		assertThat(info.forms()).containsExactly(form);
	}

	@Test
	void contributorKnowsNodesAndAddresses() {
		OwnEntity entity = entity(null, new Music());

		assertThat(ask(entity, "music")).isEqualTo(Element.parse("""
				<query xmlns='http://jabber.org/protocol/disco#info' node='music'>\
				<identity category='hierarchy' type='leaf'/></query>"""));
		assertThat(entity.info(new DiscoQuery(null, Jid.of("other.example.org"), null)))
			.isEqualTo(DiscoInfo.builder().identity("component", "generic", null).build());
	}

	@Test
	void unknownNodeIsItemNotFound() {
		Iq info = Iq.get(DiscoInfo.CODEC.write(DiscoInfo.request("other"))).id("1").build();
		Iq items = Iq.get(DiscoItems.CODEC.write(DiscoItems.request("other"))).id("1").build();

		assertThat(new DiscoInfoResponder(entity(FORMAT, new Music())).exchange(info).toCompletableFuture())
			.isCompletedWithValue(info.error(StanzaErrorCondition.ITEM_NOT_FOUND));
		assertThat(new DiscoItemsResponder(entity(FORMAT, new Music())).exchange(items).toCompletableFuture())
			.isCompletedWithValue(items.error(StanzaErrorCondition.ITEM_NOT_FOUND));
	}

	@Test
	void emptyNodeIsTheEntityItself() {
		assertThat(ask(entity(null), "").attribute("node")).isNull();
	}

	@Test
	void thereAreNoItemsUnlessContributed() {
		Iq request = Iq.get(DiscoItems.CODEC.write(DiscoItems.request(null))).id("1").build();

		assertThat(new DiscoItemsResponder(entity(null)).exchange(request).toCompletableFuture())
			.isCompletedWithValue(request.result(Element.of(DiscoItems.NAMESPACE, "query")));
	}

	@Test
	void itemsOfAllContributorsAreListed() {
		Item speech = Item.of(Jid.of("bot@example.org"), "Speech", "speech");
		OwnEntity entity = entity(null, new Music(), new DiscoContributor() {

			@Override
			public List<Item> items(DiscoQuery query) {
				return List.of(speech);
			}

		});

		assertThat(entity.items(new DiscoQuery(null, null, null)))
			.isEqualTo(DiscoItems.of(null, List.of(MUSIC, speech)));
	}

	@Test
	void nodeWithoutItemsHasNone() {
		assertThat(entity(null, new Music()).items(new DiscoQuery("music", null, null)))
			.isEqualTo(DiscoItems.of("music", List.of()));
	}

	@Test
	void capabilitiesAreTheHashOfTheInfoAndItsNodeGivesIt() {
		OwnEntity entity = entity(FORMAT);

		EntityCapabilities capabilities = entity.capabilities();

		assertThat(capabilities).isNotNull();
		assertThat(capabilities.hash()).isEqualTo("sha-1");
		assertThat(VerificationString.verify(entity.info(), capabilities)).isTrue();
		assertThat(entity.info().supports(EntityCapabilities.NAMESPACE)).isTrue();
		assertThat(entity.info(new DiscoQuery(capabilities.infoNode(), null, null)))
			.isEqualTo(entity.info().withNode(capabilities.infoNode()));
		assertThat(entity.info(new DiscoQuery("http://example.org/bot#other", null, null))).isNull();
	}

	@Test
	void capabilitiesAreAnnouncedInPresence() {
		OwnEntity entity = entity(FORMAT);
		Presence presence = Presence.available().build();

		Presence customized = new CapabilitiesPresenceCustomizer(entity).customize(presence);

		assertThat(customized.extensions()).containsExactly(EntityCapabilities.CODEC.write(entity.capabilities()));
	}

	@Test
	void ownAnnouncementOfTheApplicationStays() {
		Presence presence = Presence.available()
			.extension(EntityCapabilities.CODEC.write(EntityCapabilities.of("sha-1", "n", "v")))
			.build();

		assertThat(new CapabilitiesPresenceCustomizer(entity(FORMAT)).customize(presence)).isEqualTo(presence);
		assertThat(
				new CapabilitiesPresenceCustomizer(entity(null)).customize(Presence.available().build()).extensions())
			.isEmpty();
	}

	@Test
	void contributorMayTakeItsTime() {
		assertThat(new DiscoInfoResponder(entity(null)).isNonBlocking()).isTrue();
		assertThat(new DiscoInfoResponder(entity(null, new Music())).isNonBlocking()).isFalse();
	}

	@Test
	void entityMustBeSomething() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new OwnEntity(DiscoInfo.request(null), Set::of, List::of, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new CapabilitiesFormat("n", "none"));
		assertThatIllegalArgumentException().isThrownBy(() -> new CapabilitiesFormat("", "sha-1"));
	}

	private static OwnEntity entity(@Nullable CapabilitiesFormat format, DiscoContributor... contributors) {
		return new OwnEntity(BASE, () -> Set.of("urn:xmpp:ping", "urn:example:tickets"), () -> List.of(contributors),
				format);
	}

	private static Element ask(OwnEntity entity, @Nullable String node) {
		Iq request = Iq.get(DiscoInfo.CODEC.write(DiscoInfo.request(node))).id("1").build();
		return new DiscoInfoResponder(entity).exchange(request).toCompletableFuture().join().payload();
	}

	private static final class Music implements DiscoContributor {

		@Override
		public @Nullable DiscoInfo info(DiscoQuery query) {
			if ("music".equals(query.node())) {
				return DiscoInfo.builder().identity("hierarchy", "leaf", null).build();
			}
			return Jid.of("other.example.org").equals(query.to())
					? DiscoInfo.builder().identity("component", "generic", null).build() : null;
		}

		@Override
		public @Nullable List<Item> items(DiscoQuery query) {
			return (query.node() == null) ? List.of(MUSIC) : null;
		}

	}

}
