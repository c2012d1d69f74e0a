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
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.DiscoAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SlixmppPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestTool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

/**
 * Integration tests for service discovery and entity capabilities between slixmpp and
 * this project.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(tools = TestTool.SLIXMPP)
class SlixmppDiscoIntegrationTests {

	private static final String NAME = "\u5c0f\u660e & \u2665";

	private static final String FEATURE = "urn:example:desk";

	private static final String FORM = "urn:example:hours";

	private static final String NODE = "menu & more";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
				PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class,
				MessagingAutoConfiguration.class, DiscoAutoConfiguration.class))
		.withPropertyValues("xmpp.connect-mode=fail-fast");

	@Test
	void slixmppReadsWhatThisEntitySaysOfItself(TestServer server) {
		describedRunner(server).run((context) -> {
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, "bob")) {
				String jid = jid(context).toString();
				Map<String, Object> info = slixmpp.disco().info(jid, null);

				assertThat(info).extractingByKey("identities", LIST)
					.containsExactlyInAnyOrder(identity("client", "bot", "de", NAME),
							identity("client", "bot", "en", "Desk"),
							identity("automation", "command-node", "", "Commands"));
				assertThat(info).extractingByKey("features", LIST)
					.contains(FEATURE, DiscoInfo.NAMESPACE, DiscoItems.NAMESPACE, "urn:xmpp:ping");
				assertThat(info).extractingByKey("forms", LIST)
					.containsExactly(Map.of("FORM_TYPE", List.of(FORM), "days", List.of("Mon", "Tue"), "note", NAME));
				assertThat(slixmpp.disco().supports(jid, FEATURE)).isTrue();
				assertThat(slixmpp.disco().supports(jid, "urn:example:other")).isFalse();
			}
		});
	}

	@Test
	void slixmppReadsWhatBelongsToThisEntityAndItsNodes(TestServer server) {
		describedRunner(server).run((context) -> {
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, "bob")) {
				String jid = jid(context).toString();
				Map<String, Object> nodeInfo = slixmpp.disco().info(jid, NODE);

				assertThat(slixmpp.disco().items(jid, null))
					.containsExactlyInAnyOrder(item("desk@example.org", NODE, NAME), item("example.org", "", ""));
				assertThat(nodeInfo).contains(entry("node", NODE),
						entry("identities", List.of(identity("hierarchy", "leaf", "", "Menu"))),
						entry("features", List.of(FEATURE)));
				assertThatIllegalStateException().isThrownBy(() -> slixmpp.disco().info(jid, "other"))
					.withMessageEndingWith(": item-not-found");
				assertThatIllegalStateException().isThrownBy(() -> slixmpp.disco().items(jid, "other"))
					.withMessageEndingWith(": item-not-found");
			}
		});
	}

	@Test
	void whatSlixmppSaysOfItselfIsRead(TestServer server) {
		runner(server).run((context) -> {
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, "bob")) {
				slixmpp.disco().describe(null, description());
				slixmpp.disco()
					.describe(NODE, Map.of("identities", List.of(identity("hierarchy", "leaf", null, "Menu")),
							"features", List.of(FEATURE)));
				DiscoOperations disco = context.getBean(DiscoOperations.class);
				Jid peer = Jid.of(slixmpp.jid());

				assertThatDescribed(disco.info(peer));
				assertThat(disco.supports(peer, FEATURE)).isTrue();
				assertThat(disco.supports(peer, "urn:example:other")).isFalse();
				assertThat(disco.items(peer).items()).containsExactlyInAnyOrder(
						DiscoItems.Item.of(Jid.of("desk@example.org"), NAME, NODE),
						DiscoItems.Item.of(Jid.of("example.org"), null));
				assertThat(disco.allItems(peer, null, 10)).hasSize(2);
				assertThat(disco.info(peer, NODE)).isEqualTo(
						DiscoInfo.builder().node(NODE).identity("hierarchy", "leaf", "Menu").feature(FEATURE).build());
				assertThatExceptionOfType(IqErrorException.class).isThrownBy(() -> disco.info(peer, "other"))
					.satisfies((ex) -> assertThat(ex.condition()).isEqualTo(StanzaErrorCondition.ITEM_NOT_FOUND));
			}
		});
	}

	@Test
	void slixmppVerifiesTheCapabilitiesOfThisEntity(TestServer server) {
		describedRunner(server).withPropertyValues("xmpp.presence.initial.enabled=true").run((context) -> {
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, "alice")) {
				slixmpp.disco().announce();
				EntityCapabilities capabilities = context.getBean(OwnEntity.class).capabilities();

				assertThat(capabilities).isNotNull();
				await().untilAsserted(() -> assertThat(slixmpp.disco().announced(jid(context).toString())).isNotNull()
					.contains(entry("ver", capabilities.ver()), entry("node", capabilities.infoNode()))
					.extractingByKey("features", LIST)
					.contains(FEATURE));
			}
		});
	}

	@Test
	void capabilitiesOfSlixmppAreVerified(TestServer server) {
		runner(server).withPropertyValues("xmpp.presence.initial.enabled=true").run((context) -> {
			try (SlixmppPeer slixmpp = SlixmppPeer.connect(server, "alice")) {
				slixmpp.disco().describe(null, description());
				DiscoTemplate disco = context.getBean(DiscoTemplate.class);
				Map<String, Object> announced = slixmpp.disco().announce();
				String node = announced.get("node") + "#" + announced.get("ver");
				Jid peer = Jid.of(slixmpp.jid());

				await().untilAsserted(() -> {
					disco.forget(peer);
					assertThatDescribed(disco.info(peer));
					assertThat(slixmpp.disco().asked()).endsWith(node);
				});
				List<String> asked = slixmpp.disco().asked();
				disco.forget(peer);

				assertThatDescribed(disco.info(peer));
				assertThat(slixmpp.disco().asked()).isEqualTo(asked);
			}
		});
	}

	private static void assertThatDescribed(DiscoInfo info) {
		assertThat(info.node()).isNull();
		assertThat(info.identities()).containsExactlyInAnyOrder(Identity.of("client", "pc", NAME, "de"),
				Identity.of("gateway", "sms", "Texts"));
		assertThat(info.featureNames()).contains(FEATURE, DiscoInfo.NAMESPACE, EntityCapabilities.NAMESPACE,
				"jabber:iq:version");
		assertThat(info.forms()).singleElement().satisfies((form) -> {
			assertThat(form.type()).isEqualTo(DataForm.Type.RESULT);
			assertThat(form.formType()).isEqualTo(FORM);
			assertThat(form.texts("days")).containsExactly("Mon", "Tue");
			assertThat(form.text("note")).isEqualTo(NAME);
		});
	}

	private static Map<String, Object> description() {
		return Map.of("identities",
				List.of(identity("client", "pc", "de", NAME), identity("gateway", "sms", null, "Texts")), "features",
				List.of(FEATURE), "form", Map.of("FORM_TYPE", FORM, "days", List.of("Mon", "Tue"), "note", NAME),
				"items", List.of(item("desk@example.org", NODE, NAME), item("example.org", "", "")));
	}

	private static Map<String, Object> identity(String category, String type, @Nullable String language, String name) {
		return Map.of("category", category, "type", type, "language", (language != null) ? language : "", "name", name);
	}

	private static Map<String, Object> item(String jid, String node, String name) {
		return Map.of("jid", jid, "node", node, "name", name);
	}

	private static Jid jid(ApplicationContext context) {
		return context.getBean(XmppConnection.class).status().stream().jid();
	}

	private ApplicationContextRunner describedRunner(TestServer server) {
		return runner(server).withBean(Contributor.class)
			.withPropertyValues("xmpp.disco.identities[0].category=client", "xmpp.disco.identities[0].type=bot",
					"xmpp.disco.identities[0].name=" + NAME, "xmpp.disco.identities[0].language=de",
					"xmpp.disco.identities[1].category=client", "xmpp.disco.identities[1].type=bot",
					"xmpp.disco.identities[1].name=Desk", "xmpp.disco.identities[1].language=en",
					"xmpp.disco.features=" + FEATURE, "xmpp.disco.forms[0].type=" + FORM,
					"xmpp.disco.forms[0].fields.days=Mon,Tue", "xmpp.disco.forms[0].fields.note=" + NAME);
	}

	private ApplicationContextRunner runner(TestServer server) {
		return this.contextRunner.withPropertyValues("xmpp.jid=alice@" + server.domain(),
				"xmpp.password=" + server.password(), "xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(),
				"xmpp.ssl.bundle=chat",
				"spring.ssl.bundle.pem.chat.truststore.certificate=file:" + server.certificateAuthority());
	}

	static final class Contributor implements DiscoContributor {

		@Override
		public void contribute(DiscoInfo.Builder info) {
			info.identity("automation", "command-node", "Commands");
		}

		@Override
		public @Nullable DiscoInfo info(DiscoQuery query) {
			return NODE.equals(query.node())
					? DiscoInfo.builder().identity("hierarchy", "leaf", "Menu").feature(FEATURE).build() : null;
		}

		@Override
		public @Nullable List<DiscoItems.Item> items(DiscoQuery query) {
			return (query.node() == null) ? List.of(DiscoItems.Item.of(Jid.of("desk@example.org"), NAME, NODE),
					DiscoItems.Item.of(Jid.of("example.org"), null)) : null;
		}

	}

}
