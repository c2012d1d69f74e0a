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

import org.jspecify.annotations.Nullable;

/**
 * Deadlines in the order of time, as far as it matters: a hierarchical timing wheel. An
 * entry is put in or taken out in a time that does not depend on how many there are.
 * <p>
 * Time is a number of ticks. Each level has 64 slots; those of the first are one tick
 * wide, those of a further level as wide as all of the level before. An entry lies in the
 * level of the highest digit (of six bits) in which its tick differs from the present
 * one, so those in higher levels are later. When the time of a slot comes, its entries
 * move down, or are due.
 * <p>
 * Not thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 */
final class TimingWheel {

	/**
	 * The tick of nothing.
	 */
	static final long NEVER = Long.MAX_VALUE;

	private static final int BITS = 6;

	private static final int SLOTS = 1 << BITS;

	private static final int LEVELS = 8;

	private final @Nullable Deadline[] heads = new @Nullable Deadline[LEVELS * SLOTS];

	/**
	 * A bit for each slot that is not empty.
	 */
	private final long[] occupied = new long[LEVELS];

	private long now;

	private int size;

	boolean isEmpty() {
		return this.size == 0;
	}

	/**
	 * Puts an entry in.
	 * @param deadline the entry, which is in no wheel
	 * @param now the present tick
	 * @param tick when it is due, less than 2<sup>48</sup>
	 * @return the tick at which the wheel is to be looked at because of this entry
	 */
	long add(Deadline deadline, long now, long tick) {
		if (this.size == 0) {
			this.now = Math.max(this.now, now);
		}
		deadline.tick = Math.max(tick, this.now + 1);
		this.size++;
		return link(deadline);
	}

	private long link(Deadline deadline) {
		int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(deadline.tick ^ this.now)) / BITS;
		long digit = deadline.tick >>> (level * BITS);
		int index = (int) digit & (SLOTS - 1);
		int slot = level * SLOTS + index;
		Deadline head = this.heads[slot];
		deadline.slot = slot;
		deadline.next = head;
		if (head != null) {
			head.previous = deadline;
		}
		this.heads[slot] = deadline;
		this.occupied[level] |= 1L << index;
		return digit << (level * BITS);
	}

	/**
	 * Takes an entry out.
	 * @param deadline the entry; nothing happens if it is in no wheel
	 */
	void remove(Deadline deadline) {
		if (deadline.slot == Deadline.NOWHERE) {
			return;
		}
		Deadline next = deadline.next;
		Deadline previous = deadline.previous;
		if (next != null) {
			next.previous = previous;
		}
		if (previous != null) {
			previous.next = next;
		}
		else {
			setHead(deadline.slot, next);
		}
		forget(deadline);
		this.size--;
	}

	private void setHead(int slot, @Nullable Deadline head) {
		this.heads[slot] = head;
		if (head == null) {
			this.occupied[slot / SLOTS] &= ~(1L << (slot % SLOTS));
		}
	}

	private static void forget(Deadline deadline) {
		deadline.slot = Deadline.NOWHERE;
		deadline.previous = null;
		deadline.next = null;
	}

	/**
	 * When the wheel is to be looked at.
	 * @return a tick before which nothing is due, or {@link #NEVER}
	 */
	long next() {
		for (int level = 0; level < LEVELS; level++) {
			if (this.occupied[level] != 0) {
				int shift = level * BITS;
				long index = Long.numberOfTrailingZeros(this.occupied[level]);
				return ((this.now >>> (shift + BITS) << BITS) | index) << shift;
			}
		}
		return NEVER;
	}

	/**
	 * Lets the time go on and takes out what is due.
	 * @param now the present tick
	 * @return the first of the due entries, to be followed by {@link #following}, or
	 * {@code null} if nothing is due
	 */
	@Nullable Deadline advance(long now) {
		Deadline due = null;
		for (long next = next(); next <= now; next = next()) {
			this.now = next;
			due = empty(next, due);
		}
		this.now = Math.max(this.now, now);
		return due;
	}

	private @Nullable Deadline empty(long tick, @Nullable Deadline first) {
		int level = 0;
		while (this.occupied[level] == 0) {
			level++;
		}
		int slot = level * SLOTS + Long.numberOfTrailingZeros(this.occupied[level]);
		Deadline due = first;
		Deadline following;
		for (Deadline entry = this.heads[slot]; entry != null; entry = following) {
			following = entry.next;
			forget(entry);
			if (entry.tick > tick) {
				link(entry);
				continue;
			}
			entry.next = due;
			due = entry;
			this.size--;
		}
		setHead(slot, null);
		return due;
	}

	/**
	 * Goes through the entries that {@link #advance} gives, and lets go of each.
	 * @param due an entry that is due
	 * @return the one after it, or {@code null} if it was the last
	 */
	static @Nullable Deadline following(Deadline due) {
		Deadline next = due.next;
		due.next = null;
		return next;
	}

}
