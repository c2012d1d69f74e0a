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

package io.github.xmppspring.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimingWheel}.
 *
 * @author XMPP for Spring Boot contributors
 */
class TimingWheelTests {

	private final TimingWheel wheel = new TimingWheel();

	@Test
	void emptyWheelHasNothingToDo() {
		assertThat(this.wheel.isEmpty()).isTrue();
		assertThat(this.wheel.next()).isEqualTo(TimingWheel.NEVER);
		assertThat(due(Long.MAX_VALUE / 2)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 63, 64, 65, 100, 4095, 4096, 4097, 30_000, 262_143, 262_144, 3_600_000, 1L << 40,
			(1L << 48) - 1 })
	void entryIsDueAtItsTickAndNotBefore(long tick) {
		Entry entry = new Entry();
		this.wheel.add(entry, 0, tick);

		assertThat(due(tick - 1)).isEmpty();
		assertThat(this.wheel.isEmpty()).isFalse();
		assertThat(due(tick)).containsExactly(entry);
		assertThat(this.wheel.isEmpty()).isTrue();
	}

	@Test
	void entryThatIsLateIsDueAtTheNextTick() {
		due(500);
		Entry entry = new Entry();

		this.wheel.add(entry, 500, 400);

		assertThat(due(500)).isEmpty();
		assertThat(due(501)).containsExactly(entry);
	}

	@Test
	void entryOfAnEmptyWheelNeedsOneLookOnlyThatIsNear() {
		due(10);

		long look = this.wheel.add(new Entry(), 1_000_000, 1_000_003);

		assertThat(look).isEqualTo(1_000_003).isEqualTo(this.wheel.next());
	}

	@Test
	void removedEntryIsNeverDue() {
		Entry first = new Entry();
		Entry second = new Entry();
		Entry third = new Entry();
		List.of(first, second, third).forEach((entry) -> this.wheel.add(entry, 0, 77));

		this.wheel.remove(second);
		this.wheel.remove(second);

		assertThat(due(77)).containsExactlyInAnyOrder(first, third);
		assertThat(this.wheel.isEmpty()).isTrue();
	}

	@Test
	void wheelOfRemovedEntriesHasNothingToDo() {
		List<Entry> entries = new ArrayList<>();
		for (int i = 1; i < 10_000; i += 7) {
			entries.add(new Entry());
			this.wheel.add(entries.get(entries.size() - 1), 0, i * i);
		}

		entries.forEach(this.wheel::remove);

		assertThat(this.wheel.isEmpty()).isTrue();
		assertThat(this.wheel.next()).isEqualTo(TimingWheel.NEVER);
	}

	@Test
	void farEntryIsLookedAtFewTimes() {
		this.wheel.add(new Entry(), 0, 123_456_789);

		int looks = 0;
		for (long next = this.wheel.next(); next != TimingWheel.NEVER; next = this.wheel.next()) {
			due(next);
			looks++;
		}

		assertThat(looks).isBetween(1, 8);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void wheelIsAsGoodAsALookAtEveryEntry(long seed) {
		Random random = new Random(seed);
		Set<Entry> expected = new HashSet<>();
		List<Entry> all = new ArrayList<>();
		long now = 0;
		for (int i = 0; i < 20_000; i++) {
			Entry entry = new Entry();
			long tick = now + 1 + (random.nextLong() >>> (Long.SIZE - 1 - random.nextInt(20)));
			assertThat(this.wheel.add(entry, now, tick)).isLessThanOrEqualTo(tick);
			expected.add(entry);
			all.add(entry);
			if (random.nextInt(3) == 0) {
				Entry removed = all.get(random.nextInt(all.size()));
				this.wheel.remove(removed);
				expected.remove(removed);
			}
			if (random.nextInt(10) == 0) {
				now += random.nextInt(3_000);
				long present = now;
				List<Entry> due = expected.stream().filter((candidate) -> candidate.tick <= present).toList();
				assertThat(due(now)).containsExactlyInAnyOrderElementsOf(due);
				due.forEach(expected::remove);
				assertThat(this.wheel.next()).isGreaterThan(now);
			}
		}
		assertThat(due(1L << 47)).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(this.wheel.isEmpty()).isTrue();
	}

	private List<Deadline> due(long now) {
		List<Deadline> due = new ArrayList<>();
		for (Deadline entry = this.wheel.advance(now); entry != null; entry = TimingWheel.following(entry)) {
			due.add(entry);
		}
		return due;
	}

	private static final class Entry extends Deadline {

		@Override
		void expire() {
		}

	}

}
