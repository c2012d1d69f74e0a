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

import javax.xml.namespace.QName;

import io.github.xmppspring.stanza.IqType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which requests a handler answers: those of a type with a payload of a name, or of any
 * name in a namespace.
 *
 * @param type the type of the request, get or set
 * @param namespace the namespace of the payload
 * @param name the local name of the payload, or {@code null} for any
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record IqMapping(IqType type, String namespace, @Nullable String name) {

	public IqMapping {
		Assert.isTrue(type.isRequest(), "'type' must be that of a request");
		Assert.hasLength(namespace, "'namespace' must not be empty");
		Assert.isTrue(name == null || !name.isEmpty(), "'name' must not be empty");
	}

	/**
	 * Requests for information with a payload of this name.
	 * @param name the qualified name
	 * @return the mapping
	 */
	public static IqMapping get(QName name) {
		return new IqMapping(IqType.GET, name.getNamespaceURI(), name.getLocalPart());
	}

	/**
	 * Requests that change something with a payload of this name.
	 * @param name the qualified name
	 * @return the mapping
	 */
	public static IqMapping set(QName name) {
		return new IqMapping(IqType.SET, name.getNamespaceURI(), name.getLocalPart());
	}

	IqMapping withAnyName() {
		return new IqMapping(this.type, this.namespace, null);
	}

	/**
	 * This mapping in words.
	 * @return for example <code>get {urn:xmpp:ping}ping</code>, or <code>*</code> in
	 * place of any name
	 */
	@Override
	public String toString() {
		return this.type + " {" + this.namespace + "}" + ((this.name != null) ? this.name : "*");
	}

}
