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

package io.github.xmppspring.handler.builtin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.github.xmppspring.handler.IqMapping;
import io.github.xmppspring.handler.IqResponder;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * Answers what this entity is and what it can do (XEP-0030, 3). It has no nodes.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class DiscoInfoResponder implements IqResponder {

	private final List<Identity> identities;

	private final Supplier<? extends Collection<String>> features;

	/**
	 * Creates the responder.
	 * @param identities what this entity is, at least one
	 * @param features what it can do, asked for at each request
	 */
	public DiscoInfoResponder(List<Identity> identities, Supplier<? extends Collection<String>> features) {
		Assert.notEmpty(identities, "'identities' must not be empty");
		Assert.notNull(features, "'features' must not be null");
		this.identities = List.copyOf(identities);
		this.features = features;
	}

	@Override
	public CompletionStage<Iq> exchange(Iq request) {
		Element query = request.payload();
		String node = (query != null) ? query.attribute("node") : null;
		return CompletableFuture.completedFuture((node == null || node.isEmpty()) ? request.result(info())
				: request.error(StanzaErrorCondition.ITEM_NOT_FOUND));
	}

	private Element info() {
		Set<String> features = new HashSet<>(this.features.get());
		features.add(DiscoInfo.NAME.getNamespaceURI());
		return DiscoInfo.CODEC.write(new DiscoInfo(null, this.identities, features, List.of()));
	}

	@Override
	public Set<IqMapping> mappings() {
		return Set.of(IqMapping.get(DiscoInfo.NAME));
	}

	@Override
	public boolean isNonBlocking() {
		return true;
	}

	@Override
	public boolean isFallback() {
		return true;
	}

}
