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

import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Shows the menu of a canteen as a node.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::menu[]
@Component
class MenuOfTheDay implements DiscoContributor {

	@Override
	public void contribute(DiscoInfo.Builder info) {
		info.feature("urn:example:menu");
	}

	@Override
	public @Nullable DiscoInfo info(DiscoQuery query) {
		return "menu".equals(query.node()) ? DiscoInfo.builder().identity("hierarchy", "leaf", "Menu").build() : null;
	}

	@Override
	public @Nullable List<DiscoItems.Item> items(DiscoQuery query) {
		return (query.node() == null && query.to() != null)
				? List.of(DiscoItems.Item.of(query.to(), "Menu of the day", "menu")) : null;
	}

}
// end::menu[]
