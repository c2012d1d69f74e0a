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

package io.github.xmppspring.payload.vcardtemp;

import java.util.List;

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
 * Tests for {@link VCardTemp} and its codec.
 *
 * @author XMPP for Spring Boot contributors
 */
class VCardTempTests {

	/**
	 * Each element of the DTD.
	 */
	private static final Element FULL = card("<VERSION>3.0</VERSION><FN>Dr. Juliet A. Capulet PhD</FN>"
			+ "<N><FAMILY>Capulet</FAMILY><GIVEN>Juliet</GIVEN><MIDDLE>A.</MIDDLE><PREFIX>Dr.</PREFIX>"
			+ "<SUFFIX>PhD</SUFFIX></N><NICKNAME>Jule</NICKNAME>"
			+ "<PHOTO><TYPE>image/png</TYPE><BINVAL>AQID</BINVAL></PHOTO><BDAY>1476-06-09</BDAY>"
			+ "<ADR><HOME/><WORK/><POSTAL/><PARCEL/><DOM/><INTL/><PREF/><POBOX>1</POBOX><EXTADD>Flat 2</EXTADD>"
			+ "<STREET>Via Cappello 23</STREET><LOCALITY>Verona</LOCALITY><REGION>VR</REGION><PCODE>37121</PCODE>"
			+ "<CTRY>Italy</CTRY></ADR><LABEL><HOME/><LINE>Via Cappello 23</LINE><LINE>Verona</LINE></LABEL>"
			+ "<TEL><HOME/><WORK/><VOICE/><FAX/><PAGER/><MSG/><CELL/><VIDEO/><BBS/><MODEM/><ISDN/><PCS/><PREF/>"
			+ "<NUMBER>+39 045 1</NUMBER></TEL>"
			+ "<EMAIL><HOME/><WORK/><INTERNET/><PREF/><X400/><USERID>juliet@example.com</USERID></EMAIL>"
			+ "<JABBERID>juliet@example.com</JABBERID><MAILER>Pigeon</MAILER><TZ>+01:00</TZ>"
			+ "<GEO><LAT>45.442</LAT><LON>10.9985</LON></GEO><TITLE>Daughter</TITLE><ROLE>Heroine</ROLE>"
			+ "<LOGO><TYPE>image/gif</TYPE><BINVAL>BAUG</BINVAL></LOGO><AGENT><vCard><FN>Nurse</FN></vCard></AGENT>"
			+ "<ORG><ORGNAME>Capulet</ORGNAME><ORGUNIT>House</ORGUNIT><ORGUNIT>Balcony</ORGUNIT></ORG>"
			+ "<CATEGORIES><KEYWORD>love</KEYWORD><KEYWORD>death</KEYWORD></CATEGORIES><NOTE>Too young</NOTE>"
			+ "<PRODID>quill</PRODID><REV>2026-01-01T00:00:00Z</REV><SORT-STRING>Capulet</SORT-STRING>"
			+ "<SOUND><PHONETIC>joo-lee-et</PHONETIC></SOUND><UID>u1</UID><URL>https://example.com/</URL>"
			+ "<CLASS><PUBLIC/></CLASS><KEY><TYPE>pgp</TYPE><CRED>secret?</CRED></KEY><DESC>Beautiful</DESC>");

	private static Element card(String content) {
		return Element.parse("<vCard xmlns='vcard-temp'>" + content + "</vCard>");
	}

	private static VCardTemp read(String content) {
		return VCardTemp.CODEC.read(card(content));
	}

