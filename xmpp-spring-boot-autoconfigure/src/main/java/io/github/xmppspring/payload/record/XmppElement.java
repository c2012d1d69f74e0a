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

package io.github.xmppspring.payload.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Says which child elements a component of a {@link XmppPayload} record stands for.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface XmppElement {

	/**
	 * Alias for {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name of the element, or of each element of a list.
	 * @return the local name, empty for that of the record of the component, or else for
	 * one that follows from the name of the component
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * The namespace of the element and its wrapper.
	 * @return the namespace name, empty for that of the record of the component, or else
	 * that of the parent
	 */
	String namespace() default "";

	/**
	 * The name of an element around the element or the list. An empty list, a localized
	 * text without texts and a {@code false} need none, unless the component may be
	 * {@code null}. What else is in the wrapper is ignored: to keep it, make the wrapper
	 * a record with {@link io.github.xmppspring.payload.Extensions}.
	 * @return the local name, empty for no such element
	 */
	String wrapper() default "";

}
