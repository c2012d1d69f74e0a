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

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo.Feature;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import io.github.xmppspring.xml.Element;

/**
 * Reads and writes {@link DiscoInfo}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class DiscoInfoCodec implements PayloadCodec<DiscoInfo> {

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
		PayloadElement query = PayloadElement.of(element);
		return new DiscoInfo(query.attribute("node"),
				query.children("identity").stream().map(DiscoInfoCodec::readIdentity).toList(),
				query.children("feature").stream().map(DiscoInfoCodec::readFeature).toList(),
				query.children(DataForm.NAMESPACE, "x")
					.stream()
					.map((form) -> DataForm.CODEC.read(form.element()))
					.toList(),
				query.extensions());
	}

	private static Identity readIdentity(PayloadElement identity) {
		return new Identity(notEmpty(identity, "category"), notEmpty(identity, "type"), identity.attribute("name"),
				identity.language(), identity.extensions());
	}

	private static Feature readFeature(PayloadElement feature) {
		return new Feature(notEmpty(feature, "var"), feature.extensions());
	}

	private static String notEmpty(PayloadElement element, String attribute) {
		String value = element.requiredAttribute(attribute);
		if (value.isEmpty()) {
			throw element.malformed("must have an attribute '" + attribute + "' that is not empty");
		}
		return value;
	}

	@Override
	public Element write(DiscoInfo value) {
		Element.Builder query = Element.builder(DiscoInfo.NAME).attribute("node", value.node());
		value.identities().forEach((identity) -> query.child(writeIdentity(identity)));
		value.features().forEach((feature) -> query.child(writeFeature(feature)));
		value.forms().forEach((form) -> query.child(DataForm.CODEC.write(form)));
		value.extensions().writeTo(query);
		return query.build();
	}

	private static Element writeIdentity(Identity identity) {
		Element.Builder element = Element.builder(DiscoInfo.NAMESPACE, "identity")
			.attribute("category", identity.category())
			.attribute("type", identity.type())
			.attribute("name", identity.name())
			.language(identity.language());
		identity.extensions().writeTo(element);
		return element.build();
	}

	private static Element writeFeature(Feature feature) {
		Element.Builder element = Element.builder(DiscoInfo.NAMESPACE, "feature").attribute("var", feature.var());
		feature.extensions().writeTo(element);
		return element.build();
	}

}
