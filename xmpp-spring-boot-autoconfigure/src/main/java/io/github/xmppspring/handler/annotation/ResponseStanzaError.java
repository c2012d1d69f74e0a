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

package io.github.xmppspring.handler.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.stanza.StanzaErrorType;

import org.springframework.core.annotation.AliasFor;

/**
 * Gives an exception the stanza error with which a request is answered when a handler
 * throws it (RFC 6120, 8.3). If it has more to say, it implements
 * {@link io.github.xmppspring.stanza.ApplicationConditionSource}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface ResponseStanzaError {

	/**
	 * Alias for {@link #condition()}.
	 * @return the condition
	 */
	@AliasFor("condition")
	StanzaErrorCondition value() default StanzaErrorCondition.UNDEFINED_CONDITION;

	/**
	 * The condition.
	 * @return the condition
	 */
	@AliasFor("value")
	StanzaErrorCondition condition() default StanzaErrorCondition.UNDEFINED_CONDITION;

	/**
	 * What the peer should do. Empty for the type that goes with the condition.
	 * @return no more than one type
	 */
	StanzaErrorType[] type() default {};

	/**
	 * A description in English. It is sent to the peer; the message of the exception
	 * never is.
	 * @return the text, empty for none
	 */
	String text() default "";

}
