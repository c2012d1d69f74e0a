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

package io.github.xmppspring.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SrvRecord}.
 *
 * @author XMPP for Spring Boot contributors
 */
class SrvRecordTests {

	@Test
	void lowerPriorityComesFirst() {
		List<SrvRecord> records = List.of(new SrvRecord(20, 0, 5222, "c.test"), new SrvRecord(5, 0, 5222, "a.test"),
				new SrvRecord(10, 0, 5222, "b.test"));

		assertThat(SrvRecord.order(records)).extracting(Endpoint::host).containsExactly("a.test", "b.test", "c.test");
	}

	@Test
	void weightDecidesHowOftenAHostComesFirst() {
		List<SrvRecord> records = List.of(new SrvRecord(1, 10, 5222, "seldom.test"),
				new SrvRecord(1, 90, 5222, "often.test"), new SrvRecord(1, 0, 5222, "hardly.test"));
		Map<String, Integer> first = new HashMap<>();

		for (int i = 0; i < 2000; i++) {
			first.merge(SrvRecord.order(records).get(0).host(), 1, Integer::sum);
		}

		assertThat(first.get("often.test")).isBetween(1600, 1950);
		assertThat(first.get("seldom.test")).isBetween(100, 350);
		assertThat(first.getOrDefault("hardly.test", 0)).isLessThan(100);
	}

	@Test
	void allHostsAreTried() {
		List<SrvRecord> records = List.of(new SrvRecord(1, 0, 5222, "a.test"), new SrvRecord(1, 0, 5223, "b.test"),
				new SrvRecord(1, 5, 5224, "c.test"));

		assertThat(SrvRecord.order(records)).containsExactlyInAnyOrder(new Endpoint("a.test", 5222),
				new Endpoint("b.test", 5223), new Endpoint("c.test", 5224));
	}

	@Test
	void rootAsTargetMeansThatTheServiceIsNotOffered() {
		assertThat(SrvRecord.order(List.of(new SrvRecord(0, 0, 0, "")))).isEmpty();
	}

}
