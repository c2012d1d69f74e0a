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

import io.github.xmppspring.disco.CapabilitiesFormat;
import io.github.xmppspring.disco.DiscoCacheSettings;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo;
import org.jspecify.annotations.Nullable;

/**
 * Makes settings of the properties of service discovery.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DiscoPropertiesMapper {

	private final DiscoProperties properties;

	DiscoPropertiesMapper(DiscoProperties properties) {
		this.properties = properties;
	}

	DiscoInfo info(DiscoInfo.Identity fallback) {
		DiscoInfo.Builder info = DiscoInfo.builder();
		List<DiscoProperties.Identity> identities = this.properties.getIdentities();
		for (int i = 0; i < identities.size(); i++) {
			info.identity(identity("xmpp.disco.identities[%d]".formatted(i), identities.get(i)));
		}
		if (identities.isEmpty()) {
			info.identity(fallback);
		}
		List<String> features = this.properties.getFeatures();
		for (int i = 0; i < features.size(); i++) {
			info.feature(PropertyChecks.hasText("xmpp.disco.features[%d]".formatted(i), features.get(i)));
		}
		List<DiscoProperties.Form> forms = this.properties.getForms();
		for (int i = 0; i < forms.size(); i++) {
			info.form(form("xmpp.disco.forms[%d]".formatted(i), forms.get(i)));
		}
		return info.build();
	}

	private static DiscoInfo.Identity identity(String name, DiscoProperties.Identity identity) {
		return DiscoInfo.Identity.of(PropertyChecks.hasText(name + ".category", identity.getCategory()),
				PropertyChecks.hasText(name + ".type", identity.getType()), identity.getName(), identity.getLanguage());
	}

	private static DataForm form(String name, DiscoProperties.Form form) {
		DataForm.Builder result = DataForm.builder(DataForm.Type.RESULT,
				PropertyChecks.hasText(name + ".type", form.getType()));
		form.getFields().forEach(result::texts);
		return result.build();
	}

	@Nullable CapabilitiesFormat capabilities() {
		DiscoProperties.Capabilities capabilities = this.properties.getCapabilities();
		if (!capabilities.isEnabled()) {
			return null;
		}
		PropertyChecks.require(CapabilitiesFormat.isKnown(capabilities.getHash()), "xmpp.disco.capabilities.hash",
				capabilities.getHash(), "There is no such hash algorithm",
				"Set 'xmpp.disco.capabilities.hash' to 'sha-1', which everyone knows, or 'sha-256'.");
		return new CapabilitiesFormat(PropertyChecks.hasText("xmpp.disco.capabilities.node", capabilities.getNode()),
				capabilities.getHash());
	}

	DiscoCacheSettings cache() {
		DiscoProperties.Cache cache = this.properties.getCache();
		return new DiscoCacheSettings(PropertyChecks.notNegative("xmpp.disco.cache.max-size", cache.getMaxSize()),
				PropertyChecks.positive("xmpp.disco.cache.time-to-live", cache.getTimeToLive()),
				PropertyChecks.notNegative("xmpp.disco.cache.max-peers", cache.getMaxPeers()),
				PropertyChecks.notNegative("xmpp.disco.cache.max-verified", cache.getMaxVerified()));
	}

}
