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

import java.util.List;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.pubsub.PubSubNotification;
import io.github.xmppspring.payload.pubsub.PubSubOwner;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.rsm.ResultSet;
import io.github.xmppspring.payload.stanza.StanzaCodecs;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.vcard4.VCards;
import io.github.xmppspring.payload.vcardtemp.VCardTemp;
import io.github.xmppspring.payload.vcardtemp.VCardUpdate;
import io.github.xmppspring.payload.version.SoftwareVersion;

/**
 * The payloads that are built in.
 *
 * @author XMPP for Spring Boot contributors
 */
final class BuiltinPayloads {

	// One family a line
	static final List<PayloadCodec<?>> CODECS = List.of(
	// @formatter:off
			// RFC 6120; XEP-0297
			StanzaCodecs.IQ, StanzaCodecs.MESSAGE, StanzaCodecs.PRESENCE,
			Ping.CODEC,
			SoftwareVersion.CODEC,
			DiscoInfo.CODEC, DiscoItems.CODEC,
			EntityCapabilities.CODEC,
			// XEP-0004, XEP-0059
			DataForm.CODEC, ResultSet.CODEC,
			// XEP-0060
			PubSub.CODEC, PubSubOwner.CODEC, PubSubNotification.CODEC,
			Roster.CODEC,
			// XEP-0054, XEP-0153, XEP-0292
			VCardTemp.CODEC, VCardUpdate.CODEC,
			VCard4.CODEC, VCards.CODEC
			// @formatter:on
	);

	private BuiltinPayloads() {
	}

}
