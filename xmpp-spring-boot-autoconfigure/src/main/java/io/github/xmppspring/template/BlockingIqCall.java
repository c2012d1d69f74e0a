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

package io.github.xmppspring.template;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;

/**
 * A call for which a thread waits. It needs no other thread than that and the one that
 * brings the response.
 *
 * @author XMPP for Spring Boot contributors
 */
final class BlockingIqCall extends IqCall {

	private final CompletableFuture<Iq> response = new CompletableFuture<>();

	BlockingIqCall(Iq request, Duration timeout, IqWay way) {
		super(request, timeout, way);
	}

	/**
	 * Makes the call. Interrupting the thread gives it up.
	 * @return the response, of type result or error
	 * @throws InterruptedException if the thread was interrupted
	 * @throws ExecutionException if there is no response
	 */
	Iq await() throws InterruptedException, ExecutionException {
		start();
		try {
			return this.response.get();
		}
		catch (InterruptedException ex) {
			giveUp();
			throw ex;
		}
	}

	@Override
	void ended(@Nullable Iq response, @Nullable Throwable failure) {
		if (failure != null) {
			this.response.completeExceptionally(failure);
		}
		else {
			this.response.complete(response);
		}
	}

}
