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
import io.github.xmppspring.payload.vcard4.VCardParameter;
import io.github.xmppspring.payload.vcard4.VCardProperty;
import io.github.xmppspring.payload.vcardtemp.EmailAddress;
import io.github.xmppspring.payload.vcardtemp.TempProperty;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;

import org.springframework.stereotype.Component;

/**
 * The vCard of an application, for the README.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::card[]
@Component
class HelpDeskCard {

	private final VCardOperations vcards;

	HelpDeskCard(VCardOperations vcards) {
		this.vcards = vcards;
	}

	Optional<String> nameOf(Jid account) {
		return this.vcards.vcardTemp(account).map(VCardTemp::formattedName);
	}

	void show() {
		this.vcards.setVcardTemp(VCardTemp.builder()
			.text(TempProperty.FN, "Help desk")
			.add(EmailAddress.of("help@example.com", EmailAddress.Type.WORK))
			.build());
	}

	void publish() {
		VCard4 card = VCard4.builder()
			.text(VCardProperty.KIND, "application")
			.text(VCardProperty.FN, "Help desk")
			.add(VCardProperty.text(VCardProperty.EMAIL, "help@example.com").with(VCardParameter.type("work")))
			.build();
		this.vcards.publishVcard4(card, AccessModel.OPEN);
	}

}
// end::card[]
