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

package io.github.xmppspring.payload.pubsub;

import java.util.List;

import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What elements of more than one of the namespaces hold.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PubSubParts {

	private PubSubParts() {
	}

	static List<Item> items(PayloadElement parent) {
		return parent.children(Item.ELEMENT).stream().map(Item::read).toList();
	}

	static List<NodeAffiliation> affiliations(PayloadElement parent) {
		return parent.children(NodeAffiliation.ELEMENT).stream().map(NodeAffiliation::read).toList();
	}

	static List<NodeSubscription> subscriptions(PayloadElement parent) {
		return parent.children(NodeSubscription.ELEMENT).stream().map(NodeSubscription::read).toList();
	}

	static @Nullable DataForm form(PayloadElement parent) {
		PayloadElement form = parent.child(DataForm.NAMESPACE, DataForm.NAME.getLocalPart());
		return (form != null) ? DataForm.CODEC.read(form.element()) : null;
	}

	static List<Element> write(List<Item> items, String namespace) {
		return items.stream().map((item) -> item.write(namespace)).toList();
	}

	/**
	 * Read a boolean of XML Schema.
	 * @param text the text
	 * @return whether it is true
	 */
	static boolean flag(String text) {
		return switch (text.trim()) {
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw new IllegalArgumentException("neither true nor false");
		};
	}

}
