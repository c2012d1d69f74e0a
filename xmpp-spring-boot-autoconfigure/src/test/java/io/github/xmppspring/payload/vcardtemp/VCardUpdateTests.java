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

import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VCardUpdate}.
 *
 * @author XMPP for Spring Boot contributors
 */
class VCardUpdateTests {

	private static final String HASH = "7037807198c22a7d2b0807371d763779a84fdfcf";

	private static Element update(String content) {
		return Element.parse("<x xmlns='vcard-temp:x:update'>" + content + "</x>");
	}

	@Test
	void tellsWhatIsKnownOfThePhoto() {
		assertThat(VCardUpdate.CODEC.write(VCardUpdate.notReady())).isEqualTo(update(""));
		assertThat(VCardUpdate.CODEC.write(VCardUpdate.noPhoto())).isEqualTo(update("<photo/>"));
		assertThat(VCardUpdate.CODEC.write(VCardUpdate.of(new byte[] { 1, 2, 3 })))
			.isEqualTo(update("<photo>" + HASH + "</photo>"));
	}

	@Test
	void hashIsThatOfTheCard() {
		VCardTemp card = VCardTemp.builder().add(Picture.photo("image/png", new byte[] { 1, 2, 3 })).build();

		assertThat(VCardUpdate.of(card).photo()).isEqualTo(HASH);
		assertThat(VCardUpdate.of(VCardTemp.request())).isEqualTo(VCardUpdate.noPhoto());
		assertThat(VCardUpdate.of(new byte[0])).isEqualTo(VCardUpdate.noPhoto());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<photo/>", "<photo>" + HASH + "</photo>", "<nick>x</nick><y xmlns='urn:y'/>" })
	void nothingIsLost(String content) {
		VCardUpdate read = VCardUpdate.CODEC.read(update(content));

		assertThat(VCardUpdate.CODEC.write(read)).isEqualTo(update(content));
	}

	@Test
	void readsPhoto() {
		assertThat(VCardUpdate.CODEC.read(update("")).photo()).isNull();
		assertThat(VCardUpdate.CODEC.read(update("<photo/>")).photo()).isEmpty();
		assertThat(VCardUpdate.CODEC.read(update("<photo>\n" + HASH + "</photo>")).photo()).isEqualTo(HASH);
	}

}
