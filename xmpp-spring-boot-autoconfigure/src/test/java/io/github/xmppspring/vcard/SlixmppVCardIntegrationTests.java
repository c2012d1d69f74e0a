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
import java.util.List;
import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.PubSubAutoConfiguration;
import io.github.xmppspring.autoconfigure.VCardAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.payload.vcardtemp.EmailAddress;
import io.github.xmppspring.payload.vcardtemp.Picture;
import io.github.xmppspring.payload.vcardtemp.StructuredName;
import io.github.xmppspring.payload.vcardtemp.TempProperty;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.testserver.OnTestServers;
import io.github.xmppspring.testserver.SlixmppPeer;
import io.github.xmppspring.testserver.TestServer;
import io.github.xmppspring.testserver.TestTool;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for vCards that slixmpp writes and reads.
 *
 * @author XMPP for Spring Boot contributors
 */
@OnTestServers(tools = TestTool.SLIXMPP)
class SlixmppVCardIntegrationTests {

	@Test
	void slixmppReadsCard(TestServer server) {
		VCardTemp card = VCardTemp.builder()
			.text(TempProperty.FN, "Carol Liddell")
			.add(StructuredName.of("Carol", "Liddell"))
			.add(EmailAddress.of("carol@example.com", EmailAddress.Type.INTERNET))
			.add(Picture.photo("image/png", new byte[] { 1, 2, 3 }))
			.build();

		withCards(server, (vcards) -> {
			vcards.setVcardTemp(card);

			try (SlixmppPeer peer = SlixmppPeer.connect(server, "bob")) {
				assertThat(peer.vcard("carol@" + server.domain())).containsEntry("name", "Carol Liddell")
					.containsEntry("family", "Liddell")
					.containsEntry("emails", List.of("carol@example.com"))
					.containsEntry("photo", "image/png");
			}
		});
	}

	@Test
	void slixmppWritesCard(TestServer server) {
		withCards(server, (vcards) -> {
			try (SlixmppPeer peer = SlixmppPeer.connect(server, "bob")) {
				peer.setVcard("Bob Builder", "Builder", "bob@example.com", "AQID");
			}

			VCardTemp card = vcards.vcardTemp(Jid.of("bob@" + server.domain())).orElseThrow();
			assertThat(card.formattedName()).isEqualTo("Bob Builder");
			assertThat(card.name()).extracting(StructuredName::family).isEqualTo("Builder");
			assertThat(card.emails()).containsExactly(EmailAddress.of("bob@example.com", EmailAddress.Type.INTERNET));
			assertThat(card.photo()).isEqualTo(Picture.photo("image/png", new byte[] { 1, 2, 3 }));
		});
	}

	private void withCards(TestServer server, Consumer<VCardOperations> test) {
		Path authority = server.certificateAuthority();
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, XmppAutoConfiguration.class,
					PayloadAutoConfiguration.class, IqTemplateAutoConfiguration.class, PubSubAutoConfiguration.class,
					VCardAutoConfiguration.class))
			.withPropertyValues("xmpp.connect-mode=fail-fast", "xmpp.jid=carol@" + server.domain(),
					"xmpp.password=" + server.password(), "xmpp.host=" + server.host(), "xmpp.port=" + server.c2sPort(),
					"xmpp.ssl.bundle=chat", "spring.ssl.bundle.pem.chat.truststore.certificate=file:" + authority)
			.run((context) -> test.accept(context.getBean(VCardOperations.class)));
	}

}
