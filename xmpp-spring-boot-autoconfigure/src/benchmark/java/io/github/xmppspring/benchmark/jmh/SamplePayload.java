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

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonRootName;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.pubsub.PubSub;
import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppElement;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.vcard4.VCard4;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.xml.Element;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import tools.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import tools.jackson.dataformat.xml.annotation.JacksonXmlProperty;

/**
 * The payloads that are measured: those of every family that is built in, and one of the
 * application for each way to bind it, an order with five lines.
 *
 * @author XMPP for Spring Boot contributors
 */
public enum SamplePayload {

	PING(Ping.class, "<ping xmlns='urn:xmpp:ping'/>"),

	VERSION(SoftwareVersion.class, Sample.VERSION.payload()),

	ROSTER(Roster.class, Sample.ROSTER.payload()),

	DISCO_INFO(DiscoInfo.class,
			"""
					<query xmlns='http://jabber.org/protocol/disco#info'>\
					<identity category='client' type='bot' name='desk'/>""" + feature("urn:xmpp:ping")
					+ feature("jabber:iq:version") + feature("http://jabber.org/protocol/disco#info")
					+ feature("http://jabber.org/protocol/caps") + feature("urn:example:tickets") + "</query>"),

	DATA_FORM(DataForm.class, """
			<x xmlns='jabber:x:data' type='form'><title>Bot</title><instructions>Fill in</instructions>\
			<field type='hidden' var='FORM_TYPE'><value>urn:example:bot</value></field>\
			<field type='boolean' var='public' label='Public'><required/><value>1</value></field>\
			<field type='list-multi' var='features' label='Features'><desc>What it does</desc>\
			<value>news</value><value>search</value><option label='News'><value>news</value></option>\
			<option label='Search'><value>search</value></option></field></x>"""),

	PUBSUB(PubSub.class, """
			<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:example:menu'>\
			<item id='monday'><dish xmlns='urn:example:menu' price='4.20'>Soup</dish></item>\
			<item id='tuesday'><dish xmlns='urn:example:menu' price='5.10'>Pie</dish></item></items></pubsub>"""),

	VCARD4(VCard4.class, """
			<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Juliet Capulet</text></fn>\
			<n><surname>Capulet</surname><given>Juliet</given><additional/></n>\
			<email><parameters><type><text>home</text></type></parameters><text>juliet@example.org</text></email>\
			<impp><uri>xmpp:juliet@example.org</uri></impp><bday><date>1597-01-01</date></bday></vcard>"""),

	RECORD(RecordOrder.class, order("urn:example:record")),

	JACKSON(JacksonOrder.class, order("urn:example:jackson")),

	JAXB(JaxbOrder.class, order("urn:example:jaxb"));

	private final Class<?> type;

	private final String xml;

	SamplePayload(Class<?> type, String xml) {
		this.type = type;
		this.xml = xml;
	}

	private static String feature(String name) {
		return "<feature var='" + name + "'/>";
	}

	private static String order(String namespace) {
		return "<order xmlns='" + namespace + "'><customer>juliet@example.org</customer>"
				+ "<line>Cream crackers, 12 packets</line>".repeat(5) + "<urgent>true</urgent></order>";
	}

	Class<?> type() {
		return this.type;
	}

	Element element() {
		return Element.parse(this.xml);
	}

	/**
	 * Bound by the starter.
	 */
	@XmppPayload(namespace = "urn:example:record", name = "order")
	record RecordOrder(@XmppElement Jid customer, @XmppElement("line") List<String> lines, @XmppElement boolean urgent,
			@XmppAttribute String note) {

	}

	/**
	 * Bound by Jackson.
	 */
	@JsonRootName(value = "order", namespace = "urn:example:jackson")
	record JacksonOrder(String customer,
			@JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "line") List<String> lines,
			boolean urgent) {

	}

	/**
	 * Bound by JAXB.
	 */
	@XmlRootElement(name = "order", namespace = "urn:example:jaxb")
	@XmlAccessorType(XmlAccessType.FIELD)
	static class JaxbOrder {

		@XmlElement
		private String customer;

		@XmlElement(name = "line")
		private List<String> lines = new ArrayList<>();

		@XmlElement
		private boolean urgent;

	}

}
