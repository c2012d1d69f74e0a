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

import io.github.xmppspring.stream.StreamErrorCondition;
import io.github.xmppspring.stream.StreamException;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the header, each first-level child and the footer of a stream end. It looks
 * at every byte once, however the bytes are split over reads, and builds nothing.
 * <p>
 * Bytes suffice for that: all markup is ASCII, and UTF-8 does not use these bytes for
 * anything else. What RFC 6120, 11.1 forbids is refused here, before any parser sees it.
 * Everything else about well-formedness is left to the parser.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StreamScanner {

	private final XmlDeclarationScanner declaration = new XmlDeclarationScanner();

	private final FrameDepth depth = new FrameDepth();

	private final CdataStartScanner cdataStart = new CdataStartScanner();

	private ScanState state = ScanState.START;

	private int length;

	private StreamFrame.@Nullable Kind found;

	/**
	 * Scans on behind the bytes that were scanned before. White space that belongs to
	 * nothing is taken out of the buffer.
	 * @param in starts with the first byte of the frame that is looked for
	 * @param limit the most bytes of a frame
	 * @return what ends behind {@link #length()} bytes, or {@code null} if more bytes are
	 * needed
	 * @throws StreamException if the bytes are none of an XMPP stream
	 */
	StreamFrame.@Nullable Kind scan(FrameBuffer in, int limit) {
		if (this.length == 0) {
			skipWhiteSpace(in);
		}
		byte[] bytes = in.bytes();
		int start = in.start();
		int end = start + Math.min(in.length(), limit);
		int index = start + this.length;
		this.found = null;
		while (index < end && this.found == null) {
			int next = step(bytes, index, end);
			if (next == index) {
				break;
			}
			index = next;
		}
		this.length = index - start;
		if (this.found == null && this.length >= limit) {
			throw Refusal.of(StreamErrorCondition.POLICY_VIOLATION,
					"A stanza or header is longer than the limit of " + limit + " bytes");
		}
		return this.found;
	}

	/**
	 * The length of the frame that was found.
	 * @return the number of bytes
	 */
	int length() {
		return this.length;
	}

	/**
	 * Turns to the next frame: the bytes of the last one are taken.
	 */
	void next() {
		this.length = 0;
	}

	/**
	 * Turns to a new stream.
	 */
	void restart() {
		this.state = ScanState.START;
		this.depth.reset();
		this.length = 0;
	}

	/**
	 * Takes no more.
	 */
	void end() {
		this.state = ScanState.ENDED;
	}

	boolean isInStream() {
		return this.depth.isInStream();
	}

	boolean isEnded() {
		return this.state == ScanState.ENDED;
	}

	private void skipWhiteSpace(FrameBuffer in) {
		if (this.state != ScanState.START && this.state != ScanState.BETWEEN) {
			return;
		}
		int index = in.start();
		while (index < in.end() && MarkupBytes.isWhiteSpace(in.bytes()[index])) {
			index++;
		}
		if (index > in.start()) {
			in.take(index - in.start());
			this.state = ScanState.BETWEEN;
		}
	}

	/**
	 * Looks at one byte, or at a run of bytes that change nothing.
	 * @param in the bytes
	 * @param index where to look
	 * @param end where to stop
	 * @return the index of the first byte that was not looked at; the same index if
	 * nothing can be said before there are more bytes
	 */
	private int step(byte[] in, int index, int end) {
		return switch (this.state) {
			case TEXT -> text(in, index, end);
			case MARKUP -> markup(in, index, end);
			case START_TAG -> startTag(in, index, end);
			case EMPTY_TAG -> emptyTag(in, index, end);
			case SINGLE_QUOTED -> value(in, index, end, '\'');
			case DOUBLE_QUOTED -> value(in, index, end, '"');
			case END_TAG -> endTag(in, index, end);
			case CDATA -> cdata(in, index, end);
			case START, BETWEEN -> between(in, index, end);
			case FIRST_MARKUP -> firstMarkup(in, index, end);
			default -> {
				single(in[index]);
				yield index + 1;
			}
		};
	}

	// Goes through a tag at once if all of it is there, and then the state stays
	private int stop(ScanState state, int index) {
		if (this.state != state) {
			this.state = state;
		}
		return index;
	}

	private int text(byte[] in, int index, int end) {
		int found = MarkupBytes.indexOf(in, index, end, '<');
		return (found < end) ? markup(in, found + 1, end) : end;
	}

	private int markup(byte[] in, int index, int end) {
		if (index == end) {
			return stop(ScanState.MARKUP, end);
		}
		switch (in[index]) {
			case '/' -> {
				return endTagStarted(in, index + 1, end);
			}
			case '?' -> throw Refusal.restricted();
			case '!' -> {
				this.cdataStart.start();
				return stop(ScanState.BANG, index + 1);
			}
			case '<', '>', ' ', '\t', '\r', '\n' -> throw Refusal.notWellFormed("A tag has no name");
			default -> {
				return startTag(in, index + 1, end);
			}
		}
	}

	private int startTag(byte[] in, int index, int end) {
		int found = MarkupBytes.tagDelimiter(in, index, end);
		while (found < end && (in[found] == '\'' || in[found] == '"')) {
			char quote = (char) in[found];
			int ended = valueEnd(in, found + 1, end, quote);
			if (ended == end) {
				return stop((quote == '"') ? ScanState.DOUBLE_QUOTED : ScanState.SINGLE_QUOTED, end);
			}
			found = MarkupBytes.tagDelimiter(in, ended + 1, end);
		}
		if (found == end) {
			return stop(ScanState.START_TAG, end);
		}
		return switch (in[found]) {
			case '>' -> tagEnded(this.depth.startTag(), found + 1);
			case '/' -> emptyTag(in, found + 1, end);
			default -> throw bracketInTag();
		};
	}

	private int value(byte[] in, int index, int end, char quote) {
		int ended = valueEnd(in, index, end, quote);
		return (ended < end) ? startTag(in, ended + 1, end) : end;
	}

	private static int valueEnd(byte[] in, int index, int end, char quote) {
		int found = MarkupBytes.either(in, index, end, quote, '<');
		if (found < end && in[found] == '<') {
			throw bracketInTag();
		}
		return found;
	}

	private int emptyTag(byte[] in, int index, int end) {
		if (index == end) {
			return stop(ScanState.EMPTY_TAG, end);
		}
		if (in[index] != '>') {
			throw Refusal.notWellFormed("There is a slash in a tag");
		}
		return tagEnded(this.depth.emptyTag(), index + 1);
	}

	private int endTagStarted(byte[] in, int index, int end) {
		if (!this.depth.isInStream()) {
			throw Refusal.notWellFormed("There is an end tag before the stream header");
		}
		return endTag(in, index, end);
	}

	private int endTag(byte[] in, int index, int end) {
		int found = MarkupBytes.either(in, index, end, '>', '<');
		if (found == end) {
			return stop(ScanState.END_TAG, end);
		}
		if (in[found] == '<') {
			throw bracketInTag();
		}
		return tagEnded(this.depth.endTag(), found + 1);
	}

	private int tagEnded(StreamFrame.@Nullable Kind frame, int index) {
		if (frame == null) {
			return stop(ScanState.TEXT, index);
		}
		this.found = frame;
		return stop(this.depth.isInStream() ? ScanState.BETWEEN : ScanState.ENDED, index);
	}

	private static StreamException bracketInTag() {
		return Refusal.notWellFormed("There is '<' in a tag");
	}

	private int cdata(byte[] in, int index, int end) {
		int found = MarkupBytes.indexOf(in, index, end, ']');
		return (found < end) ? stop(ScanState.CDATA_BRACKET, found + 1) : end;
	}

	private int between(byte[] in, int index, int end) {
		byte value = in[index];
		if (value == '<') {
			return (this.state == ScanState.START) ? stop(ScanState.FIRST_MARKUP, index + 1)
					: markup(in, index + 1, end);
		}
		if (MarkupBytes.isWhiteSpace(value)) {
			return index + 1;
		}
		StreamErrorCondition condition = StrayText.conditionOf(in, index, end, this.depth.isInStream());
		if (condition == null) {
			return index;
		}
		throw Refusal.strayText(condition);
	}

	private void single(byte value) {
		switch (this.state) {
			case DECLARATION -> declaration(value);
			case BANG -> bang(value);
			case CDATA_BRACKET -> this.state = (value == ']') ? ScanState.CDATA_BRACKETS : ScanState.CDATA;
			case CDATA_BRACKETS -> cdataBrackets(value);
			default -> throw new IllegalStateException("No single byte is looked at in state " + this.state);
		}
	}

	private int firstMarkup(byte[] in, int index, int end) {
		if (in[index] == 0) {
			throw Refusal.of(StreamErrorCondition.UNSUPPORTED_ENCODING, "The bytes are not UTF-8");
		}
		if (in[index] != '?') {
			return markup(in, index, end);
		}
		this.declaration.start();
		return stop(ScanState.DECLARATION, index + 1);
	}

	private void declaration(byte value) {
		if (this.declaration.isEndedBy(value)) {
			this.state = ScanState.BETWEEN;
		}
	}

	private void bang(byte value) {
		if (!this.cdataStart.isEndedBy(value)) {
			return;
		}
		if (!this.depth.isInElement()) {
			throw Refusal.strayText(StreamErrorCondition.BAD_FORMAT);
		}
		this.state = ScanState.CDATA;
	}

	private void cdataBrackets(byte value) {
		if (value == '>') {
			this.state = ScanState.TEXT;
		}
		else if (value != ']') {
			this.state = ScanState.CDATA;
		}
	}

}
