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

package io.github.xmppspring.negotiation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Picks the features of one connection one after another.
 *
 * @author XMPP for Spring Boot contributors
 */
final class FeatureSelection {

	private final List<StreamFeature> features;

	private final Set<StreamFeature> negotiated = new HashSet<>();

	FeatureSelection(List<StreamFeature> features) {
		this.features = features;
	}

	/**
	 * Forget what was picked, as a new stream begins.
	 */
	void restart() {
		this.negotiated.clear();
	}

	/**
	 * Pick the next feature.
	 * @param progress what the stream has reached
	 * @param offered what the server offers
	 * @return the feature with its offer, or {@code null} if all is negotiated
	 * @throws NegotiationException if the server does not offer what the client needs, or
	 * requires what the client does not know
	 */
	@Nullable Choice next(StreamProgress progress, StreamFeatures offered) {
		Choice choice = choose(progress, offered);
		if (choice == null || !isRequired(choice.offer())) {
			checkAllRequiredAreKnown(offered);
		}
		return choice;
	}

	private @Nullable Choice choose(StreamProgress progress, StreamFeatures offered) {
		for (StreamFeature feature : this.features) {
			if (progress.fits(feature.needs(), feature.forbids()) && !this.negotiated.contains(feature)) {
				Element offer = offered.find(feature.name().getNamespaceURI(), feature.name().getLocalPart());
				NegotiationException missing = (offer != null) ? null : feature.missing();
				if (missing != null) {
					throw missing;
				}
				if (offer != null && feature.accepts(offer)) {
					this.negotiated.add(feature);
					return new Choice(feature, offer);
				}
			}
		}
		return null;
	}

	private void checkAllRequiredAreKnown(StreamFeatures offered) {
		for (Element offer : offered.features()) {
			if (isRequired(offer) && this.features.stream().noneMatch((feature) -> offer.is(feature.name()))) {
				throw new UnsupportedFeatureException(new QName(offer.namespace(), offer.localName()));
			}
		}
	}

	private static boolean isRequired(Element offer) {
		return offer.child("required") != null;
	}

	/**
	 * A feature and the element that offers it.
	 *
	 * @param feature the feature
	 * @param offer the element
	 */
	record Choice(StreamFeature feature, Element offer) {
	}

}
