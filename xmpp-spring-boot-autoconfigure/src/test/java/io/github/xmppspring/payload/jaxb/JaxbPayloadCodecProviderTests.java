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

package io.github.xmppspring.payload.jaxb;

import java.util.ArrayList;
import java.util.List;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.jaxb.qualified.QualifiedVersion;
import io.github.xmppspring.xml.Element;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JaxbPayloadCodecProvider}.
 *
 * @author XMPP for Spring Boot contributors
 */
class JaxbPayloadCodecProviderTests {

	private final PayloadCodecs codecs = new PayloadCodecs(List.of(), List.of(new JaxbPayloadCodecProvider()));

	@Test
	void elementsWithoutNamespaceStandInThatOfTheirParent() {
		Element written = this.codecs.write(roster());

		assertThat(written).hasToString("<query xmlns=\"jabber:iq:roster\" ver=\"v1\"><item jid=\"a@x\">"
				+ "<group rank=\"1\">Friends</group><group>Work</group></item><item jid=\"b@x\"/></query>");
		assertThat(this.codecs.read(written, Roster.class)).usingRecursiveComparison().isEqualTo(roster());
	}

	@Test
	void elementsMayNameTheirNamespaces() {
		Explicit explicit = new Explicit();
		explicit.name = "a";
		explicit.delay = new Delay();
		explicit.delay.stamp = "then";

		Element written = this.codecs.write(explicit);

		assertThat(written).hasToString(
				"<query xmlns=\"urn:e\"><name>a</name><delay xmlns=\"urn:xmpp:delay\" stamp=\"then\"/></query>");
		assertThat(this.codecs.read(written, Explicit.class)).usingRecursiveComparison().isEqualTo(explicit);
	}

	@Test
	void packageMayQualifyItsElements() {
		QualifiedVersion version = new QualifiedVersion();
		version.setName("a");

		Element written = this.codecs.write(version);

		assertThat(written).hasToString("<query xmlns=\"jabber:iq:version\"><name>a</name></query>");
		assertThat(this.codecs.read(written, QualifiedVersion.class).getName()).isEqualTo("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<query xmlns='urn:other'/>", "<other xmlns='jabber:iq:roster'/>", "<query/>" })
	void wrongRootIsRejected(String xml) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> read(xml, Roster.class))
			.withMessageContaining("{jabber:iq:roster}query");
	}

	@Test
	void elementsOfOtherNamespacesAreIgnored() {
		Roster roster = read("""
				<query xmlns='jabber:iq:roster' xmlns:e='urn:evil' e:ver='evil'><e:item jid='evil@x'/>\
				<e:x><item jid='evil@x'/></e:x><item jid='a@x' more='1'><more/></item></query>""", Roster.class);

		assertThat(roster.ver).isNull();
		assertThat(roster.items).extracting((item) -> item.jid).containsExactly("a@x");
	}

	@Test
	void valueThatCannotBeReadIsRejected() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> read("<count xmlns='urn:c'><value>secret</value></count>", Count.class))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@Test
	void typeOfASubclassIsKept() {
		Count count = new DoubleCount();
		Holder holder = new Holder();
		holder.count = count;

		Element written = this.codecs.write(holder);

		assertThat(this.codecs.read(Element.parse(written.toString()), Holder.class).count)
			.isInstanceOf(DoubleCount.class);
	}

	@Test
	void nameComesFromTheClassIfNotGiven() {
		assertThat(this.codecs.nameOf(ServerTime.class)).isEqualTo(new QName("urn:t", "serverTime"));
		assertThat(this.codecs.write(new ServerTime()).name()).isEqualTo(new QName("urn:t", "serverTime"));
	}

	@Test
	void typeWithoutRootElementIsLeftToOtherProviders() {
		assertThat(new JaxbPayloadCodecProvider().codecFor(Item.class)).isNull();
	}

	@Test
	void rootElementWithoutNamespaceIsRefused() {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> this.codecs.nameOf(Nowhere.class))
			.withMessageContaining(Nowhere.class.getName())
			.withMessageContaining("@XmlRootElement(name, namespace)");
	}

	private <T> T read(String xml, Class<T> type) {
		return this.codecs.read(Element.parse(xml), type);
	}

	private static Roster roster() {
		Roster roster = new Roster();
		roster.ver = "v1";
		roster.items.add(item("a@x", group("1", "Friends"), group(null, "Work")));
		roster.items.add(item("b@x"));
		return roster;
	}

	private static Item item(String jid, Group... groups) {
		Item item = new Item();
		item.jid = jid;
		item.groups.addAll(List.of(groups));
		return item;
	}

	private static Group group(@Nullable String rank, String name) {
		Group group = new Group();
		group.rank = rank;
		group.name = name;
		return group;
	}

	@XmlRootElement(name = "query", namespace = "jabber:iq:roster")
	@XmlAccessorType(XmlAccessType.FIELD)
	static class Roster {

		@XmlAttribute
		@Nullable String ver;

		@XmlElement(name = "item")
		List<Item> items = new ArrayList<>();

	}

	@XmlAccessorType(XmlAccessType.FIELD)
	static class Item {

		@XmlAttribute
		@Nullable String jid;

		@XmlElement(name = "group")
		List<Group> groups = new ArrayList<>();

	}

	@XmlAccessorType(XmlAccessType.FIELD)
	static class Group {

		@XmlAttribute
		@Nullable String rank;

		@XmlValue
		@Nullable String name;

	}

	@XmlRootElement(name = "query", namespace = "urn:e")
	@XmlAccessorType(XmlAccessType.FIELD)
	static class Explicit {

		@XmlElement(namespace = "urn:e")
		@Nullable String name;

		@XmlElement(namespace = "urn:xmpp:delay")
		@Nullable Delay delay;

	}

	@XmlAccessorType(XmlAccessType.FIELD)
	static class Delay {

		@XmlAttribute
		@Nullable String stamp;

	}

	@XmlRootElement(name = "count", namespace = "urn:c")
	@XmlAccessorType(XmlAccessType.FIELD)
	@XmlSeeAlso(DoubleCount.class)
	static class Count {

		int value;

	}

	@XmlType(namespace = "urn:c")
	static class DoubleCount extends Count {

	}

	@XmlRootElement(name = "holder", namespace = "urn:h")
	@XmlAccessorType(XmlAccessType.FIELD)
	static class Holder {

		@Nullable Count count;

	}

	@XmlRootElement(namespace = "urn:t")
	static class ServerTime {

	}

	@XmlRootElement
	static class Nowhere {

	}

}
