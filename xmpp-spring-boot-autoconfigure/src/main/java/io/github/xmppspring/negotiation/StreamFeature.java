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

import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A stream feature as the initiating entity sees it (RFC 6120, 4.3). Has no state of its
 * own, so one object serves all streams; each is negotiated at most once between two
 * restarts of a stream.
 * <p>
 * Of the features of a client, the first one that fits the progress of the stream is
 * negotiated, and then the next one. There need not be any order besides the milestones
 * that they need, forbid and reach.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface StreamFeature {

	/**
	 * The element with which servers offer the feature.
	 * @return the name of a child of {@code <stream:features/>}
	 */
	QName name();

	/**
	 * What its negotiation is called in messages and metrics: one of few names.
	 * @return by default the local part of the name of the element
	 */
	default String step() {
		return name().getLocalPart();
	}

	/**
	 * What a stream must have reached before.
	 * @return the milestones, possibly none
	 */
	Set<StreamMilestone> needs();

	/**
	 * What a stream must not have reached yet.
	 * @return the milestones, possibly none
	 */
	Set<StreamMilestone> forbids();

	/**
	 * Whether to negotiate the feature as it is offered.
	 * @param offer the element with which the server offers it
	 * @return whether to begin, by default always
	 */
	default boolean accepts(Element offer) {
		return true;
	}

	/**
	 * What is wrong if the time for this feature has come and the server does not offer
	 * it.
	 * @return a new exception, or {@code null}, the default, if the stream can do without
	 */
	default @Nullable NegotiationException missing() {
		return null;
	}

	/**
	 * Makes ready to negotiate the feature on a stream.
	 * @param stream the stream
	 * @param offer the element with which the server offers the feature
	 * @return the negotiation, which has not sent anything yet
	 */
	Negotiation negotiate(StreamContext stream, Element offer);

}
