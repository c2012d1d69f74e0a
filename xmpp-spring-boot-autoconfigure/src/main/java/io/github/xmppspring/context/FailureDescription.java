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

package io.github.xmppspring.context;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.ConnectionStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * A failure of the connection in words that people can act on. The same words stand in
 * the failure analysis at start-up and in the health of the application.
 *
 * @param problem what is wrong, without the full stop
 * @param remedy which property or code to change, in whole sentences, or {@code null} if
 * that is not known
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record FailureDescription(String problem, @Nullable String remedy) {

	/**
	 * Describes a failure.
	 * @param failure why there is no connection
	 * @return its description
	 */
	public static FailureDescription of(Throwable failure) {
		return new FailureDescription(problem(failure), ConnectionRemedies.of(failure));
	}

	/**
	 * Describes why there is no connection.
	 * @param status the status of the connection
	 * @return the description of the last error, or of an end of the stream that was in
	 * order; {@code null} if there is neither
	 */
	public static @Nullable FailureDescription of(ConnectionStatus status) {
		Throwable error = status.lastError();
		if (error != null) {
			return of(error);
		}
		boolean ended = status.state() == ConnectionState.BACKING_OFF || status.state() == ConnectionState.FAILED;
		return ended ? new FailureDescription("The server closed the stream", StreamRemedies.SERVER) : null;
	}

	private static String problem(Throwable failure) {
		String problem = describe(failure);
		String reason = (failure.getCause() != null) ? failure.getCause().getMessage() : null;
		String root = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		boolean told = reason == null || problem.contains(reason) || (root != null && problem.contains(root));
		return told ? problem : problem + " (" + reason + ")";
	}

	private static String describe(Throwable failure) {
		return (failure.getMessage() != null) ? failure.getMessage() : failure.getClass().getSimpleName();
	}

	/**
	 * The problem and its remedy.
	 * @return a text of whole sentences
	 */
	public String text() {
		return (this.remedy != null) ? this.problem + ". " + this.remedy : this.problem + ".";
	}

}
