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

package io.github.xmppspring.payload.vcard4;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link VCard4} and its codec.
 *
 * @author XMPP for Spring Boot contributors
 */
class VCard4Tests {

	/**
	 * Each property and each parameter of the schema.
	 */
	private static final Element FULL = card("<source><uri>https://example.com/card</uri></source>"
			+ "<kind><text>individual</text></kind><xml><text>&lt;a/&gt;</text></xml><fn><parameters>"
			+ "<language><language-tag>it</language-tag></language><altid><text>1</text></altid><pid><text>1.1</text>"
			+ "<text>2</text></pid><pref><integer>1</integer></pref><type><text>work</text><text>home</text></type>"
			+ "</parameters><text>Juliet Capulet</text></fn><n><parameters><sort-as><text>Capulet</text>"
			+ "<text>Juliet</text></sort-as></parameters><surname>Capulet</surname><given>Juliet</given>"
			+ "<additional>A.</additional><additional>B.</additional><prefix>Dr.</prefix><suffix/></n>"
			+ "<nickname><text>Jule</text><text>Ju</text></nickname><photo><parameters><mediatype><text>image/png</text>"
			+ "</mediatype></parameters><uri>data:image/png;base64,AQID</uri></photo><bday><parameters><calscale>"
			+ "<text>gregorian</text></calscale></parameters><date>14760609</date></bday>"
			+ "<anniversary><date>--0415</date></anniversary>"
			+ "<gender><sex>F</sex><identity>young</identity></gender><adr><parameters><geo><uri>geo:45.4,11</uri></geo>"
			+ "<tz><text>Europe/Rome</text></tz><label><text>Via Cappello 23\nVerona</text></label></parameters>"
			+ "<pobox/><ext/><street>Via Cappello 23</street><locality>Verona</locality><region/><code>37121</code>"
			+ "<country>Italy</country></adr><tel><uri>tel:+39-045-1</uri></tel>"
			+ "<email><text>juliet@example.com</text></email><impp><uri>xmpp:juliet@example.com</uri></impp>"
			+ "<lang><language-tag>it</language-tag></lang><tz><utc-offset>+0100</utc-offset></tz>"
			+ "<geo><uri>geo:45.442,10.9985</uri></geo><title><text>Daughter</text></title>"
			+ "<role><text>Heroine</text></role><logo><uri>https://example.com/logo</uri></logo>"
			+ "<org><text>Capulet</text><text>Balcony</text></org><member><uri>urn:uuid:1</uri></member>"
			+ "<related><parameters><type><text>sweetheart</text></type></parameters>"
			+ "<uri>xmpp:romeo@example.net</uri></related><categories><text>love</text><text>death</text></categories>"
			+ "<note><text>Too young</text></note><prodid><text>quill</text></prodid>"
			+ "<rev><timestamp>20260101T000000Z</timestamp></rev><sound><uri>https://example.com/sound</uri></sound>"
			+ "<uid><uri>urn:uuid:2</uri></uid>"
			+ "<clientpidmap><sourceid>1</sourceid><uri>urn:uuid:3</uri></clientpidmap>"
			+ "<url><uri>https://example.com/</uri></url><key><uri>https://example.com/key</uri></key>"
			+ "<fburl><uri>https://example.com/busy</uri></fburl><caladruri><uri>mailto:a@example.com</uri></caladruri>"
			+ "<caluri><uri>https://example.com/cal</uri></caluri>");

	private static Element card(String content) {
		return Element.parse("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>" + content + "</vcard>");
	}

	private static VCard4 read(String content) {
		return VCard4.CODEC.read(card(content));
	}

