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

package io.github.xmppspring.payload.caps;

import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VerificationString}.
 *
 * @author XMPP for Spring Boot contributors
 */
class VerificationStringTests {

	private static final String IDENTITY = "<identity category='client' type='pc'/>";

	private static final String FORM_TYPE = "<field var='FORM_TYPE' type='hidden'><value>a</value></field>";

	// XEP-0115, 5.2
	@Test
	void simpleInformationHasTheHashOfTheXep() {
		DiscoInfo info = info("""
				<identity category='client' name='Exodus 0.9.1' type='pc'/>\
				<feature var='http://jabber.org/protocol/muc'/>\
				<feature var='http://jabber.org/protocol/disco#info'/>\
				<feature var='http://jabber.org/protocol/disco#items'/>\
				<feature var='http://jabber.org/protocol/caps'/>""");

		VerificationString string = VerificationString.of(info);

		assertThat(string.value()).isEqualTo("client/pc//Exodus 0.9.1<http://jabber.org/protocol/caps<"
				+ "http://jabber.org/protocol/disco#info<http://jabber.org/protocol/disco#items<"
				+ "http://jabber.org/protocol/muc<");
		assertThat(string.hash("sha-1")).isEqualTo("QgayPKawpkPSDYmwT/WM94uAlu0=");
		assertThat(VerificationString.verify(info,
				EntityCapabilities.of("sha-1", "http://code.google.com/p/exodus", "QgayPKawpkPSDYmwT/WM94uAlu0=")))
			.isTrue();
	}

	// XEP-0115, 5.3
	@Test
	void informationWithLanguagesAndFormHasTheHashOfTheXep() {
		DiscoInfo info = info("""
				<identity xml:lang='en' category='client' name='Psi 0.11' type='pc'/>\
				<identity xml:lang='el' category='client' name='Ψ 0.11' type='pc'/>\
				<feature var='http://jabber.org/protocol/caps'/>\
				<feature var='http://jabber.org/protocol/disco#info'/>\
				<feature var='http://jabber.org/protocol/disco#items'/>\
				<feature var='http://jabber.org/protocol/muc'/>\
				<x xmlns='jabber:x:data' type='result'>\
				<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:dataforms:softwareinfo</value></field>\
				<field var='ip_version' type='text-multi'><value>ipv4</value><value>ipv6</value></field>\
				<field var='os'><value>Mac</value></field><field var='os_version'><value>10.5.1</value></field>\
				<field var='software'><value>Psi</value></field>\
				<field var='software_version'><value>0.11</value></field></x>""");

		assertThat(VerificationString.of(info).hash("sha-1")).isEqualTo("q07IKJEyjvHSyhy//CH0CxmKi8w=");
		assertThat(VerificationString.isWellFormed(info)).isTrue();
	}

	@Test
	void orderOfTheDocumentDoesNotMatter() {
		DiscoInfo one = info("""
				<identity category='client' type='pc'/><identity category='account' type='registered'/>\
				<feature var='b'/><feature var='a'/>\
				<x xmlns='jabber:x:data' type='result'>\
				<field var='FORM_TYPE' type='hidden'><value>y</value></field></x>\
				<x xmlns='jabber:x:data' type='result'><field var='2'><value>d</value><value>c</value></field>\
				<field var='1'/><field var='FORM_TYPE' type='hidden'><value>x</value></field></x>""");

		assertThat(VerificationString.of(one).value()).isEqualTo("account/registered//<client/pc//<a<b<x<1<2<c<d<y<");
	}

