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

package io.github.xmppspring.payload.vcardtemp;

import java.util.ArrayList;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

/**
 * Reads and writes {@link VCardTemp}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class VCardTempCodec implements PayloadCodec<VCardTemp> {

	@Override
	public QName name() {
		return VCardTemp.NAME;
	}

	@Override
	public Class<VCardTemp> type() {
		return VCardTemp.class;
	}

	@Override
	public VCardTemp read(Element element) {
		PayloadElement card = PayloadElement.of(element);
		String namespace = element.namespace();
		List<TempProperty> properties = new ArrayList<>();
		for (PayloadElement property : card.children((child) -> child.namespace().equals(namespace))) {
			properties.add(TempProperty.read(property.element()));
		}
		return new VCardTemp(card.attribute("version"), properties, card.extensions());
	}

	@Override
	public Element write(VCardTemp value) {
		Element.Builder card = Element.builder(VCardTemp.NAME).attribute("version", value.version());
		value.properties().forEach((property) -> card.child(property.toElement()));
		value.extensions().writeTo(card);
		return card.build();
	}

}
