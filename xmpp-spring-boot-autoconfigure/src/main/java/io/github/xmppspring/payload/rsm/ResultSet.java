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

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which page of the results is asked for, or is given (XEP-0059). A request says how many
 * results it takes and from where; a result says which ones of how many it holds.
 *
 * @param max how many results at most, 0 for only their number
 * @param index how many results to skip, or {@code null}
 * @param after the id of the result before the page; empty for the first page
 * @param before the id of the result behind the page; empty for the last page
 * @param first the id of the first result of the page
 * @param firstIndex the place of that among all results, from 0
 * @param last the id of the last result of the page
 * @param count the number of all results, which may be about right
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record ResultSet(@Nullable Integer max, @Nullable Integer index, @Nullable String after, @Nullable String before,
		@Nullable String first, @Nullable Integer firstIndex, @Nullable String last, @Nullable Integer count,
		Extensions extensions) {

	/**
	 * The namespace of the element, which is the feature of those who understand it.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/rsm";

	/**
	 * The name of the element.
	 */
	public static final QName NAME = new QName(NAMESPACE, "set");

	/**
	 * Reads and writes the element.
	 */
	public static final PayloadCodec<ResultSet> CODEC = new Codec();

	public ResultSet {
		Assert.isTrue(max == null || max >= 0, "'max' must not be negative");
		Assert.isTrue(index == null || index >= 0, "'index' must not be negative");
		Assert.isTrue(count == null || count >= 0, "'count' must not be negative");
		Assert.isTrue(firstIndex == null || (firstIndex >= 0 && first != null),
				"'firstIndex' must not be negative, and belongs to 'first'");
	}

	/**
	 * Asks for the first page.
	 * @param max how many results at most
	 * @return the request
	 */
	public static ResultSet firstPage(int max) {
		return request(max, null, null, null);
	}

	/**
	 * Asks for the last page.
	 * @param max how many results at most
	 * @return the request
	 */
	public static ResultSet lastPage(int max) {
		return request(max, null, null, "");
	}

	/**
	 * Asks for the page behind a result.
	 * @param id the id of the result
	 * @param max how many results at most
	 * @return the request
	 */
	public static ResultSet pageAfter(String id, int max) {
		return request(max, null, id, null);
	}

	/**
	 * Asks for the page before a result.
	 * @param id the id of the result
	 * @param max how many results at most
	 * @return the request
	 */
	public static ResultSet pageBefore(String id, int max) {
		return request(max, null, null, id);
	}

	/**
	 * Asks for a page by its place.
	 * @param index how many results to skip
	 * @param max how many results at most
	 * @return the request
	 */
	public static ResultSet pageAt(int index, int max) {
		return request(max, index, null, null);
	}

	/**
	 * Asks for the number of results only.
	 * @return the request
	 */
	public static ResultSet countOnly() {
		return firstPage(0);
	}

	private static ResultSet request(int max, @Nullable Integer index, @Nullable String after,
			@Nullable String before) {
		return new ResultSet(max, index, after, before, null, null, null, null, Extensions.NONE);
	}

	/**
	 * Describes a page that is given.
	 * @param first the id of the first result
	 * @param firstIndex the place of that among all results, or {@code null}
	 * @param last the id of the last result
	 * @param count the number of all results, or {@code null}
	 * @return the description
	 */
	public static ResultSet page(String first, @Nullable Integer firstIndex, String last, @Nullable Integer count) {
		return new ResultSet(null, null, null, null, first, firstIndex, last, count, Extensions.NONE);
	}

	/**
	 * Describes a page without results.
	 * @param count the number of all results
	 * @return the description
	 */
	public static ResultSet emptyPage(int count) {
		return new ResultSet(null, null, null, null, null, null, null, count, Extensions.NONE);
	}

	/**
	 * Asks for the page behind this one.
	 * @param max how many results at most
	 * @return the request, or {@code null} if this page says nothing of its last result
	 */
	public @Nullable ResultSet next(int max) {
		return (this.last != null) ? pageAfter(this.last, max) : null;
	}

	/**
	 * Asks for the page before this one.
	 * @param max how many results at most
	 * @return the request, or {@code null} if this page says nothing of its first result
	 */
	public @Nullable ResultSet previous(int max) {
		return (this.first != null) ? pageBefore(this.first, max) : null;
	}

	private static final class Codec implements PayloadCodec<ResultSet> {

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<ResultSet> type() {
			return ResultSet.class;
		}

		@Override
		public ResultSet read(Element element) {
			PayloadElement set = PayloadElement.of(element);
			PayloadElement first = set.child("first");
			return new ResultSet(set.textChild("max", Codec::number), set.textChild("index", Codec::number),
					set.textChild("after"), set.textChild("before"), (first != null) ? first.text() : null,
					(first != null) ? first.attribute("index", Codec::number) : null, set.textChild("last"),
					set.textChild("count", Codec::number), set.extensions());
		}

		private static Integer number(String text) {
			int number = Integer.parseInt(text.trim());
			Assert.isTrue(number >= 0, "The number must not be negative");
			return number;
		}

		// In the order of the examples of the XEP, which more people follow than its
		// schema
		@Override
		public Element write(ResultSet value) {
			Element.Builder set = Element.builder(NAME);
			if (value.first() != null) {
				set.child(Element.builder(NAMESPACE, "first")
					.attribute("index", value.firstIndex())
					.text(value.first())
					.build());
			}
			set.textChild("last", value.last())
				.textChild("count", text(value.count()))
				.textChild("max", text(value.max()))
				.textChild("index", text(value.index()))
				.textChild("after", value.after())
				.textChild("before", value.before());
			value.extensions().writeTo(set);
			return set.build();
		}

		private static @Nullable String text(@Nullable Integer number) {
			return (number != null) ? number.toString() : null;
		}

	}

}