	// As bytes of UTF-8, not as UTF-16
	@Test
	void orderIsThatOfBytes() {
		DiscoInfo info = info(IDENTITY + "<feature var='\uD83D\uDE00'/><feature var='\uFFFD'/>");

		assertThat(VerificationString.of(info).value()).isEqualTo("client/pc//<\uFFFD<\uD83D\uDE00<");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<x xmlns='jabber:x:data' type='result'><field var='a'/></x>",
			"<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE'><value>a</value></field></x>" })
	void formOfNoHiddenKindIsIgnored(String form) {
		assertThat(VerificationString.of(info(IDENTITY + form)).value()).isEqualTo("client/pc//<");
		assertThat(VerificationString.isWellFormed(info(IDENTITY + form))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { IDENTITY + IDENTITY, IDENTITY + "<feature var='a'/><feature var='a'/>",
			IDENTITY + "<x xmlns='jabber:x:data' type='result'>" + FORM_TYPE + "</x>"
					+ "<x xmlns='jabber:x:data' type='result'>" + FORM_TYPE + "</x>",
			IDENTITY + "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>"
					+ "<value>a</value><value>b</value></field></x>",
			"<feature var='a'/>", IDENTITY + "<feature var='a&lt;b'/>",
			"<identity category='a' type='b' name='c&lt;d'/>", "<identity category='a/b' type='c'/>",
			IDENTITY + "<x xmlns='jabber:x:data' type='result'>" + FORM_TYPE
					+ "<field var='b'><value>c&lt;d</value></field></x>" })
	void illFormedInformationIsNotVerified(String content) {
		DiscoInfo info = info(content);
		String hash = VerificationString.of(info).hash("sha-1");

		assertThat(VerificationString.isWellFormed(info)).isFalse();
		assertThat(VerificationString.verify(info, EntityCapabilities.of("sha-1", "n", hash))).isFalse();
	}

	@Test
	void sameKindOfFormTwiceInOneFieldIsWellFormed() {
		assertThat(VerificationString
			.isWellFormed(info(IDENTITY + "<feature var='b'/><x xmlns='jabber:x:data' type='result'>"
					+ "<field var='FORM_TYPE' type='hidden'><value>a</value><value>a</value></field></x>")))
			.isTrue();
	}

	@Test
	void featuresCannotBeHiddenInAForm() {
		DiscoInfo honest = info(IDENTITY + "<feature var='a'/><feature var='b'/><feature var='c'/><feature var='d'/>");
		DiscoInfo forged = info(IDENTITY + "<feature var='a'/><x xmlns='jabber:x:data' type='result'>"
				+ "<field var='FORM_TYPE' type='hidden'><value>b</value></field>"
				+ "<field var='c'><value>d</value></field></x>");

		assertThat(VerificationString.of(forged)).isEqualTo(VerificationString.of(honest));
		assertThat(VerificationString.isWellFormed(honest)).isTrue();
		assertThat(VerificationString.isWellFormed(forged)).isFalse();
	}

	@Test
	void whatIsNotInTheStringIsNotCovered() {
		DiscoInfo honest = info("""
				<identity category='client' type='pc' name='x' xml:lang='en'/><feature var='u'/>\
				<x xmlns='jabber:x:data' type='result'>\
				<field var='FORM_TYPE' type='hidden'><value>k</value></field><field var='a'><value>1</value></field>\
				</x>""");
		DiscoInfo more = info("""
				<identity category='client' type='pc' name='x' xml:lang='en' more='1'/>\
				<feature var='u'><more xmlns='urn:m'/></feature>\
				<x xmlns='jabber:x:data' type='result'>\
				<field var='FORM_TYPE'><value>k</value></field><field var='a'><value>forged</value></field></x>\
				<x xmlns='jabber:x:data' type='result'><title>forged</title>\
				<field var='FORM_TYPE' type='hidden'><value>k</value></field>\
				<field var='a' label='forged'><value>1</value></field></x><more xmlns='urn:m'/>""");

		assertThat(VerificationString.of(more)).isEqualTo(VerificationString.of(honest));
		assertThat(VerificationString.covered(more)).isEqualTo(honest);
		assertThat(VerificationString.covered(honest)).isEqualTo(honest);
	}

	@Test
	void otherHashAlgorithmsAreKnownByTheirNames() {
		VerificationString string = new VerificationString("abc");

		assertThat(string.hash("sha-256")).isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
		assertThat(string.hash("md5")).isEqualTo("kAFQmDzST7DWlj99KOF/cg==");
		assertThat(string.hash("none")).isNull();
	}

	@Test
	void otherHashIsNotVerified() {
		DiscoInfo info = info(IDENTITY);

		assertThat(VerificationString.verify(info, EntityCapabilities.of("sha-1", "n", "other"))).isFalse();
		assertThat(VerificationString.verify(info, EntityCapabilities.of("none", "n", "other"))).isFalse();
	}

	private static DiscoInfo info(String content) {
		return DiscoInfo.CODEC
			.read(Element.parse("<query xmlns='http://jabber.org/protocol/disco#info'>" + content + "</query>"));
	}

}
