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

package io.github.xmppspring.payload.disco;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.xml.Element;

/**
 * Reads and writes {@link DiscoInfo}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DiscoInfoCodec implements PayloadCodec<DiscoInfo> {

	private static final String FORM_NAMESPACE = "jabber:x:data";

	@Override
	public QName name() {
		return DiscoInfo.NAME;
	}

	@Override
	public Class<DiscoInfo> type() {
		return DiscoInfo.class;
	}

	@Override
	public DiscoInfo read(Element element) {
		List<Identity> identities = new ArrayList<>();
		Set<String> features = new LinkedHashSet<>();
		for (Element child : element.children()) {
			if (child.is(element.namespace(), "identity")) {
				identities.add(new Identity(required(child, "category"), required(child, "type"),
						child.attribute("name"), child.language()));
			}
			else if (child.is(element.namespace(), "feature")) {
				features.add(required(child, "var"));
			}
		}
		return new DiscoInfo(element.attribute("node"), identities, features, element.children(FORM_NAMESPACE, "x"));
	}

	private static String required(Element element, String attribute) {
		String value = element.attribute(attribute);
		if (value == null || value.isEmpty()) {
			throw new PayloadException("<%s/> has no attribute '%s'".formatted(element.localName(), attribute));
		}
		return value;
	}

	@Override
	public Element write(DiscoInfo value) {
		Element.Builder query = Element.builder(DiscoInfo.NAME).attribute("node", value.node());
		value.identities().forEach((identity) -> query.child(identity(identity)));
		value.features().stream().sorted().forEach((feature) -> query.child(feature(feature)));
		return query.children(value.forms()).build();
	}

	private static Element identity(Identity identity) {
		return builder("identity").attribute("category", identity.category())
			.attribute("type", identity.type())
			.attribute("name", identity.name())
			.language(identity.language())
			.build();
	}

	private static Element feature(String feature) {
		return builder("feature").attribute("var", feature).build();
	}

	private static Element.Builder builder(String localName) {
		return Element.builder(DiscoInfo.NAME.getNamespaceURI(), localName);
	}

}
