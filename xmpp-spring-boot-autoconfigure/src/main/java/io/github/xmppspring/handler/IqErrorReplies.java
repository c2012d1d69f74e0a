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

package io.github.xmppspring.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;

import io.github.xmppspring.handler.annotation.ResponseStanzaError;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.stanza.ApplicationConditionSource;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqErrorException;
import io.github.xmppspring.stanza.IqTimeoutException;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaError;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorException;
import io.github.xmppspring.stanza.XmppException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Makes replies of failures. Nothing about a failure reaches the peer except what the
 * application meant for it: not even the error that a third party gave us.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IqErrorReplies {

	private static final Log logger = LogFactory.getLog(IqErrorReplies.class);

	private static final String ACCESS_DENIED = "org.springframework.security.access.AccessDeniedException";

	private final PayloadCodecs codecs;

	private final boolean requestPayload;

	/**
	 * Creates the maker of replies.
	 * @param codecs writes application conditions
	 * @param requestPayload whether errors repeat the payload of the request
	 */
	IqErrorReplies(PayloadCodecs codecs, boolean requestPayload) {
		this.codecs = codecs;
		this.requestPayload = requestPayload;
	}

	/**
	 * Answers a request that gets no further.
	 * @param request the request
	 * @param condition why
	 * @return the reply
	 */
	Iq toReply(Iq request, StanzaErrorCondition condition) {
		return complete(request, request.error(condition));
	}

	/**
	 * Adds the payload of the request to an error without any, if that is wanted.
	 * @param request the request
	 * @param reply the reply
	 * @return the reply to send
	 */
	Iq complete(Iq request, Iq reply) {
		boolean repeat = this.requestPayload && reply.type() == IqType.ERROR && reply.payload() == null;
		return repeat ? reply.withPayload(request.payload()) : reply;
	}

	/**
	 * Answers a request that failed.
	 * @param request the request
	 * @param failure why
	 * @param handler what failed, for the log
	 * @return the reply
	 */
	Iq toReply(Iq request, Throwable failure, String handler) {
		Throwable cause = unwrap(failure);
		StanzaError error = expected(request, cause);
		if (error == null) {
			String errorId = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
			logger.error("IQ handler " + handler + " failed (error id " + errorId + ")", cause);
			return toReply(request, StanzaErrorCondition.INTERNAL_SERVER_ERROR);
		}
		if (logger.isDebugEnabled()) {
			logger.debug("IQ handler " + handler + " answers with '" + error.condition() + "': " + describe(cause));
		}
		return complete(request, request.error(withApplicationCondition(error, cause, handler)));
	}

	private StanzaError withApplicationCondition(StanzaError error, Throwable failure, String handler) {
		Object condition = (failure instanceof ApplicationConditionSource source) ? source.applicationCondition()
				: null;
		try {
			return (condition != null) ? this.codecs.withApplicationCondition(error, condition) : error;
		}
		catch (XmppException ex) {
			logger.error("IQ handler " + handler + " has an application condition that cannot be written", ex);
			return error;
		}
	}

	static Throwable unwrap(Throwable failure) {
		Throwable cause = failure.getCause();
		boolean wrapper = failure instanceof CompletionException || failure instanceof ExecutionException
				|| failure instanceof UndeclaredThrowableException || failure instanceof InvocationTargetException;
		return (wrapper && cause != null) ? unwrap(cause) : failure;
	}

	// Messages of other exceptions may have values from the request
	private static String describe(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		for (Throwable next = failure; next != null; next = next.getCause()) {
			if (next instanceof PayloadException) {
				return String.valueOf(next.getMessage());
			}
		}
		return cause.getClass().getName();
	}

	private static @Nullable StanzaError expected(Iq request, Throwable failure) {
		if (failure instanceof StanzaErrorException ex) {
			return ex.error();
		}
		ResponseStanzaError annotation = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(),
				ResponseStanzaError.class);
		if (annotation != null) {
			return declared(annotation);
		}
		StanzaErrorCondition condition = conditionOf(request, failure);
		return (condition != null) ? StanzaError.of(condition) : null;
	}

	private static StanzaError declared(ResponseStanzaError annotation) {
		StanzaError error = annotation.text().isEmpty() ? StanzaError.of(annotation.condition())
				: StanzaError.of(annotation.condition(), annotation.text());
		return (annotation.type().length > 0) ? error.withType(annotation.type()[0]) : error;
	}

	private static @Nullable StanzaErrorCondition conditionOf(Iq request, Throwable failure) {
		if (failure instanceof UnresolvedArgumentException
				|| (failure instanceof PayloadException ex && request.equals(ex.getIq()))) {
			return StanzaErrorCondition.BAD_REQUEST;
		}
		if (failure instanceof RejectedExecutionException) {
			return StanzaErrorCondition.RESOURCE_CONSTRAINT;
		}
		if (failure instanceof IqErrorException) {
			return StanzaErrorCondition.UNDEFINED_CONDITION;
		}
		if (failure instanceof IqTimeoutException) {
			return StanzaErrorCondition.REMOTE_SERVER_TIMEOUT;
		}
		if (isInterruption(failure)) {
			return StanzaErrorCondition.RECIPIENT_UNAVAILABLE;
		}
		if (isAccessDenied(failure.getClass())) {
			return StanzaErrorCondition.FORBIDDEN;
		}
		return (failure instanceof ApplicationConditionSource) ? StanzaErrorCondition.UNDEFINED_CONDITION : null;
	}

	// Only whoever stops a handler interrupts it
	private static boolean isInterruption(Throwable failure) {
		return failure instanceof InterruptedException
				|| (failure instanceof XmppException && failure.getCause() instanceof InterruptedException);
	}

	// By name, as Spring Security may not be there
	private static boolean isAccessDenied(@Nullable Class<?> type) {
		return type != null && (type.getName().equals(ACCESS_DENIED) || isAccessDenied(type.getSuperclass()));
	}

}
