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

package io.github.xmppspring.payload.jackson;

import java.util.List;

import javax.xml.namespace.QName;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.XmlWriteFeature;
import tools.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import tools.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import tools.jackson.dataformat.xml.annotation.JacksonXmlText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JacksonPayloadCodecProvider}.
 *
 * @author XMPP for Spring Boot contributors
 */
class JacksonPayloadCodecProviderTests {

	private final PayloadCodecs codecs = codecs(new JacksonPayloadCodecProvider());

	@Test
	void recordWithNullIsWrittenWithoutTraceOfIt() {
		Element written = this.codecs.write(new Version("sample", "1.0", null));

		assertThat(written)
			.hasToString("<query xmlns=\"jabber:iq:version\"><name>sample</name><version>1.0</version></query>");
	}

	@Test
	void recordIsReadWithNullForWhatIsMissing() {
		assertThat(read("<query xmlns='jabber:iq:version'>\n <name>a</name>\n <version/>\n</query>", Version.class))
			.isEqualTo(new Version("a", "", null));
		assertThat(read("<query xmlns='jabber:iq:version'/>", Version.class)).isEqualTo(new Version(null, null, null));
	}

	@Test
	void emptyRecordIsAnEmptyElement() {
		assertThat(this.codecs.write(new Listing())).hasToString("<list xmlns=\"urn:example:tickets\"/>");
		assertThat(read("<list xmlns='urn:example:tickets'/>", Listing.class)).isEqualTo(new Listing());
		assertThat(read("<list xmlns='urn:example:tickets'><more/></list>", Listing.class)).isEqualTo(new Listing());
	}

	@Test
	void nestedListsAttributesAndTextsSurvive() {
		Roster roster = new Roster("v1",
				List.of(new Item("a@x", "A", List.of(new Group("1", "Friends"), new Group(null, "Work"))),
						new Item("b@x", null, List.of(new Group(null, null)))));

		Element written = this.codecs.write(roster);

		assertThat(written).isEqualTo(Element.parse("""
				<query xmlns='jabber:iq:roster' ver='v1'><item jid='a@x' name='A'><group rank='1'>Friends</group>\
				<group>Work</group></item><item jid='b@x'><group/></item></query>"""));
		assertThat(this.codecs.read(written, Roster.class)).isEqualTo(roster);
	}

	@Test
	void charactersAreEscapedNowhere() {
		Version version = new Version("<&>\"'", "\u20ac\ud83d\ude00", "a\tb");

		assertThat(this.codecs.read(this.codecs.write(version), Version.class)).isEqualTo(version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<query xmlns='urn:other'/>", "<other xmlns='jabber:iq:version'/>", "<query/>" })
	void wrongRootIsRejected(String xml) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> read(xml, Version.class))
			.withMessageContaining("{jabber:iq:version}query");
	}

	@Test
	void elementsOfOtherNamespacesAreIgnored() {
		Version version = read("""
				<query xmlns='jabber:iq:version' xmlns:e='urn:evil'><e:name>evil</e:name><name>good</name>\
				<x xmlns='urn:evil'><version xmlns='jabber:iq:version'>evil</version></x><name xmlns=''>evil</name>\
				<e:version>evil</e:version></query>""", Version.class);

		assertThat(version).isEqualTo(new Version("good", null, null));
	}

	@Test
	void attributesOfOtherNamespacesAreIgnored() {
		Roster roster = read("<query xmlns='jabber:iq:roster' e:ver='evil' xmlns:e='urn:evil' xml:lang='en'/>",
				Roster.class);

		assertThat(roster.ver()).isNull();
	}

	@Test
	void attributesDoNotKeepTextFromBeingRead() {
		assertThat(read("<query xmlns='jabber:iq:version'><name xml:lang='en'>a</name></query>", Version.class))
			.isEqualTo(new Version("a", null, null));
	}

	@Test
	void elementInAnotherNamespaceIsReadIntoThePropertyThatNamesIt() {
		Envelope envelope = new Envelope("a", "b", new Delay("then"));

		Element written = this.codecs.write(envelope);

		assertThat(written).hasToString("<envelope xmlns=\"urn:e\"><own>a</own><foreign xmlns=\"urn:f\">b</foreign>"
				+ "<delay xmlns=\"urn:xmpp:delay\" stamp=\"then\"/></envelope>");
		assertThat(this.codecs.read(written, Envelope.class)).isEqualTo(envelope);
		assertThat(read("<envelope xmlns='urn:e'><own xmlns='urn:f'>x</own><foreign>x</foreign></envelope>",
				Envelope.class))
			.isEqualTo(new Envelope(null, null, null));
	}

	@Test
	void propertyMayNameTheNamespaceThatItHasAnyway() {
		Verbose verbose = new Verbose("a", List.of(new VerboseItem("b")));

		Element written = this.codecs.write(verbose);

		assertThat(written).hasToString("<verbose xmlns=\"urn:v\"><text>a</text><item><text>b</text></item></verbose>");
		assertThat(this.codecs.read(written, Verbose.class)).isEqualTo(verbose);
	}

	@Test
	void propertyOfAttributeInANamespaceIsReadFromIt() {
		Localized localized = new Localized("en", "text");

		Element written = this.codecs.write(localized);

		assertThat(written).isEqualTo(Element.parse("<l xmlns='urn:l' xml:lang='en'>text</l>"));
		assertThat(this.codecs.read(written, Localized.class)).isEqualTo(localized);
		assertThat(read("<l xmlns='urn:l' lang='en'>text</l>", Localized.class)).isEqualTo(new Localized(null, "text"));
	}

