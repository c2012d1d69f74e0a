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

import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;

/**
 * Some cards, as documents outside XMPP hold them (RFC 6351, 3).
 *
 * @param cards the cards in order
 * @param extensions attributes, and other elements
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VCards(List<VCard4> cards, Extensions extensions) {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName(VCard4.NAME.getNamespaceURI(), "vcards");

	/**
	 * Reads and writes lists of cards.
	 */
	public static final PayloadCodec<VCards> CODEC = new Codec();

	public VCards {
		cards = List.copyOf(cards);
	}

	/**
	 * Some cards.
	 * @param cards the cards
	 * @return the list
	 */
	public static VCards of(VCard4... cards) {
		return new VCards(List.of(cards), Extensions.NONE);
	}

	private static final class Codec implements PayloadCodec<VCards> {

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<VCards> type() {
			return VCards.class;
		}

		@Override
		public VCards read(Element element) {
			PayloadElement cards = PayloadElement.of(element);
			List<VCard4> read = cards.children(VCard4.NAME.getLocalPart())
				.stream()
				.map((card) -> VCard4.CODEC.read(card.element()))
				.toList();
			return new VCards(read, cards.extensions());
		}

		@Override
		public Element write(VCards value) {
			Element.Builder cards = Element.builder(NAME);
			value.cards().forEach((card) -> cards.child(VCard4.CODEC.write(card)));
			value.extensions().writeTo(cards);
			return cards.build();
		}

	}

}
