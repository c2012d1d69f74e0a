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

package io.github.xmppspring.xml;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The namespaces that are in scope where an element is read or written: on an XMPP stream
 * those that the stream header declares (RFC 6120, 4.8).
 *
 * @param defaultNamespace the default namespace, empty for none
 * @param prefixes the declared prefixes
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NamespaceScope(String defaultNamespace, List<NamespaceDeclaration> prefixes) {

	/**
	 * Nothing in scope: XML that stands on its own.
	 */
	public static final NamespaceScope EMPTY = new NamespaceScope("", List.of());

	public NamespaceScope {
		Assert.notNull(defaultNamespace, "'defaultNamespace' must not be null");
		XmlCharacters.checkNamespace(defaultNamespace);
		prefixes = List.copyOf(prefixes);
	}

	@Nullable String namespaceOf(String prefix) {
		for (NamespaceDeclaration declaration : this.prefixes) {
			if (declaration.prefix().equals(prefix)) {
				return declaration.namespace();
			}
		}
		return null;
	}

}
