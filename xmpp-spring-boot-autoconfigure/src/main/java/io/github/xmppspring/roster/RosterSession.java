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

package io.github.xmppspring.roster;

import java.time.Instant;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the contact list has to know about the connection: whose it is, and what the
 * server offers. A server pushes changes only in the session in which it was asked for
 * the contacts, so sessions are told apart.
 *
 * @param address the own address; while there is no stream, that of the account
 * @param since when the session began, {@code null} while there is no stream
 * @param features the stream features of the server, empty while there is no stream
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record RosterSession(Jid address, @Nullable Instant since, List<Element> features) {

	/**
	 * The stream feature of roster versioning (RFC 6121, 2.6.1).
	 */
	public static final QName VERSIONING = new QName("urn:xmpp:features:rosterver", "ver");

	/**
	 * The stream feature of pre-approved subscriptions (RFC 6121, 3.4).
	 */
	public static final QName PRE_APPROVAL = new QName("urn:xmpp:features:pre-approval", "sub");

	public RosterSession {
		Assert.notNull(address, "'address' must not be null");
		features = List.copyOf(features);
	}

	/**
	 * Whose contacts they are.
	 * @return the bare JID of the account
	 */
	public Jid account() {
		return this.address.bare();
	}

	/**
	 * Whether the server offers a feature.
	 * @param feature the name of the element that stands for it
	 * @return whether it is among the stream features
	 */
	public boolean offers(QName feature) {
		return this.features.stream().anyMatch((element) -> element.is(feature));
	}

}
