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

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.disco.DiscoInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * What entities and their nodes said of themselves, and the questions under way. Failures
 * are not kept.
 *
 * @author XMPP for Spring Boot contributors
 */
final class InfoCache {

	// Many applications never ask
	private final SingletonSupplier<AsyncCache<Key, DiscoInfo>> answers;

	InfoCache(DiscoCacheSettings settings) {
		this.answers = SingletonSupplier.of(() -> cache(settings));
	}

	private static AsyncCache<Key, DiscoInfo> cache(DiscoCacheSettings settings) {
		return Caffeine.newBuilder()
			.maximumSize(settings.maxSize())
			.expireAfterWrite(settings.timeToLive())
			.executor(Runnable::run)
			.buildAsync();
	}

	private AsyncCache<Key, DiscoInfo> answers() {
		return this.answers.obtain();
	}

	/**
	 * Finds an answer, or asks the question.
	 * @param jid the entity
	 * @param node the node, or {@code null} for the entity itself
	 * @param question asks the question; called by the first who wants to know
	 * @return the answer, which many may wait for, so nobody must complete or cancel it
	 */
	CompletableFuture<DiscoInfo> get(Jid jid, @Nullable String node, Supplier<CompletableFuture<DiscoInfo>> question) {
		Key key = new Key(jid, node);
		return ((Question) answers().get(key, (missing, executor) -> new Question(question.get()))).answer;
	}

	void forget(Jid jid) {
		answers().asMap().keySet().removeIf((key) -> key.jid().equals(jid));
	}

	void forgetAll() {
		answers().asMap().clear();
	}

	/**
	 * A question as the cache has it: without an answer if it failed, which the cache
	 * forgets silently, as it logs failures. It has done so before the answer fails, so
	 * who asks again then does ask.
	 */
	private static final class Question extends CompletableFuture<@Nullable DiscoInfo> {

		private final CompletableFuture<DiscoInfo> answer = new CompletableFuture<>();

		Question(CompletableFuture<DiscoInfo> source) {
			source.whenComplete((info, failure) -> {
				complete(info);
				if (failure != null) {
					this.answer.completeExceptionally(failure);
				}
				else {
					this.answer.complete(info);
				}
			});
		}

	}

	private record Key(Jid jid, @Nullable String node) {

	}

}