	@Test
	void wrappedListIsReadFromItsWrapper() {
		Wrapped wrapped = new Wrapped(List.of("a", "b"));

		Element written = this.codecs.write(wrapped);

		assertThat(written).hasToString(
				"<w xmlns=\"urn:w\"><list xmlns=\"urn:wrapper\"><entry>a</entry>" + "<entry>b</entry></list></w>");
		assertThat(this.codecs.read(written, Wrapped.class)).isEqualTo(wrapped);
		assertThat(read("<w xmlns='urn:w'><list><entry>a</entry></list></w>", Wrapped.class))
			.isEqualTo(new Wrapped(null));
	}

	@Test
	void classWithSettersIsReadAndWritten() {
		Bean bean = new Bean();
		bean.setName("a");

		Element written = this.codecs.write(bean);

		assertThat(written).hasToString("<bean xmlns=\"urn:b\"><name xmlns=\"urn:n\">a</name></bean>");
		assertThat(this.codecs.read(written, Bean.class).getName()).isEqualTo("a");
		assertThat(read("<bean xmlns='urn:b'><name>a</name></bean>", Bean.class).getName()).isNull();
	}

	@Test
	void valueThatCannotBeReadIsRejectedWithoutBeingRepeated() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> read("<count xmlns='urn:c'><value>secret</value></count>", Count.class))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@Test
	void settingsOfTheMapperAreTaken() {
		XmlMapper mapper = XmlMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
			.enable(SerializationFeature.INDENT_OUTPUT)
			.enable(XmlWriteFeature.WRITE_XML_DECLARATION)
			.build();

		Element written = codecs(new JacksonPayloadCodecProvider(mapper)).write(new Count(1, 2));

		assertThat(written).hasToString("<count xmlns=\"urn:c\"><value>1</value><max-value>2</max-value></count>");
	}

	@Test
	void typeWithoutRootNameIsLeftToOtherProviders() {
		assertThat(new JacksonPayloadCodecProvider().codecFor(Group.class)).isNull();
	}

	@Test
	void nameOfTheTypeIsThatOfTheAnnotation() {
		PayloadCodec<Version> codec = this.codecs.codecFor(Version.class);

		assertThat(codec.name()).isEqualTo(new QName("jabber:iq:version", "query"));
	}

	@Test
	void rootNameWithoutNamespaceIsRefused() {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> this.codecs.nameOf(Nowhere.class))
			.withMessageContaining("@JsonRootName(value, namespace)")
			.withMessageContaining(Nowhere.class.getName());
	}

	private <T> T read(String xml, Class<T> type) {
		return this.codecs.read(Element.parse(xml), type);
	}

	private static PayloadCodecs codecs(JacksonPayloadCodecProvider provider) {
		return new PayloadCodecs(List.of(), List.of(provider));
	}

	@JsonRootName(value = "query", namespace = "jabber:iq:version")
	record Version(@Nullable String name, @Nullable String version, @Nullable String os) {
	}

	@JsonRootName(value = "list", namespace = "urn:example:tickets")
	record Listing() {
	}

	@JsonRootName(value = "query", namespace = "jabber:iq:roster")
	record Roster(@JacksonXmlProperty(isAttribute = true) @Nullable String ver,
			@JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "item") List<Item> items) {
	}

	record Item(@JacksonXmlProperty(isAttribute = true) String jid,
			@JacksonXmlProperty(isAttribute = true) @Nullable String name, @JacksonXmlElementWrapper(
					useWrapping = false) @JacksonXmlProperty(localName = "group") List<Group> groups) {
	}

	record Group(@JacksonXmlProperty(isAttribute = true) @Nullable String rank, @JacksonXmlText @Nullable String name) {
	}

	@JsonRootName(value = "envelope", namespace = "urn:e")
	record Envelope(@Nullable String own, @JsonProperty(namespace = "urn:f") @Nullable String foreign,
			@JacksonXmlProperty(localName = "delay", namespace = "urn:xmpp:delay") @Nullable Delay delayed) {
	}

	record Delay(@JacksonXmlProperty(isAttribute = true) String stamp) {
	}

	@JsonRootName(value = "verbose", namespace = "urn:v")
	record Verbose(@JacksonXmlProperty(namespace = "urn:v") String text,
			@JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "item",
					namespace = "urn:v") List<VerboseItem> items) {
	}

	record VerboseItem(@JacksonXmlProperty(namespace = "urn:v") String text) {
	}

	@JsonRootName(value = "l", namespace = "urn:l")
	record Localized(
			@JacksonXmlProperty(isAttribute = true, localName = "lang",
					namespace = "http://www.w3.org/XML/1998/namespace") @Nullable String language,
			@JacksonXmlText String text) {
	}

	@JsonRootName(value = "w", namespace = "urn:w")
	record Wrapped(@JacksonXmlElementWrapper(localName = "list",
			namespace = "urn:wrapper") @JacksonXmlProperty(localName = "entry") @Nullable List<String> entries) {
	}

	@JsonRootName(value = "count", namespace = "urn:c")
	record Count(int value, int maxValue) {
	}

	@JsonRootName("nowhere")
	record Nowhere() {
	}

	@JsonRootName(value = "bean", namespace = "urn:b")
	static final class Bean {

		private @Nullable String name;

		@JsonProperty(value = "name", namespace = "urn:n")
		@Nullable String getName() {
			return this.name;
		}

		void setName(@Nullable String name) {
			this.name = name;
		}

	}

}
