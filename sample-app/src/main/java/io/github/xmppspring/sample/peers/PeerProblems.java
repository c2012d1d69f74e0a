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

package io.github.xmppspring.sample.peers;

import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.connection.XmppConnectionException;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.XmppException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells HTTP clients as problem details (RFC 9457) what became of a request to a peer.
 *
 * @author XMPP for Spring Boot contributors
 */
// tag::problems[]
@RestControllerAdvice(assignableTypes = PeerController.class)
class PeerProblems {

	@ExceptionHandler
	ProblemDetail answeredWithError(IqErrorException ex) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(statusOf(ex.condition()), ex.getMessage());
		problem.setProperty("condition", ex.condition().toString());
		problem.setProperty("errorType", ex.error().type().toString());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail notAnswered(IqTimeoutException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.GATEWAY_TIMEOUT, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail notConnected(XmppConnectionException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail answeredWithNonsense(XmppException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail notAddress(JidFormatException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	private static HttpStatus statusOf(StanzaErrorCondition condition) {
		return switch (condition) {
			case ITEM_NOT_FOUND, REMOTE_SERVER_NOT_FOUND, RECIPIENT_UNAVAILABLE, SERVICE_UNAVAILABLE ->
				HttpStatus.NOT_FOUND;
			case FORBIDDEN, NOT_ALLOWED, NOT_AUTHORIZED, REGISTRATION_REQUIRED, SUBSCRIPTION_REQUIRED ->
				HttpStatus.FORBIDDEN;
			case REMOTE_SERVER_TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
			default -> HttpStatus.BAD_GATEWAY;
		};
	}

}
// end::problems[]
