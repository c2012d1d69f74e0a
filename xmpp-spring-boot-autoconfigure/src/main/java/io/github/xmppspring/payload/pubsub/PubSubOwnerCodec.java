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
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.pubsub.PubSubOwner.Action;
import io.github.xmppspring.payload.pubsub.PubSubOwner.Affiliations;
import io.github.xmppspring.payload.pubsub.PubSubOwner.Configure;
import io.github.xmppspring.payload.pubsub.PubSubOwner.Default;
import io.github.xmppspring.payload.pubsub.PubSubOwner.Delete;
import io.github.xmppspring.payload.pubsub.PubSubOwner.Purge;
import io.github.xmppspring.payload.pubsub.PubSubOwner.Subscriptions;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes what owners of nodes ask of a service.
 *
 * @author XMPP for Spring Boot contributors
 */
final class PubSubOwnerCodec implements PayloadCodec<PubSubOwner> {

	private static final String NODE = "node";

	private static final Set<String> ACTIONS = Set.of("affiliations", "configure", "default", "delete", "purge",
			"subscriptions");

	@Override
	public QName name() {
		return PubSubOwner.NAME;
	}

	@Override
	public Class<PubSubOwner> type() {
		return PubSubOwner.class;
	}

	@Override
	public PubSubOwner read(Element element) {
		PayloadElement pubsub = PayloadElement.of(element);
		List<PayloadElement> known = pubsub.children(PubSubOwnerCodec::isAction);
		if (known.size() > 1) {
			throw pubsub.malformed("must have one child");
		}
		return new PubSubOwner(known.isEmpty() ? null : readAction(known.get(0)), pubsub.extensions());
	}

	private static boolean isAction(Element child) {
		return child.namespace().equals(PubSubOwner.NAMESPACE) && ACTIONS.contains(child.localName());
	}

	private static Action readAction(PayloadElement action) {
		return switch (action.element().localName()) {
			case "affiliations" ->
				new Affiliations(action.attribute(NODE), PubSubParts.affiliations(action), action.extensions());
			case "configure" -> new Configure(action.attribute(NODE), PubSubParts.form(action), action.extensions());
			case "default" -> new Default(action.attribute("type"), PubSubParts.form(action), action.extensions());
			case "delete" -> new Delete(action.requiredAttribute(NODE), Redirect.in(action), action.extensions());
			case "purge" -> new Purge(action.requiredAttribute(NODE), action.extensions());
			default ->
				new Subscriptions(action.attribute(NODE), PubSubParts.subscriptions(action), action.extensions());
		};
	}

	@Override
	public Element write(PubSubOwner value) {
		Element.Builder pubsub = Element.builder(PubSubOwner.NAME)
			.child((value.action() != null) ? writeAction(value.action()) : null);
		value.extensions().writeTo(pubsub);
		return pubsub.build();
	}

	private static Element writeAction(Action action) {
		if (action instanceof Affiliations affiliations) {
			Element.Builder element = builder("affiliations", affiliations.node());
			affiliations.affiliations().forEach((one) -> element.child(one.write(PubSubOwner.NAMESPACE)));
			return finish(element, affiliations.extensions());
		}
		if (action instanceof Configure configure) {
			return finish(withForm(builder("configure", configure.node()), configure.form()), configure.extensions());
		}
		if (action instanceof Default defaults) {
			return finish(withForm(builder("default", null).attribute("type", defaults.type()), defaults.form()),
					defaults.extensions());
		}
		if (action instanceof Delete delete) {
			Redirect redirect = delete.redirect();
			return finish(builder("delete", delete.node())
				.child((redirect != null) ? redirect.write(PubSubOwner.NAMESPACE) : null), delete.extensions());
		}
		if (action instanceof Purge purge) {
			return finish(builder("purge", purge.node()), purge.extensions());
		}
		Subscriptions subscriptions = (Subscriptions) action;
		Element.Builder element = builder("subscriptions", subscriptions.node());
		subscriptions.subscriptions().forEach((one) -> element.child(one.write(PubSubOwner.NAMESPACE)));
		return finish(element, subscriptions.extensions());
	}

	private static Element.Builder builder(String localName, @Nullable String node) {
		return Element.builder(PubSubOwner.NAMESPACE, localName).attribute(NODE, node);
	}

	private static Element.Builder withForm(Element.Builder element, @Nullable DataForm form) {
		return element.child((form != null) ? DataForm.CODEC.write(form) : null);
	}

	private static Element finish(Element.Builder element, Extensions extensions) {
		extensions.writeTo(element);
		return element.build();
	}

}
