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

package io.github.xmppspring.sasl;

/**
 * One exchange of one mechanism as the receiving entity sees it. In all mechanisms that
 * are known here the client speaks first. The methods may take long and are called one
 * after another, possibly by different threads.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface SaslServerMechanism {

	/**
	 * The registered name of the mechanism.
	 * @return for example {@code SCRAM-SHA-256}
	 */
	String name();

	/**
	 * Takes the next message.
	 * @param response the data of the client, possibly empty
	 * @return what to answer
	 * @throws SaslRefusedException if the authentication failed, which ends the exchange
	 */
	SaslOutcome evaluate(byte[] response);

}
