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

import org.jspecify.annotations.Nullable;

/**
 * A page of results (XEP-0059).
 *
 * @param items the results on this page
 * @param set which ones of how many these are, or {@code null} if the other side knows no
 * pages and gave all at once
 * @param <T> the type of the results
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record Page<T>(List<T> items, @Nullable ResultSet set) {

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * Whether there may be more behind this page. It is certain only where the number of
	 * all results is known.
	 * @return whether to ask for the next page
	 */
	public boolean hasNext() {
		if (this.set == null || this.set.last() == null || this.items.isEmpty()) {
			return false;
		}
		Integer count = this.set.count();
		Integer firstIndex = this.set.firstIndex();
		return count == null || firstIndex == null || (long) firstIndex + this.items.size() < count;
	}

	/**
	 * The number of all results on all pages.
	 * @return the number, or {@code null} if it is not known
	 */
	public @Nullable Integer total() {
		return (this.set != null) ? this.set.count() : Integer.valueOf(this.items.size());
	}

}