	@Test
	void everyPropertyOfTheSchemaHasItsName() throws IllegalAccessException {
		Set<String> names = Set.of("adr", "anniversary", "bday", "caladruri", "caluri", "categories", "clientpidmap",
				"email", "fburl", "fn", "geo", "impp", "key", "kind", "lang", "logo", "member", "n", "nickname", "note",
				"org", "photo", "prodid", "related", "rev", "role", "gender", "sound", "source", "tel", "title", "tz",
				"uid", "url", "xml");

		assertThat(VCard4.CODEC.read(FULL).properties()).extracting(VCardProperty::name)
			.containsExactlyInAnyOrderElementsOf(names);
		assertThat(constants(VCardProperty.class)).containsExactlyInAnyOrderElementsOf(names);
		assertThat(constants(VCardParameter.class)).containsExactlyInAnyOrder("language", "pref", "altid", "pid",
				"type", "mediatype", "calscale", "sort-as", "geo", "tz", "label");
		assertThat(constants(VCardValue.class)).containsExactlyInAnyOrder("text", "uri", "date", "time", "date-time",
				"timestamp", "boolean", "integer", "float", "utc-offset", "language-tag");
	}

	private static List<String> constants(Class<?> type) throws IllegalAccessException {
		List<String> constants = new ArrayList<>();
		for (Field field : type.getFields()) {
			if (field.getType() == String.class) {
				constants.add((String) field.get(null));
			}
		}
		return constants;
	}

