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

package io.github.xmppspring.payload.rsm;

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
 * Tests for {@link ResultSet} and {@link Page}.
 *
 * @author XMPP for Spring Boot contributors
 */
class ResultSetTests {

	@Test
	void asksForPages() {
		assertThat(write(ResultSet.firstPage(10))).isEqualTo(set("<max>10</max>"));
		assertThat(write(ResultSet.lastPage(10))).isEqualTo(set("<max>10</max><before/>"));
		assertThat(write(ResultSet.pageAfter("a", 10))).isEqualTo(set("<max>10</max><after>a</after>"));
		assertThat(write(ResultSet.pageBefore("a", 10))).isEqualTo(set("<max>10</max><before>a</before>"));
		assertThat(write(ResultSet.pageAt(371, 10))).isEqualTo(set("<max>10</max><index>371</index>"));
		assertThat(write(ResultSet.countOnly())).isEqualTo(set("<max>0</max>"));
	}

	@Test
	void readsWhatPageItIs() {
		ResultSet page = ResultSet.CODEC
			.read(set("<first index='10'>a</first><last>j</last><count>800</count><more xmlns='urn:x'/>"));

		assertThat(page.first()).isEqualTo("a");
		assertThat(page.firstIndex()).isEqualTo(10);
		assertThat(page.last()).isEqualTo("j");
		assertThat(page.count()).isEqualTo(800);
		assertThat(page.extensions()).isEqualTo(Extensions.of(Element.of("urn:x", "more")));
	}

	@Test
	void everythingSurvives() {
		ResultSet everything = new ResultSet(1, 2, "a", "", "f", 3, "l", 4, Extensions.of(Element.of("urn:x", "y")));

		assertThat(ResultSet.CODEC.read(write(everything))).isEqualTo(everything);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<max>a</max>", "<max>-1</max>", "<index/>", "<count>-1</count>",
			"<first index='a'>b</first>", "<first index='-1'>b</first>" })
	void numbersMustBeNumbers(String content) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> ResultSet.CODEC.read(set(content)))
			.withMessageContaining("malformed");
	}

	@Test
	void negativeNumbersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ResultSet.firstPage(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> ResultSet.pageAt(-1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> ResultSet.emptyPage(-1));
	}

	@Test
	void pageLeadsToItsNeighbours() {
		ResultSet page = ResultSet.page("a", 0, "j", 20);

		assertThat(page.next(10)).isEqualTo(ResultSet.pageAfter("j", 10));
		assertThat(page.previous(10)).isEqualTo(ResultSet.pageBefore("a", 10));
		assertThat(ResultSet.emptyPage(0).next(10)).isNull();
		assertThat(ResultSet.emptyPage(0).previous(10)).isNull();
	}

	@Test
	void nextPageIsThereUntilAllResultsWereSeen() {
		assertThat(new Page<>(List.of("a", "b"), ResultSet.page("a", 0, "b", 3)).hasNext()).isTrue();
		assertThat(new Page<>(List.of("c"), ResultSet.page("c", 2, "c", 3)).hasNext()).isFalse();
		assertThat(new Page<>(List.of("c"), ResultSet.page("c", null, "c", null)).hasNext()).isTrue();
		assertThat(new Page<>(List.of("c"), ResultSet.page("c", Integer.MAX_VALUE, "c", 3)).hasNext()).isFalse();
		assertThat(new Page<>(List.of(), ResultSet.emptyPage(3)).hasNext()).isFalse();
		assertThat(new Page<>(List.of("a"), null).hasNext()).isFalse();
	}

	@Test
	void totalIsKnownWithoutPagesOrByTheirCount() {
		assertThat(new Page<>(List.of("a"), ResultSet.page("a", 0, "a", 3)).total()).isEqualTo(3);
		assertThat(new Page<>(List.of("a"), ResultSet.page("a", 0, "a", null)).total()).isNull();
		assertThat(new Page<>(List.of("a"), null).total()).isEqualTo(1);
	}

	private static Element write(ResultSet set) {
		return ResultSet.CODEC.write(set);
	}

	private static Element set(String content) {
		return Element.parse("<set xmlns='http://jabber.org/protocol/rsm'>" + content + "</set>");
	}

}
