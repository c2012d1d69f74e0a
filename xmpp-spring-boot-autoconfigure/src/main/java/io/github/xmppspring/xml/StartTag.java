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

import org.springframework.util.Assert;

/**
 * A start tag whose end may come much later: that of a stream.
 *
 * @param element the name, attributes and prefixes of the tag, without content
 * @param scope the namespaces in scope for what follows the tag
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StartTag(Element element, NamespaceScope scope) {

	public StartTag {
		Assert.notNull(element, "'element' must not be null");
		Assert.notNull(scope, "'scope' must not be null");
	}

}
