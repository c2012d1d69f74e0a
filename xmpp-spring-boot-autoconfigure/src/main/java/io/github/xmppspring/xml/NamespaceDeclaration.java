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

import javax.xml.XMLConstants;

import org.springframework.util.Assert;

/**
 * The declaration of a namespace prefix on an {@link Element}. Kept because values may
 * refer to prefixes ({@code xsi:type='xs:string'}), where nothing else shows that the
 * declaration is in use.
 *
 * @param prefix the prefix, not empty: default namespaces are not declarations of this
 * kind but follow from the names of the elements
 * @param namespace the namespace name
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record NamespaceDeclaration(String prefix, String namespace) {

	public NamespaceDeclaration {
		Assert.hasLength(prefix, "'prefix' must not be empty");
		XmlCharacters.checkPrefix(prefix);
		Assert.isTrue(!prefix.equals(XMLConstants.XML_NS_PREFIX), "'prefix' must not be 'xml'");
		Assert.hasLength(namespace, "'namespace' must not be empty");
		XmlCharacters.checkNamespace(namespace);
	}

}