	@Test
	void everyElementOfTheSchemaHasItsType() {
		VCardTemp card = VCardTemp.CODEC.read(FULL);

		assertThat(card.text(TempProperty.VERSION)).isEqualTo("3.0");
		assertThat(card.formattedName()).isEqualTo("Dr. Juliet A. Capulet PhD");
		assertThat(card.name()).isEqualTo(new StructuredName("Capulet", "Juliet", "A.", "Dr.", "PhD"));
		assertThat(card.nickname()).isEqualTo("Jule");
		assertThat(card.photo()).isEqualTo(Picture.photo("image/png", new byte[] { 1, 2, 3 }));
		assertThat(card.photo().data()).containsExactly(1, 2, 3);
		assertThat(card.addresses()).containsExactly(new PostalAddress(List.of(PostalAddress.Type.values()), "1",
				"Flat 2", "Via Cappello 23", "Verona", "VR", "37121", "Italy"));
		assertThat(card.labels())
			.containsExactly(new AddressLabel(List.of(PostalAddress.Type.HOME), List.of("Via Cappello 23", "Verona")));
		assertThat(card.telephones()).containsExactly(TelephoneNumber.of("+39 045 1", TelephoneNumber.Type.values()));
		assertThat(card.emails()).containsExactly(EmailAddress.of("juliet@example.com", EmailAddress.Type.values()));
		assertThat(card.position()).isEqualTo(new GeoPosition(45.442, 10.9985));
		assertThat(card.logo()).isEqualTo(Picture.logo("image/gif", new byte[] { 4, 5, 6 }));
		assertThat(card.agent()).extracting(Agent::card).extracting(VCardTemp::formattedName).isEqualTo("Nurse");
		assertThat(card.organizations()).containsExactly(Organization.of("Capulet", "House", "Balcony"));
		assertThat(card.categories()).containsExactly("love", "death");
		assertThat(card.sound()).isEqualTo(Sound.phonetic("joo-lee-et"));
		assertThat(card.classification()).isEqualTo(Classification.PUBLIC);
		assertThat(card.keys()).containsExactly(new Credential("pgp", "secret?"));
		assertThat(List.of(TempProperty.BDAY, TempProperty.JABBERID, TempProperty.MAILER, TempProperty.TZ,
				TempProperty.TITLE, TempProperty.ROLE, TempProperty.NOTE, TempProperty.PRODID, TempProperty.REV,
				TempProperty.SORT_STRING, TempProperty.UID, TempProperty.URL, TempProperty.DESC))
			.extracting(card::text)
			.containsExactly("1476-06-09", "juliet@example.com", "Pigeon", "+01:00", "Daughter", "Heroine", "Too young",
					"quill", "2026-01-01T00:00:00Z", "Capulet", "u1", "https://example.com/", "Beautiful");
		assertThat(card.extensions()).isEqualTo(Extensions.NONE);
	}

	@Test
	void cardIsBuiltOfTypes() {
		VCardTemp card = VCardTemp.builder()
			.text(TempProperty.VERSION, "3.0")
			.text(TempProperty.FN, "Dr. Juliet A. Capulet PhD")
			.add(new StructuredName("Capulet", "Juliet", "A.", "Dr.", "PhD"))
			.text(TempProperty.NICKNAME, "Jule")
			.add(Picture.photo("image/png", new byte[] { 1, 2, 3 }))
			.text(TempProperty.BDAY, "1476-06-09")
			.add(new PostalAddress(List.of(PostalAddress.Type.values()), "1", "Flat 2", "Via Cappello 23", "Verona",
					"VR", "37121", "Italy"))
			.add(new AddressLabel(List.of(PostalAddress.Type.HOME), List.of("Via Cappello 23", "Verona")))
			.add(TelephoneNumber.of("+39 045 1", TelephoneNumber.Type.values()))
			.add(EmailAddress.of("juliet@example.com", EmailAddress.Type.values()))
			.text(TempProperty.JABBERID, "juliet@example.com")
			.text(TempProperty.MAILER, "Pigeon")
			.text(TempProperty.TZ, "+01:00")
			.add(new GeoPosition(45.442, 10.9985))
			.text(TempProperty.TITLE, "Daughter")
			.text(TempProperty.ROLE, "Heroine")
			.add(Picture.logo("image/gif", new byte[] { 4, 5, 6 }))
			.add(new Agent(VCardTemp.builder().text(TempProperty.FN, "Nurse").build(), null))
			.add(Organization.of("Capulet", "House", "Balcony"))
			.add(new Categories(List.of("love", "death")))
			.text(TempProperty.NOTE, "Too young")
			.text(TempProperty.PRODID, "quill")
			.text(TempProperty.REV, "2026-01-01T00:00:00Z")
			.text(TempProperty.SORT_STRING, "Capulet")
			.add(Sound.phonetic("joo-lee-et"))
			.text(TempProperty.UID, "u1")
			.text(TempProperty.URL, "https://example.com/")
			.add(Classification.PUBLIC)
			.add(new Credential("pgp", "secret?"))
			.text(TempProperty.DESC, "Beautiful")
			.build();

		assertThat(VCardTemp.CODEC.write(card)).isEqualTo(FULL);
		assertThat(VCardTemp.CODEC.read(FULL)).isEqualTo(card);
	}

	@ParameterizedTest
	@ValueSource(strings = { //
			"", //
			"<ADR><CTRY>Italy</CTRY><HOME/><STREET/></ADR><FN>a</FN><ADR/>", //
			"<X-FLAG on='1'><a><b>c</b></a></X-FLAG><FN xml:lang='it'>a</FN>", //
			"<TEL><HOME>?</HOME><NUMBER x='1'>1<y xmlns='urn:y'/></NUMBER><NUMBER>2</NUMBER><z xmlns='urn:z'/></TEL>", //
			"<AGENT><EXTVAL>https://example.com/nurse</EXTVAL></AGENT>", //
			"<SOUND><BINVAL>AQID</BINVAL></SOUND><SOUND><EXTVAL>x</EXTVAL></SOUND>", //
			"<EMAIL>a@example.com</EMAIL><TEL>1</TEL><ORG>Capulet</ORG>", //
			"<filter xmlns='vcard-temp-filter'><JABBERID/></filter>" })
	void nothingIsLost(String content) {
		Element card = Element
			.parse("<vCard xmlns='vcard-temp' version='3.0' xmlns:x='urn:x' x:y='z'>" + content + "</vCard>");

		VCardTemp read = VCardTemp.CODEC.read(card);

		assertThat(VCardTemp.CODEC.write(read)).isEqualTo(card);
		assertThat(read.version()).isEqualTo("3.0");
		assertThat(VCardTemp.CODEC.read(VCardTemp.CODEC.write(read))).isEqualTo(read);
	}

