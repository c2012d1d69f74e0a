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

package io.github.xmppspring.payload.vcard4;

import java.util.ArrayList;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

/**
 * Reads and writes {@link VCard4}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class VCard4Codec implements PayloadCodec<VCard4> {

	@Override
	public QName name() {
		return VCard4.NAME;
	}

	@Override
	public Class<VCard4> type() {
		return VCard4.class;
	}

	@Override
	public VCard4 read(Element element) {
		PayloadElement card = PayloadElement.of(element);
		String namespace = element.namespace();
		List<VCardEntry> entries = new ArrayList<>();
		for (PayloadElement child : card.children((any) -> any.namespace().equals(namespace))) {
			entries.add(entry(child.element()));
		}
		return new VCard4(entries, card.extensions());
	}

	private static VCardEntry entry(Element element) {
		return element.localName().equals(VCardGroup.ELEMENT) ? VCardGroup.read(element) : VCardProperty.read(element);
	}

	@Override
	public Element write(VCard4 value) {
		Element.Builder card = Element.builder(VCard4.NAME);
		for (VCardEntry entry : value.entries()) {
			card.child((entry instanceof VCardGroup group) ? group.toElement() : ((VCardProperty) entry).toElement());
		}
		value.extensions().writeTo(card);
		return card.build();
	}

}
