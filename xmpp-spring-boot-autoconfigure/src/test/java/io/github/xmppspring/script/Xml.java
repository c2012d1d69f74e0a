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

package io.github.xmppspring.script;

import java.util.List;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.ElementReader;
import io.github.xmppspring.xml.Infoset;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

/**
 * XML in scripts.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Xml {

	private static final ElementReader READER = new ElementReader(XmlLimits.DEFAULT)
		.in(new NamespaceScope(Iq.DEFAULT_NAMESPACE, List.of()));

	private Xml() {
	}

	static Element parse(String xml) {
		return READER.read(xml);
	}

	static String infoset(@Nullable Element element) {
		return (element != null) ? Infoset.loose(element) : "none";
	}

	static String escape(String value) {
		return value.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace("\"", "&quot;")
			.replace("'", "&apos;")
			.replace("\t", "&#x9;")
			.replace("\n", "&#xA;")
			.replace("\r", "&#xD;");
	}

}