	@Test
	void indentationIsNoText() {
		VCardTemp card = read("\n <N>\n  <GIVEN>Juliet</GIVEN>\n </N>\n <NOTE> two\n lines </NOTE>\n");

		assertThat(card.property(TempProperty.N)).extracting(TempProperty::text).isEqualTo("");
		assertThat(card.text(TempProperty.NOTE)).isEqualTo(" two\n lines ");
	}

	@Test
	void valuesWithoutTheirElementsAreUnderstood() {
		VCardTemp card = read("<EMAIL>a@example.com</EMAIL><TEL>1</TEL><ORG>Capulet</ORG><KEY>k</KEY><AGENT>u</AGENT>");

		assertThat(card.emails()).containsExactly(EmailAddress.of("a@example.com"));
		assertThat(card.telephones()).containsExactly(TelephoneNumber.of("1"));
		assertThat(card.organizations()).containsExactly(Organization.of("Capulet"));
		assertThat(card.keys()).containsExactly(new Credential(null, "k"));
		assertThat(card.agent()).isEqualTo(new Agent(null, "u"));
	}

	@Test
	void absentPropertiesAreNull() {
		VCardTemp card = VCardTemp.request();

		assertThat(card.isEmpty()).isTrue();
		assertThat(card.formattedName()).isNull();
		assertThat(card.name()).isNull();
		assertThat(card.photo()).isNull();
		assertThat(card.position()).isNull();
		assertThat(card.agent()).isNull();
		assertThat(card.sound()).isNull();
		assertThat(card.classification()).isNull();
		assertThat(card.emails()).isEmpty();
		assertThat(read("<CLASS><SECRET/></CLASS>").classification()).isNull();
		assertThat(read("<PHOTO><EXTVAL>x</EXTVAL></PHOTO>").photo().data()).isEmpty();
		assertThat(read("<SOUND/>").sound().data()).isEmpty();
	}

	@Test
	void base64MayHaveWhiteSpace() {
		VCardTemp card = read("<PHOTO><BINVAL>\n AQ\n ID \n</BINVAL></PHOTO><SOUND><BINVAL>AQ ID</BINVAL></SOUND>");

		assertThat(card.photo().data()).containsExactly(1, 2, 3);
		assertThat(card.sound().data()).containsExactly(1, 2, 3)
			.isEqualTo(Sound.recording(new byte[] { 1, 2, 3 }).data());
	}

	@Test
	void complaintsNameElementAndRule() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> read("<PHOTO><BINVAL>?</BINVAL></PHOTO>").photo().data())
			.withMessage("<BINVAL xmlns='vcard-temp'/> must hold Base64");
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> read("<GEO><LAT>north</LAT><LON>1</LON></GEO>").position())
			.withMessage("<LAT xmlns='vcard-temp'/> must hold a number");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> read("<GEO><LAT>1</LAT></GEO>").position())
			.withMessage("<GEO xmlns='vcard-temp'/> must have the child <LON/>");
	}

	@Test
	void agentIsCardOrAddress() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Agent(null, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new Agent(VCardTemp.request(), "x"));
	}

	@Test
	void changeKeepsTheRest() {
		VCardTemp card = read(
				"<FN>a</FN><X-A>b</X-A><TEL><NUMBER>1</NUMBER></TEL><NOTE/><TEL><NUMBER>2</NUMBER></TEL>");

		VCardTemp changed = card.mutate()
			.version("3.0")
			.text(TempProperty.FN, "c")
			.set(TelephoneNumber.of("3"))
			.remove(TempProperty.NOTE)
			.extensions(Extensions.of(Element.of("urn:x", "x")))
			.build();

		assertThat(VCardTemp.CODEC.write(changed))
			.isEqualTo(Element.parse("<vCard xmlns='vcard-temp' version='3.0'><FN>c</FN><X-A>b</X-A>"
					+ "<TEL><NUMBER>3</NUMBER></TEL><x xmlns='urn:x'/></vCard>"));
		assertThat(card.properties(TempProperty.TEL)).hasSize(2);
	}

	@Test
	void namespaceIsTheStringThatItIs() {
		assertThat(VCardTemp.CODEC.name()).isEqualTo(VCardTemp.NAME);
		assertThat(VCardTemp.CODEC.type()).isEqualTo(VCardTemp.class);
		assertThat(VCardTemp.CODEC.write(VCardTemp.request())).hasToString("<vCard xmlns=\"vcard-temp\"/>");
	}

}
