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

package io.github.xmppspring.pubsub;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.xmppspring.disco.DiscoContributor;
import io.github.xmppspring.payload.disco.DiscoInfo;

import org.springframework.util.Assert;

/**
 * The nodes of contacts whose events are wanted without a subscription: features that
 * entity capabilities announce in presence (XEP-0163, 4). Any number of beans may say so.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PepInterest implements DiscoContributor {

	private static final String SUFFIX = "+notify";

	private final Set<String> nodes;

	private PepInterest(Collection<String> nodes) {
		Assert.noNullElements(nodes, "'nodes' must not contain null");
		nodes.forEach((node) -> Assert.hasText(node, "'nodes' must not contain an empty name"));
		this.nodes = new LinkedHashSet<>(nodes);
	}

	/**
	 * Interest in nodes.
	 * @param nodes the names of the nodes
	 * @return the interest
	 */
	public static PepInterest of(String... nodes) {
		return new PepInterest(List.of(nodes));
	}

	/**
	 * Interest in nodes.
	 * @param nodes the names of the nodes
	 * @return the interest
	 */
	public static PepInterest of(Collection<String> nodes) {
		return new PepInterest(nodes);
	}

	@Override
	public void contribute(DiscoInfo.Builder info) {
		this.nodes.forEach((node) -> info.feature(node + SUFFIX));
	}

}