	@Test
	void everyPropertyIsRead() {
		VCard4 card = VCard4.CODEC.read(FULL);

		assertThat(card.formattedName()).isEqualTo("Juliet Capulet");
		assertThat(card.name()).isEqualTo(new StructuredName(List.of("Capulet"), List.of("Juliet"), List.of("A.", "B."),
				List.of("Dr."), List.of()));
		assertThat(card.nicknames()).containsExactly("Jule", "Ju");
		assertThat(card.value(VCardProperty.PHOTO).data()).containsExactly(1, 2, 3);
		assertThat(card.value(VCardProperty.BDAY).date()).isEqualTo(LocalDate.of(1476, 6, 9));
		assertThat(card.gender()).isEqualTo(new Gender("F", "young"));
		assertThat(card.addresses()).containsExactly(PostalAddress.of("Via Cappello 23", "37121", "Verona", "Italy"));
		assertThat(card.telephones()).containsExactly("tel:+39-045-1");
		assertThat(card.emails()).containsExactly("juliet@example.com");
		assertThat(card.impps()).containsExactly("xmpp:juliet@example.com");
		assertThat(card.texts(VCardProperty.ORG)).containsExactly("Capulet", "Balcony");
		assertThat(card.value(VCardProperty.REV).instant()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
		assertThat(card.clientPidMaps()).containsExactly(new ClientPidMap(1, "urn:uuid:3"));
		assertThat(card.text(VCardProperty.ANNIVERSARY)).isEqualTo("--0415");
		assertThat(card.property(VCardProperty.RELATED).parameters().types()).containsExactly("sweetheart");
		assertThat(VCard4.CODEC.write(card)).isEqualTo(FULL);
	}

	@Test
	void cardIsBuiltOfTypes() {
		VCard4 card = VCard4.builder()
			.uri("source", "https://example.com/card")
			.text("kind", "individual")
			.text("xml", "<a/>")
			.add(VCardProperty.text("fn", "Juliet Capulet")
				.with(VCardParameter.language("it"), VCardParameter.alternative("1"), VCardParameter.pid("1.1", "2"),
						VCardParameter.preference(1), VCardParameter.type("work", "home")))
			.add(new StructuredName(List.of("Capulet"), List.of("Juliet"), List.of("A.", "B."), List.of("Dr."),
					List.of())
				.toProperty()
				.with(VCardParameter.sortAs("Capulet", "Juliet")))
			.text("nickname", "Jule", "Ju")
			.add(VCardProperty.of("photo", VCardValue.data("image/png", new byte[] { 1, 2, 3 }))
				.with(VCardParameter.mediaType("image/png")))
			.add(VCardProperty.of("bday", VCardValue.date(LocalDate.of(1476, 6, 9)))
				.with(VCardParameter.calendar("gregorian")))
			.add(VCardProperty.of("anniversary", VCardValue.of(VCardValue.DATE, "--0415")))
			.add(new Gender("F", "young").toProperty())
			.add(PostalAddress.of("Via Cappello 23", "37121", "Verona", "Italy")
				.toProperty()
				.with(VCardParameter.geo("geo:45.4,11"), VCardParameter.timeZone("Europe/Rome"),
						VCardParameter.label("Via Cappello 23\nVerona")))
			.uri("tel", "tel:+39-045-1")
			.text("email", "juliet@example.com")
			.uri("impp", "xmpp:juliet@example.com")
			.add(VCardProperty.of("lang", VCardValue.languageTag("it")))
			.add(VCardProperty.of("tz", VCardValue.of(ZoneOffset.ofHours(1))))
			.uri("geo", "geo:45.442,10.9985")
			.text("title", "Daughter")
			.text("role", "Heroine")
			.uri("logo", "https://example.com/logo")
			.text("org", "Capulet", "Balcony")
			.uri("member", "urn:uuid:1")
			.add(VCardProperty.uri("related", "xmpp:romeo@example.net").with(VCardParameter.type("sweetheart")))
			.text("categories", "love", "death")
			.text("note", "Too young")
			.text("prodid", "quill")
			.add(VCardProperty.of("rev", VCardValue.timestamp(Instant.parse("2026-01-01T00:00:00Z"))))
			.uri("sound", "https://example.com/sound")
			.uri("uid", "urn:uuid:2")
			.add(new ClientPidMap(1, "urn:uuid:3").toProperty())
			.uri("url", "https://example.com/")
			.uri("key", "https://example.com/key")
			.uri("fburl", "https://example.com/busy")
			.uri("caladruri", "mailto:a@example.com")
			.uri("caluri", "https://example.com/cal")
			.build();

		assertThat(VCard4.CODEC.write(card)).isEqualTo(FULL);
		assertThat(VCard4.CODEC.read(FULL)).isEqualTo(card);
	}

	@ParameterizedTest
	@ValueSource(strings = { //
			"", //
			"<group name='work'><tel><text>1</text></tel><email><text>a</text></email></group><fn><text>b</text></fn>", //
			"<group name='' x='y'><fn><text>a</text></fn><z xmlns='urn:z'/></group><group name='a'/>", //
			"<x-pet a='b'><x-value c='d'><e><f/></e></x-value>bare<g xmlns='urn:g'/></x-pet>", //
			"<fn>bare</fn><lang><parameters><pref>1</pref></parameters><language-tag>en</language-tag></lang>", //
			"<gender><sex><text>M</text></sex></gender>", //
			"<fn><parameters a='b'><x-p c='d'><x-v>e</x-v><f xmlns='urn:f'/></x-p><g xmlns='urn:g'/></parameters>"
					+ "<text xml:lang='it'>h</text></fn>", //
			"<registration xmlns='urn:xmpp:vcard:registration:1'><uri>x</uri></registration>" })
	void nothingIsLost(String content) {
		Element card = Element
			.parse("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0' xmlns:x='urn:x' x:y='z'>" + content + "</vcard>");

		VCard4 read = VCard4.CODEC.read(card);

		assertThat(normal(VCard4.CODEC.write(read))).isEqualTo(normal(card));
		assertThat(VCard4.CODEC.read(VCard4.CODEC.write(read))).isEqualTo(read);
	}

	/**
	 * Texts that are mixed with elements come first when a card is written.
	 */
	private static Element normal(Element element) {
		Element.Builder builder = Element.builder(element.namespace(), element.localName()).text(element.text());
		element.attributes()
			.forEach((attribute) -> builder.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(),
					attribute.value()));
		element.children().forEach((child) -> builder.child(normal(child)));
		return builder.build();
	}

	@Test
	void groupsKeepTheirProperties() {
		VCard4 card = read("<fn><text>a</text></fn><group name='work'><tel><text>1</text></tel></group>");

		assertThat(card.entries()).containsExactly(VCardProperty.text("fn", "a"),
				VCardGroup.of("work", VCardProperty.text("tel", "1")));
		assertThat(card.telephones()).containsExactly("1");
	}

