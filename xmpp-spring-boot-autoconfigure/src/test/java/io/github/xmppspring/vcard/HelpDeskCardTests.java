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

import java.util.Optional;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.pubsub.NodeConfiguration.AccessModel;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HelpDeskCard}.
 *
 * @author XMPP for Spring Boot contributors
 */
class HelpDeskCardTests {

	private static final Element OLD = Element.parse("<vCard xmlns='vcard-temp'><FN>Help desk</FN>"
			+ "<EMAIL><WORK/><USERID>help@example.com</USERID></EMAIL></vCard>");

	private static final Element NEW = Element.parse("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>"
			+ "<kind><text>application</text></kind><fn><text>Help desk</text></fn><email><parameters><type>"
			+ "<text>work</text></type></parameters><text>help@example.com</text></email></vcard>");

	private final VCardOperations vcards = BDDMockito.mock(VCardOperations.class);

	private final HelpDeskCard card = new HelpDeskCard(this.vcards);

	@Test
	void tellsNames() {
		Jid account = Jid.of("juliet@example.com");
		BDDMockito.given(this.vcards.vcardTemp(account)).willReturn(Optional.of(VCardTemp.CODEC.read(OLD)));

		assertThat(this.card.nameOf(account)).hasValue("Help desk");
	}

	@Test
	void showsAndPublishesItself() {
		this.card.show();
		this.card.publish();

		BDDMockito.then(this.vcards).should().setVcardTemp(VCardTemp.CODEC.read(OLD));
		BDDMockito.then(this.vcards).should().publishVcard4(VCard4.CODEC.read(NEW), AccessModel.OPEN);
	}

}
