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

package io.github.xmppspring.codec;

/**
 * Where in the markup a {@link StreamScanner} stands.
 *
 * @author XMPP for Spring Boot contributors
 */
enum ScanState {

	/** Before the first byte of a stream. */
	START,

	/** Behind a {@code <} that is the first byte of a stream. */
	FIRST_MARKUP,

	/** In the XML declaration. */
	DECLARATION,

	/** Before the header or between stanzas, where only white space may stand. */
	BETWEEN,

	/** In the text of an element. */
	TEXT,

	/** Behind a {@code <}. */
	MARKUP,

	/** In a start tag. */
	START_TAG,

	/** Behind a slash in a start tag. */
	EMPTY_TAG,

	/** In an attribute value between apostrophes. */
	SINGLE_QUOTED,

	/** In an attribute value between quotation marks. */
	DOUBLE_QUOTED,

	/** In an end tag. */
	END_TAG,

	/** Behind {@code <!}, in what may be the start of a CDATA section. */
	BANG,

	/** In a CDATA section. */
	CDATA,

	/** Behind one closing bracket in a CDATA section. */
	CDATA_BRACKET,

	/** Behind two or more closing brackets in a CDATA section. */
	CDATA_BRACKETS,

	/** Behind the end tag of the stream, or behind an error. */
	ENDED

}
