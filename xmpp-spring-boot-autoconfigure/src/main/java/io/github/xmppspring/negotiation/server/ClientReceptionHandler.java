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

package io.github.xmppspring.negotiation.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import io.github.xmppspring.stream.StreamFeatures;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Negotiates a stream with a client: answers each of its headers, offers what the time
 * has come for, leads the elements of the client to the step to which they belong, and
 * leaves the pipeline when a resource is bound.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ClientReceptionHandler extends StreamReceptionHandler {

	private static final Pattern VERSION = Pattern.compile("0*[1-9][0-9]*\\.[0-9]+");

	private final ClientStreamReception settings;

	private final List<ReceptionStep> steps;

	private @Nullable Jid domain;

	private @Nullable Jid account;

	ClientReceptionHandler(ClientStreamReception settings, StreamReceptionListener listener) {
		super("client", Namespaces.CLIENT, settings.ids(), settings.timeout(), listener);
		this.settings = settings;
		this.steps = List.of(new StartTlsReception(this, settings.tls(), settings.isTlsRequired()),
				new SaslReception(this, settings), new BindingReception(this, settings.binder()),
				new ResumptionReception(this, settings.resumer()));
	}

	@Override
	protected void begin() {
		// the client speaks first
	}

	@Override
	protected void receive(StreamHeader received) {
		Jid to = jid(received.to());
		Jid from = jid(received.from());
		boolean known = to != null && this.settings.domains().contains(to);
		open(known ? to : defaultDomain(), from);
		if (received.version() == null || !VERSION.matcher(received.version()).matches()) {
			throw refusal(StreamErrorCondition.UNSUPPORTED_VERSION, "The client does not support XMPP 1.0");
		}
		if (!known || (this.account != null && !this.account.domainJid().equals(to))) {
			throw refusal(StreamErrorCondition.HOST_UNKNOWN, "The client wants a domain that is not served");
		}
		if (received.from() != null && !isClient(from)) {
			throw refusal(StreamErrorCondition.INVALID_FROM, "The client says that it is somebody else");
		}
		this.domain = to;
		sendFeatures();
	}

	private boolean isClient(@Nullable Jid from) {
		return from != null && (this.account == null || from.bare().equals(this.account));
	}

	private void sendFeatures() {
		List<Element> features = new ArrayList<>();
		for (ReceptionStep step : this.steps) {
			Element offer = step.offer();
			if (offer != null) {
				features.add(offer);
			}
		}
		if (progress().has(StreamMilestone.AUTHENTICATED)) {
			features.addAll(this.settings.features());
		}
		send(new StreamFeatures(features).toElement());
	}

	@Override
	protected void receive(Element element) {
		if (StreamError.isStreamError(element)) {
			fail(StreamException.received(StreamError.from(element), "client"));
			return;
		}
		ReceptionStep step = stepFor(element);
		if (step == null) {
			throw unexpected(element);
		}
		step.receive(element);
	}

	private @Nullable ReceptionStep stepFor(Element element) {
		for (ReceptionStep step : this.steps) {
			if (step.isRunning()) {
				return step.takes(element) ? step : null;
			}
		}
		for (ReceptionStep step : this.steps) {
			if (step.takes(element)) {
				return step;
			}
		}
		return null;
	}

	/**
	 * What to throw if the client sends something that has no place here. Stanzas have
	 * none before a resource is bound (RFC 6120, 7.1), and nothing has before the client
	 * is authenticated (RFC 6120, 4.9.3.12).
	 * @param element what the client sent
	 * @return a new exception
	 */
	StreamException unexpected(Element element) {
		boolean known = progress().has(StreamMilestone.AUTHENTICATED) && !element.namespace().equals(Namespaces.CLIENT);
		return refusal(known ? StreamErrorCondition.UNSUPPORTED_STANZA_TYPE : StreamErrorCondition.NOT_AUTHORIZED,
				"The client sent an unexpected element in the negotiation");
	}

	@Override
	public void finished() {
		// the client opens the next stream
	}

	@Override
	protected XmlLimits limits() {
		return progress().has(StreamMilestone.AUTHENTICATED) ? this.settings.authenticatedLimits()
				: this.settings.limits();
	}

	@Override
	Jid defaultDomain() {
		return this.settings.domains().iterator().next();
	}

	@Override
	String version() {
		return "1.0";
	}

	/**
	 * The domain that the client wants.
	 * @return one of those that are served
	 */
	Jid domain() {
		Assert.state(this.domain != null, "The stream has not been opened");
		return this.domain;
	}

	/**
	 * The client is {@linkplain StreamMilestone#AUTHENTICATED authenticated} from here
	 * on.
	 * @param account its bare JID
	 * @param mechanism the SASL mechanism
	 */
	void authenticated(Jid account, String mechanism) {
		this.account = account;
		progress().authenticated(mechanism);
	}

	/**
	 * Who the client is.
	 * @return the bare JID
	 */
	Jid account() {
		Assert.state(this.account != null, "The client is not authenticated");
		return this.account;
	}

}
