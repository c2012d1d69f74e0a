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

package io.github.xmppspring.disco;

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.payload.disco.DiscoItems;
import io.github.xmppspring.payload.rsm.Page;
import io.github.xmppspring.payload.rsm.ResultSet;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Puts the pages of a list together, up to a limit. As every page that is followed by
 * another has items, the number of pages is limited too.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ItemCollector {

	private static final int PAGE_SIZE = 100;

	private final List<DiscoItems.Item> items = new ArrayList<>();

	private final int limit;

	private volatile boolean stopped;

	ItemCollector(int limit) {
		Assert.isTrue(limit > 0, "'limit' must be positive");
		this.limit = limit;
	}

	/**
	 * Asks for the first page.
	 * @return the request
	 */
	ResultSet first() {
		return ResultSet.firstPage(pageSize());
	}

	/**
	 * Adds a page.
	 * @param page the page
	 * @return the request for the next one, or {@code null} if it is not wanted
	 */
	@Nullable ResultSet add(Page<DiscoItems.Item> page) {
		int room = this.limit - this.items.size();
		this.items.addAll(page.items().subList(0, Math.min(room, page.items().size())));
		ResultSet set = page.set();
		return (set != null && page.hasNext() && this.items.size() < this.limit && !this.stopped) ? set.next(pageSize())
				: null;
	}

	private int pageSize() {
		return Math.min(PAGE_SIZE, this.limit - this.items.size());
	}

	List<DiscoItems.Item> items() {
		return List.copyOf(this.items);
	}

	/**
	 * Wants no further page.
	 */
	void stop() {
		this.stopped = true;
	}

}
