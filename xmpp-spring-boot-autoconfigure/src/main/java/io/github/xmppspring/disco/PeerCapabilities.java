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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.caps.EntityCapabilities;
import io.github.xmppspring.payload.caps.VerificationString;
import io.github.xmppspring.payload.disco.DiscoInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * What peers announced of themselves (XEP-0115), and what it stands for where that is
 * certain.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PeerCapabilities {

	private static final int MAX_LENGTH = 1024;

	// Many applications hear of no peers
	private final SingletonSupplier<Cache<Jid, EntityCapabilities>> announced;

	private final SingletonSupplier<Cache<Hash, DiscoInfo>> verified;

	PeerCapabilities(DiscoCacheSettings settings) {
		this.announced = SingletonSupplier.of(() -> cache(settings.maxPeers()));
		this.verified = SingletonSupplier.of(() -> cache(settings.maxVerified()));
	}

	private static <K, V> Cache<K, V> cache(int maxSize) {
		return Caffeine.newBuilder().maximumSize(maxSize).executor(Runnable::run).build();
	}

	/**
	 * Remembers what a peer announced.
	 * @param peer the peer
	 * @param capabilities what it announced, or {@code null} for nothing, as what is far
	 * too long is taken
	 * @return whether that is something else than before
	 */
	boolean announce(Jid peer, @Nullable EntityCapabilities capabilities) {
		EntityCapabilities now = (capabilities != null) ? limit(capabilities) : null;
		EntityCapabilities before = (now != null) ? this.announced.obtain().asMap().put(peer, now)
				: this.announced.obtain().asMap().remove(peer);
		return (now != null) ? !now.equals(before) : before != null;
	}

	// Anyone can announce anything to be kept
	private static @Nullable EntityCapabilities limit(EntityCapabilities capabilities) {
		String all = capabilities.infoNode() + capabilities.hash() + capabilities.ext();
		return (all.length() <= MAX_LENGTH) ? new EntityCapabilities(capabilities.hash(), capabilities.node(),
				capabilities.ver(), capabilities.ext(), Extensions.NONE) : null;
	}

	/**
	 * What a peer announced.
	 * @param peer the peer
	 * @return the hash of the information on it, or {@code null} if it announced none
	 */
	@Nullable EntityCapabilities announcedBy(Jid peer) {
		EntityCapabilities capabilities = this.announced.obtain().getIfPresent(peer);
		return (capabilities != null && !capabilities.isLegacy()) ? capabilities : null;
	}

	/**
	 * The information that capabilities stand for.
	 * @param capabilities the capabilities
	 * @return the information, or {@code null} if it has not been verified yet
	 */
	@Nullable DiscoInfo find(EntityCapabilities capabilities) {
		return this.verified.obtain().getIfPresent(Hash.of(capabilities));
	}

	/**
	 * Remembers for all peers what capabilities stand for, if that is true.
	 * @param capabilities the capabilities
	 * @param info the information that one of the peers gave
	 */
	void verify(EntityCapabilities capabilities, DiscoInfo info) {
		if (VerificationString.verify(info, capabilities)) {
			this.verified.obtain().put(Hash.of(capabilities), VerificationString.covered(info).withNode(null));
		}
	}

	void forget(Jid peer) {
		this.announced.obtain().invalidate(peer);
	}

	void forgetPeers() {
		this.announced.obtain().invalidateAll();
	}

	/**
	 * The same hash stands for the same information, whatever the software is called.
	 */
	private record Hash(String algorithm, String value) {

		static Hash of(EntityCapabilities capabilities) {
			return new Hash(String.valueOf(capabilities.hash()), capabilities.ver());
		}

	}

}
