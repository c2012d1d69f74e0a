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

package io.github.xmppspring.xml;

import java.io.IOException;
import java.io.OutputStream;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.codehaus.stax2.XMLOutputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Writes the elements of one stream, one after another, just as an {@link ElementWriter}
 * would write each of them.
 * <p>
 * To make a writer with its buffers costs several times what it costs to write a small
 * stanza, so one is kept. What it remembers of the elements it has written is no more
 * than the namespaces of a few of them; after a large element, it is replaced, and after
 * a failure too, with all that it had not given away yet.
 * <p>
 * Not thread-safe: belongs to the stream.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StreamElementWriter {

	/**
	 * A writer that has written a larger element is not kept.
	 */
	static final int MAX_KEPT_BYTES = 1 << 13;

	private final XMLOutputFactory2 factory;

	private final NamespaceScope scope;

	private @Nullable Kept kept;

	StreamElementWriter(XMLOutputFactory2 factory, NamespaceScope scope) {
		this.factory = factory;
		this.scope = scope;
	}

	/**
	 * Writes an element.
	 * @param element the element
	 * @param out takes the UTF-8 bytes; it gets all of them unless an exception is thrown
	 * @throws IllegalStateException if it does not take them
	 */
	public void write(Element element, OutputStream out) {
		Kept kept = this.kept;
		// not kept again unless all goes well
		this.kept = null;
		try {
			if (kept == null) {
				kept = new Kept(this.factory);
			}
			if (kept.write(element, this.scope, out) <= MAX_KEPT_BYTES) {
				this.kept = kept;
			}
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The element could not be written", ex);
		}
	}

	/**
	 * A writer, and where its bytes go.
	 */
	private static final class Kept {

		private final Outlet outlet = new Outlet();

		private final XMLStreamWriter writer;

		Kept(XMLOutputFactory2 factory) throws XMLStreamException {
			this.writer = factory.createXMLStreamWriter(this.outlet, "UTF-8");
		}

		int write(Element element, NamespaceScope scope, OutputStream out) throws XMLStreamException {
			this.outlet.begin(out);
			new ElementOutput(this.writer, scope).element(element);
			if (element.content().isEmpty()) {
				// ends the tag, which might go on
				this.writer.writeCharacters("");
			}
			this.writer.flush();
			return this.outlet.end();
		}

	}

	/**
	 * Where the bytes go: for each element somewhere else.
	 */
	private static final class Outlet extends OutputStream {

		private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

		private OutputStream out = NOWHERE;

		private int bytes;

		void begin(OutputStream out) {
			this.out = out;
			this.bytes = 0;
		}

		int end() {
			this.out = NOWHERE;
			return this.bytes;
		}

		@Override
		public void write(int b) throws IOException {
			this.out.write(b);
			this.bytes++;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.out.write(bytes, offset, length);
			this.bytes += length;
		}

	}

}