	@Test
	void preferredComesFirst() {
		VCard4 card = VCard4.builder()
			.text("email", "none")
			.add(VCardProperty.text("email", "second").with(VCardParameter.preference(2)))
			.add(VCardGroup.of("a", VCardProperty.text("email", "first").with(VCardParameter.preference(1))))
			.build();

		assertThat(card.emails()).containsExactly("first", "second", "none");
		assertThat(card.text("email")).isEqualTo("first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<pref/>", "<pref>x</pref>", "<pref><integer>0</integer></pref>",
			"<pref><integer>101</integer></pref>", "<pref><integer>99999999999</integer></pref>" })
	void strangePreferenceIsNone(String preference) {
		VCard4 card = read("<fn><parameters>" + preference + "</parameters><text>a</text></fn>");

		assertThat(card.property("fn").parameters().preference()).isNull();
	}

	@Test
	void absentPropertiesAreNull() {
		VCard4 card = VCard4.request();

		assertThat(card.isEmpty()).isTrue();
		assertThat(card.formattedName()).isNull();
		assertThat(card.name()).isNull();
		assertThat(card.gender()).isNull();
		assertThat(card.value("photo")).isNull();
		assertThat(card.emails()).isEmpty();
		assertThat(card.addresses()).isEmpty();
		assertThat(VCardProperty.of("fn").text()).isEmpty();
		assertThat(VCardProperty.of("fn").value()).isNull();
		assertThat(VCardProperty.of("fn").parameters().language()).isNull();
	}

	@Test
	void complaintsNameElementAndRule() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> read("<group name='a'><group name='b'/></group>"))
			.withMessageEndingWith("must not have a child <group/>");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> read("<group/>"))
			.withMessageContaining("<group xmlns='urn:ietf:params:xml:ns:vcard-4.0'/> must have the attribute 'name'");
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> read("<clientpidmap><sourceid>0</sourceid><uri>x</uri></clientpidmap>").clientPidMaps())
			.withMessageContaining("<clientpidmap xmlns='urn:ietf:params:xml:ns:vcard-4.0'/> must have a positive")
			.withNoCause();
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> read("<bday><date>--0415</date></bday>").value("bday").date())
			.withMessage("<date xmlns='urn:ietf:params:xml:ns:vcard-4.0'/> must hold a date");
	}

	@Test
	void illegalShapesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> VCardProperty.text("group", "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> VCardProperty.text("", "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> VCardValue.of("", "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> VCardParameter.preference(0));
		assertThatIllegalArgumentException().isThrownBy(() -> VCardParameter.preference(101));
		assertThatIllegalArgumentException().isThrownBy(() -> new ClientPidMap(0, "x"));
	}

	@Test
	void changeKeepsTheRest() {
		VCard4 card = read("<fn><text>a</text></fn><tel><text>1</text></tel><x-a/><tel><text>2</text></tel><note/>"
				+ "<group name='g'><tel><text>3</text></tel></group>");

		VCard4 changed = card.mutate()
			.set(VCardProperty.text("tel", "4"))
			.remove("note")
			.extensions(Extensions.of(Element.of("urn:x", "x")))
			.build();

		assertThat(VCard4.CODEC.write(changed)).isEqualTo(card("<fn><text>a</text></fn><tel><text>4</text></tel><x-a/>"
				+ "<group name='g'><tel><text>3</text></tel></group><x xmlns='urn:x'/>"));
	}

	@Test
	void parameterReplacesThatOfItsName() {
		VCardProperty property = VCardProperty.text("tel", "1")
			.with(VCardParameter.type("home"), VCardParameter.preference(2))
			.with(VCardParameter.type("work"));

		assertThat(property.parameters().types()).containsExactly("work");
		assertThat(property.parameters().preference()).isEqualTo(2);
	}

	@Test
	void cardsStandInLists() {
		Element list = Element.parse("<vcards xmlns='urn:ietf:params:xml:ns:vcard-4.0' a='b'><vcard/>"
				+ "<vcard><fn><text>a</text></fn></vcard><x xmlns='urn:x'/></vcards>");

		VCards cards = VCards.CODEC.read(list);

		assertThat(cards.cards()).containsExactly(VCard4.request(), VCard4.builder().text("fn", "a").build());
		assertThat(VCards.CODEC.write(cards)).isEqualTo(list);
		assertThat(VCards.CODEC.write(VCards.of(VCard4.request())))
			.isEqualTo(Element.parse("<vcards xmlns='urn:ietf:params:xml:ns:vcard-4.0'><vcard/></vcards>"));
	}

}
