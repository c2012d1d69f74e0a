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

/**
 * Makes a record a payload. In an application it is enough that the record is in a
 * package that Spring Boot scans.
 * <p>
 * What a component of the record stands for follows from its type, unless an annotation
 * says something else:
 * <ul>
 * <li>a value, such as a string, number, {@link io.github.xmppspring.address.Jid}, enum,
 * {@link java.time.Instant}, or whatever a
 * {@link org.springframework.core.convert.ConversionService} makes of a string: the text
 * of a child element</li>
 * <li>{@code boolean}: whether there is a child element</li>
 * <li>a record: a child element, of the name in its own {@code @XmppPayload} if it has
 * one, else in the namespace of this record. It follows the same rules</li>
 * <li>{@link io.github.xmppspring.xml.LocalizedText}: child elements, one for each
 * language</li>
 * <li>{@link io.github.xmppspring.xml.Element}: a child element as it is</li>
 * <li>{@link java.util.List} of a value, a record or an element: all child elements of
 * the name, in their order</li>
 * <li>{@link io.github.xmppspring.payload.Extensions}: the attributes and child elements
 * that no other component stands for. Without such a component they are ignored</li>
 * </ul>
 * The annotations are {@link XmppAttribute} for an attribute, {@link XmppText} for the
 * text of the element itself, {@link XmppElement} for another name, another namespace or
 * a wrapper element, and {@link XmppContent} for payloads of other types.
 * <p>
 * Where nothing else is said, names are those of Java in lower case, words joined by
 * hyphens: {@code lastSeen} is {@code last-seen}. Constants of enums are written in this
 * way too ({@code NOT_ALLOWED} is {@code not-allowed}), unless the enum has a
 * {@code toString} of its own.
 * <p>
 * A component must be there, unless it is {@code @Nullable}; then {@code null} stands for
 * what is missing. Lists and localized texts may be empty. What the constructor of the
 * record refuses is malformed.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface XmppPayload {

	/**
	 * The namespace of the element.
	 * @return the namespace name
	 */
	String namespace();

	/**
	 * The name of the element.
	 * @return the local name, empty for one that follows from the name of the record
	 */
	String name() default "";

}
