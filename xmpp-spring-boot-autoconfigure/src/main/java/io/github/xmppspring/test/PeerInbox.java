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

package io.github.xmppspring.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqExchange;
import org.jspecify.annotations.Nullable;

/**
 * What a peer has received: requests that wait for the test to reply, and those that have
 * their reply.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PeerInbox implements IqExchange {

	private final List<Iq> received = new ArrayList<>();

	private final List<PeerRequest> waiting = new ArrayList<>();

	private final List<Rule> rules = new ArrayList<>();

	@Override
	public CompletionStage<Iq> exchange(Iq iq) {
		PeerRequest request = new PeerRequest(iq);
		UnaryOperator<Iq> reply = receive(request);
		if (reply != null) {
			reply(request, reply);
		}
		return request.future();
	}

	private synchronized @Nullable UnaryOperator<Iq> receive(PeerRequest request) {
		this.received.add(request.iq());
		for (int i = this.rules.size() - 1; i >= 0; i--) {
			if (this.rules.get(i).pattern().matches(request)) {
				return this.rules.get(i).reply();
			}
		}
		this.waiting.add(request);
		notifyAll();
		return null;
	}

	private static void reply(PeerRequest request, UnaryOperator<Iq> reply) {
		try {
			request.replyWith(reply);
		}
		catch (RuntimeException | Error ex) {
			request.fail(ex);
		}
	}

	/**
	 * Replies to requests from now on, and to those that wait. Of several rules for the
	 * same requests the last one counts.
	 * @param pattern which requests
	 * @param reply makes the replies
	 */
	void addRule(RequestPattern pattern, UnaryOperator<Iq> reply) {
		List<PeerRequest> matching;
		synchronized (this) {
			this.rules.add(new Rule(pattern, reply));
			matching = this.waiting.stream().filter(pattern::matches).toList();
			this.waiting.removeAll(matching);
		}
		matching.forEach((request) -> reply(request, reply));
	}

	/**
	 * Takes the first request that waits and matches.
	 * @param pattern which request
	 * @param timeout how long it may take to come
	 * @return the request, or {@code null} if it has not come in time
	 */
	synchronized @Nullable PeerRequest take(RequestPattern pattern, Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (true) {
			for (PeerRequest request : this.waiting) {
				if (pattern.matches(request)) {
					this.waiting.remove(request);
					return request;
				}
			}
			long millis = (deadline - System.nanoTime()) / 1_000_000;
			if (millis <= 0) {
				return null;
			}
			wait(millis);
		}
	}

	/**
	 * Says what came instead of a request.
	 * @param pattern which request was expected
	 * @return words and XML
	 */
	synchronized String describeInsteadOf(RequestPattern pattern) {
		String before = (this.received.size() > this.waiting.size())
				? "\n(%d taken or replied to before)".formatted(this.received.size() - this.waiting.size()) : "";
		if (this.waiting.isEmpty()) {
			return "but no request came" + before;
		}
		return this.waiting.stream()
			.map((request) -> request + pattern.difference(request))
			.collect(Collectors.joining("\nand\n", "but received:\n", before));
	}

	synchronized List<Iq> received() {
		return List.copyOf(this.received);
	}

	private record Rule(RequestPattern pattern, UnaryOperator<Iq> reply) {

	}

}
