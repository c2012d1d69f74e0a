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

package io.github.xmppspring.negotiation;

import java.util.List;

import io.github.xmppspring.stanza.WorkerTask;

/**
 * A task that writes down what became of it.
 *
 * @param name what it is called
 * @param action what it does
 * @param done where it writes
 * @author XMPP for Spring Boot contributors
 */
record RecordedTask(String name, Runnable action, List<String> done) implements WorkerTask {

	@Override
	public void run() {
		this.action.run();
		this.done.add(this.name);
	}

	@Override
	public void reject(Throwable cause) {
		this.done.add(this.name + " rejected: " + cause.getMessage());
	}

}
