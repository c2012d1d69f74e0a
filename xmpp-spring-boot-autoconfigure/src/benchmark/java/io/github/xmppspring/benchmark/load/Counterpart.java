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

package io.github.xmppspring.benchmark.load;

import java.io.IOException;

/**
 * What the peers talk to.
 *
 * @author XMPP for Spring Boot contributors
 */
interface Counterpart extends AutoCloseable {

	/**
	 * Its name for a report.
	 * @return a few words
	 */
	String title();

	long pid();

	/**
	 * Where clients connect.
	 * @param kind which client
	 * @return a login
	 */
	Login login(PeerKind kind);

	/**
	 * Whether it can take part in a load.
	 * @param load the load
	 * @return {@code false} to leave it out
	 */
	boolean supports(Load load);

	/**
	 * Asks a client until it is stopped, for {@link Operation#RESPOND}.
	 * @param kind which client
	 * @param load what to ask
	 */
	void start(PeerKind kind, Load load) throws IOException, InterruptedException;

	/**
	 * Counts the answers of a client for a time.
	 * @param kind which client
	 * @param millis how long
	 * @return the figures of a {@link Meter}
	 */
	Figures measure(PeerKind kind, long millis) throws IOException, InterruptedException;

	/**
	 * Asks a client no more and waits for the last answers.
	 * @param kind which client
	 */
	void stop(PeerKind kind) throws IOException, InterruptedException;

	@Override
	void close() throws IOException;

}
