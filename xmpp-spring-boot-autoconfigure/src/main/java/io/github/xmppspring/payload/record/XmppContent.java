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
 * Makes a component of a {@link XmppPayload} record a payload that is inside this one, or
 * with a {@link java.util.List} all of them. Which child elements it stands for follows
 * from its type:
 * <ul>
 * <li>a type with a codec, such as {@link io.github.xmppspring.stanza.Iq}: elements of
 * the name of this type</li>
 * <li>an interface or an abstract class: elements whose name is that of a type that
 * implements or extends it</li>
 * <li>{@link Object}: all that no other component stands for, as objects if there is a
 * codec for their name, else as elements</li>
 * <li>{@link io.github.xmppspring.xml.Element}: all that no other component stands for,
 * as they are</li>
 * </ul>
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface XmppContent {

}
