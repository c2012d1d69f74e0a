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

/**
 * A client under measurement, with one connection at a time. All use their library as its
 * documentation says, with its defaults.
 *
 * @author XMPP for Spring Boot contributors
 */
interface Peer {

	/**
	 * Prepares for a load. Answers requests of others for {@link Operation#RESPOND}: with
	 * new objects of the types of the library.
	 * @param login where to connect
	 * @param load what comes
	 * @throws Exception if that fails
	 */
	void prepare(Login login, Load load) throws Exception;

	/**
	 * Connects, logs in and binds the resource.
	 * @throws Exception if that fails
	 */
	void connect() throws Exception;

	/**
	 * Closes the connection.
	 * @throws Exception if that fails
	 */
	void disconnect() throws Exception;

	/**
	 * Sends a request without waiting.
	 * @param payload what to ask for
	 * @param slot what to tell the weight of the answer or the failure, on whatever
	 * thread the library does that
	 * @throws Exception if it cannot be sent
	 */
	void request(Payload payload, Slot slot) throws Exception;

	/**
	 * Sends a request and waits for the answer.
	 * @param payload what to ask for
	 * @return the weight of the answer
	 * @throws Exception if there is none
	 */
	int requestAndWait(Payload payload) throws Exception;

	/**
	 * Frees what was prepared.
	 * @throws Exception if that fails
	 */
	void close() throws Exception;

}
