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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.caps.VerificationString;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoItems;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What this entity says of itself: to those who ask (XEP-0030) and in its presence
 * (XEP-0115). Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class OwnEntity {

	private final DiscoInfo base;

	private final Supplier<? extends Collection<String>> features;

	private final Supplier<List<DiscoContributor>> contributors;

	private final @Nullable CapabilitiesFormat format;

	/**
	 * Creates the entity.
	 * @param base what it always says of itself: at least one identity
	 * @param features what it understands besides, asked for each time
	 * @param contributors what adds to all this, asked for each time
	 * @param format how the capabilities are announced, or {@code null} if they are not
	 */
	public OwnEntity(DiscoInfo base, Supplier<? extends Collection<String>> features,
			Supplier<List<DiscoContributor>> contributors, @Nullable CapabilitiesFormat format) {
		Assert.notEmpty(base.identities(), "'base' must have an identity");
		Assert.notNull(features, "'features' must not be null");
		Assert.notNull(contributors, "'contributors' must not be null");
		this.base = base;
		this.features = features;
		this.contributors = contributors;
		this.format = format;
	}

	/**
	 * What the entity says of itself.
	 * @return the information, features in alphabetical order
	 */
	public DiscoInfo info() {
		DiscoInfo.Builder info = DiscoInfo.builder();
		this.base.identities().forEach(info::identity);
		this.base.forms().forEach(info::form);
		info.features(this.base.featureNames()).features(this.features.get()).feature(DiscoInfo.NAMESPACE);
		if (this.format != null) {
			info.feature(EntityCapabilities.NAMESPACE);
		}
		this.contributors.get().forEach((contributor) -> contributor.contribute(info));
		DiscoInfo collected = info.build();
		DiscoInfo.Builder sorted = DiscoInfo.builder().features(new TreeSet<>(collected.featureNames()));
		collected.identities().forEach(sorted::identity);
		collected.forms().forEach(sorted::form);
		return sorted.build();
	}

	/**
	 * What the entity says of itself in its presence.
	 * @return the capabilities, or {@code null} if they are not announced
	 */
	public @Nullable EntityCapabilities capabilities() {
		return (this.format != null) ? capabilities(this.format) : null;
	}

	private EntityCapabilities capabilities(CapabilitiesFormat format) {
		String hash = VerificationString.of(info()).hash(format.hash());
		Assert.state(hash != null, () -> "There is no hash algorithm '" + format.hash() + "'");
		return EntityCapabilities.of(format.hash(), format.node(), hash);
	}

	/**
	 * Answers a question.
	 * @param query the question
	 * @return the information, or {@code null} if there is no such node
	 */
	public @Nullable DiscoInfo info(DiscoQuery query) {
		String node = query.node();
		for (DiscoContributor contributor : this.contributors.get()) {
			DiscoInfo info = contributor.info(query);
			if (info != null) {
				return info.withNode(node);
			}
		}
		return (node == null || isCapabilities(node)) ? info().withNode(node) : null;
	}

	private boolean isCapabilities(String node) {
		return this.format != null && node.startsWith(this.format.node() + "#")
				&& node.equals(capabilities(this.format).infoNode());
	}

	/**
	 * Answers a question.
	 * @param query the question
	 * @return the items, or {@code null} if there is no such node
	 */
	public @Nullable DiscoItems items(DiscoQuery query) {
		List<List<DiscoItems.Item>> found = this.contributors.get()
			.stream()
			.map((contributor) -> contributor.items(query))
			.filter(Objects::nonNull)
			.toList();
		if (found.isEmpty() && info(query) == null) {
			return null;
		}
		List<DiscoItems.Item> items = new ArrayList<>();
		found.forEach(items::addAll);
		return DiscoItems.of(query.node(), items);
	}

	/**
	 * Whether answers take no time, so that an event loop may ask for them.
	 * @return whether there is no contributor
	 */
	boolean isNonBlocking() {
		return this.contributors.get().isEmpty();
	}

}
