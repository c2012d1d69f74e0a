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

package io.github.xmppspring.script;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.payload.roster.Roster.Item;
import io.github.xmppspring.roster.RosterOperations;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Checks states of the application that scripts name.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StateChecks {

	private final ApplicationContext context;

	private final Calls calls;

	StateChecks(ApplicationContext context, Calls calls) {
		this.context = context;
		this.calls = calls;
	}

	/**
	 * Check a state.
	 * @param state a word and its arguments
	 * @return {@code false} if the application has no such state
	 */
	boolean check(String state) {
		List<String> words = Arrays.asList(state.trim().split("\\s+"));
		List<String> arguments = words.subList(1, words.size());
		switch (words.get(0)) {
			case "ids-differ" -> assertThat(arguments.stream().map(this.calls::id).toList()).doesNotHaveDuplicates();
			case "pending-count" -> pendingCount(Integer.parseInt(arguments.get(0)));
			case "roster-contains", "roster-lacks" -> {
				return roster(words.get(0).equals("roster-contains"), arguments);
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean roster(boolean contains, List<String> contacts) {
		RosterOperations roster = this.context.getBeanProvider(RosterOperations.class).getIfAvailable();
		if (roster == null) {
			return false;
		}
		List<Jid> expected = contacts.stream().map(Jid::of).toList();
		if (contains) {
			await("contacts").atMost(Times.PATIENCE)
				.pollDelay(Duration.ZERO)
				.until(() -> contacts(roster), (actual) -> actual.containsAll(expected));
		}
		else {
			await("contacts").during(Times.GRACE)
				.atMost(Times.PATIENCE)
				.pollInterval(Duration.ofMillis(10))
				.until(() -> contacts(roster), (actual) -> Collections.disjoint(actual, expected));
		}
		return true;
	}

	private static List<Jid> contacts(RosterOperations roster) {
		return roster.contacts().stream().map(Item::jid).toList();
	}

	private void pendingCount(int count) {
		XmppConnection connection = this.context.getBean(XmppConnection.class);
		await("pending requests").atMost(Times.PATIENCE)
			.pollDelay(Duration.ZERO)
			.until(() -> connection.statistics().pendingRequests(), (pending) -> pending == count);
	}

}
