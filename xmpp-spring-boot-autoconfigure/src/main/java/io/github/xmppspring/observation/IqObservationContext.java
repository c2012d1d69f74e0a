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

package io.github.xmppspring.observation;

import io.github.xmppspring.stanza.Iq;
import org.jspecify.annotations.Nullable;

/**
 * What the observations of both directions know of a request.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface IqObservationContext {

	/**
	 * The request. One that the application sends may have no id yet.
	 * @return a stanza of type get or set
	 */
	Iq getRequest();

	/**
	 * What the payload of the request is called, if the application knows such payloads.
	 * There are no more of these names than handlers and codecs, whatever peers send.
	 * @return <code>{namespace}name</code>, <code>{namespace}*</code> if a handler takes
	 * any name, or {@code UNKNOWN}
	 */
	String getPayload();

	/**
	 * The response.
	 * @return a stanza of type result or error, or {@code null} if there is none, or none
	 * yet
	 */
	@Nullable Iq getResponse();

	/**
	 * Sets the response.
	 * @param response a stanza of type result or error
	 */
	void setResponse(Iq response);

	/**
	 * How the request ended.
	 * @return the outcome, {@link IqOutcome#UNKNOWN} until then
	 */
	IqOutcome getOutcome();

	/**
	 * Sets how the request ended.
	 * @param outcome the outcome
	 */
	void setOutcome(IqOutcome outcome);

}
