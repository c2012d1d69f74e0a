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
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.xmppspring.stanza.IqType;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;
import org.springframework.messaging.handler.annotation.MessageMappingReflectiveProcessor;

/**
 * Answers IQ requests with a method of a bean.
 * <p>
 * A request is found its handler by type and qualified name of the payload. On a class
 * the annotation gives defaults for the annotated methods in it; it handles nothing by
 * itself.
 * <p>
 * The method may have any of these arguments, in any order:
 * <ul>
 * <li>the payload as an object, found by its class; {@code @Payload} may say so, and with
 * {@code @Valid} or {@code @Validated} it is validated</li>
 * <li>the payload as {@link io.github.xmppspring.xml.Element Element}</li>
 * <li>{@link io.github.xmppspring.address.Jid Jid}: the sender. If the server asks on
 * behalf of the own account and gives no sender, that is the bare own address</li>
 * <li>{@link io.github.xmppspring.stanza.Iq Iq}: the request as it came</li>
 * <li>{@link IqType}: whether it is a get or a set</li>
 * <li>{@code @Header}, {@code @Headers}: attributes of the stanza, named in
 * {@link io.github.xmppspring.handler.XmppHeaders XmppHeaders}</li>
 * <li>{@link org.springframework.messaging.Message Message} of any of these payloads</li>
 * </ul>
 * What it returns becomes the one reply, in the same thread or later:
 * <ul>
 * <li>an object with a known payload name, or an {@link io.github.xmppspring.xml.Element
 * Element}: a result with that payload</li>
 * <li>nothing or {@code null}: an empty result</li>
 * <li>{@link io.github.xmppspring.stanza.StanzaError StanzaError} or
 * {@link io.github.xmppspring.stanza.StanzaErrorCondition StanzaErrorCondition}: that
 * error</li>
 * <li>{@link io.github.xmppspring.stanza.Iq Iq}: this result or error, of which id and
 * addresses are those of the request in any case</li>
 * <li>{@link java.util.concurrent.CompletionStage CompletionStage} of any of these, also
 * {@code Mono} and other reactive types of one value where Reactor is there. Requests of
 * one sender are handled in order; such a method lets the next one begin when it returns
 * the stage</li>
 * </ul>
 * What it throws becomes an error. A {@code @MessageExceptionHandler} method of the bean
 * may say which: it has the arguments and results of a handler, and the exception; if it
 * is void it only looks on. Else it is the error of the
 * {@link io.github.xmppspring.stanza.StanzaErrorException StanzaErrorException} or that
 * of {@link ResponseStanzaError @ResponseStanzaError} on the exception,
 * {@code bad-request} if the request lacks what the arguments need, and
 * {@code internal-server-error} without a word about why for all others. There is a reply
 * in any case, also if the method has not given one when its deadline passes.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(MessageMappingReflectiveProcessor.class)
public @interface IqHandler {

	/**
	 * Alias for {@link #namespace()}.
	 * @return the namespace name
	 */
	@AliasFor("namespace")
	String value() default "";

	/**
	 * The namespace of the payload. <code>${…}</code> placeholders are resolved. Empty
	 * for that of the class, and then for the namespace which the payload argument's
	 * class declares.
	 * @return the namespace name
	 */
	@AliasFor("value")
	String namespace() default "";

	/**
	 * The local name of the payload. Empty for that of the class, then for the name which
	 * the payload argument's class declares, and if there is none for any name. A handler
	 * of a certain name goes before one of any name in the same namespace.
	 * @return the local name
	 */
	String name() default "";

	/**
	 * The types of requests. Empty for those of the class, and then for both get and set.
	 * @return get, set or both
	 */
	IqType[] type() default {};

}
