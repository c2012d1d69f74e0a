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

package io.github.xmppspring.stream;

import java.util.List;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the receiving entity offers at this point of the negotiation (RFC 6120, 4.3.2).
 *
 * @param features one element for each feature
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StreamFeatures(List<Element> features) {

	public StreamFeatures {
		features = List.copyOf(features);
	}

	/**
	 * Whether the element holds stream features.
	 * @param element a first-level child of a stream
	 * @return whether {@link #from} may be called
	 */
	public static boolean isStreamFeatures(Element element) {
		return element.is(Namespaces.STREAM, "features");
	}

	/**
	 * Reads stream features.
	 * @param element a {@code <stream:features/>} element
	 * @return the features
	 */
	public static StreamFeatures from(Element element) {
		Assert.isTrue(isStreamFeatures(element), "The element must be stream:features");
		return new StreamFeatures(element.children());
	}

	/**
	 * Finds a feature.
	 * @param namespace the namespace of its element
	 * @param localName the local name of its element
	 * @return the element, or {@code null} if the feature is not offered
	 */
	public @Nullable Element find(String namespace, String localName) {
		for (Element feature : this.features) {
			if (feature.is(namespace, localName)) {
				return feature;
			}
		}
		return null;
	}

	/**
	 * These features as an element.
	 * @return a {@code <stream:features/>} element
	 */
	public Element toElement() {
		return Element.builder(Namespaces.STREAM, "features").prefix("stream").children(this.features).build();
	}

}
