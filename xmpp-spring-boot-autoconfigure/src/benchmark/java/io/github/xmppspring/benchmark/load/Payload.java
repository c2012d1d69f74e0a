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

package io.github.xmppspring.benchmark.load;

/**
 * What is asked for, and what a right answer weighs: the proof that a peer has made its
 * own object of the bytes.
 *
 * @author XMPP for Spring Boot contributors
 */
enum Payload {

	/**
	 * A ping (XEP-0199), answered by an empty result.
	 */
	PING("urn:xmpp:ping", "ping", 0),

	/**
	 * A software version (XEP-0092), in a result of 276 bytes. Weighs the characters of
	 * the version.
	 */
	VERSION("jabber:iq:version", "query", Sample.VERSION.length()),

	/**
	 * A contact list (RFC 6121, 2), in a result of about 5.3 KB. Weighs its items.
	 */
	ROSTER("jabber:iq:roster", "query", Sample.CONTACTS);

	private final String namespace;

	private final String element;

	private final int weight;

	Payload(String namespace, String element, int weight) {
		this.namespace = namespace;
		this.element = element;
		this.weight = weight;
	}

	String namespace() {
		return this.namespace;
	}

	int weight() {
		return this.weight;
	}

	/**
	 * The payload of a request.
	 * @return an empty element
	 */
	String request() {
		return "<%s xmlns='%s'/>".formatted(this.element, this.namespace);
	}

	/**
	 * The payload of a result.
	 * @return XML, empty for a ping
	 */
	String result() {
		return switch (this) {
			case PING -> "";
			case VERSION -> "<query xmlns='%s'><name>%s</name><version>%s</version><os>%s</os></query>"
				.formatted(this.namespace, Sample.SOFTWARE, Sample.VERSION, Sample.SYSTEM);
			case ROSTER -> roster();
		};
	}

	private String roster() {
		StringBuilder roster = new StringBuilder("<query xmlns='" + this.namespace + "' ver='7'>");
		for (int i = 0; i < this.weight; i++) {
			roster.append("<item jid='")
				.append(Sample.contact(i))
				.append("' name='")
				.append(Sample.contactName(i))
				.append("' subscription='both'><group>")
				.append(Sample.GROUP)
				.append("</group></item>");
		}
		return roster.append("</query>").toString();
	}

}
