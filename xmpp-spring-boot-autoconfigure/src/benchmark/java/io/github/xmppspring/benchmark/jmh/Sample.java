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

package io.github.xmppspring.benchmark.jmh;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.xmppspring.xml.Element;

/**
 * The stanzas that are measured, as a client receives them: without a declaration of the
 * namespace of the stream.
 *
 * @author XMPP for Spring Boot contributors
 */
public enum Sample {

	/**
	 * An empty result, the answer to a ping.
	 */
	PING(73, ""),

	/**
	 * The version of a program (XEP-0092).
	 */
	VERSION(276,
			"<query xmlns='jabber:iq:version'><name>Reflector</name><version>1.0." + "0123456789".repeat(10)
					+ "</version><os>none</os></query>"),

	/**
	 * A roster of 50 contacts (RFC 6121, 2).
	 */
	ROSTER(10_925, roster());

	private final String xml;

	private final String payload;

	Sample(int bytes, String payload) {
		this.payload = payload;
		this.xml = "<iq type='result' from='localhost' to='bench@localhost/b' id='00000001'" + end(payload);
		if (this.xml.length() != bytes) {
			throw new IllegalStateException("%s has %d bytes".formatted(name(), this.xml.length()));
		}
	}

	private static String end(String payload) {
		return payload.isEmpty() ? "/>" : ">" + payload + "</iq>";
	}

	private static String roster() {
		return IntStream.range(0, 50)
			.mapToObj(Sample::item)
			.collect(Collectors.joining("", "<query xmlns='jabber:iq:roster' ver='7'>", "</query>"));
	}

	private static String item(int number) {
		return """
				<item jid='contact-%1$02d@department-%1$02d.example.org' subscription='both' ask='subscribe' approved='true'
				 name='Contact Number %1$02d of the Department of Examples'>\
				<group>Colleagues</group><group>Department %1$02d</group></item>"""
			.replace("\n", "")
			.formatted(number);
	}

	/**
	 * The stanza.
	 * @return its XML
	 */
	public String xml() {
		return this.xml;
	}

	/**
	 * The stanza as the network brings it.
	 * @return its UTF-8 bytes
	 */
	public byte[] bytes() {
		return this.xml.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The stanza, read.
	 * @return the element
	 */
	public Element element() {
		return Element.parse(this.xml.replaceFirst("<iq", "<iq xmlns='jabber:client'"));
	}

	/**
	 * What the stanza holds.
	 * @return XML, empty if it holds nothing
	 */
	public String payload() {
		return this.payload;
	}

	/**
	 * The beginning of the stream in which the stanza stands.
	 * @return the start tag
	 */
	public static String streamStart() {
		return "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'"
				+ " id='1' from='localhost'>";
	}

}
