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

package io.github.xmppspring.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.security.GeneralSecurityException;

import org.jspecify.annotations.Nullable;

/**
 * No library, but what one connection can do at the most: requests are encoded
 * beforehand, answers are cut out of the stream by counting tags and found by number, and
 * all that one read has led to leaves in one write. Parses nothing: what an answer weighs
 * is told from its type and its length.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RawPeer implements Peer {

	private static final int ID_DIGITS = 5;

	private static final byte[] IQ = Ascii.bytes("<iq");

	private static final byte[] ID = Ascii.bytes(" id=");

	private static final byte[] FROM = Ascii.bytes(" from=");

	private static final byte[] RESULT = Ascii.bytes(" type='result'");

	private static final byte[] RESULT_TO = Ascii.bytes("<iq type='result' to='");

	private static final byte[] RESULT_ID = Ascii.bytes("' id='");

	private static final byte[] END = Ascii.bytes("</stream:stream>");

	private @Nullable Login login;

	private @Nullable Load load;

	private @Nullable RawStream stream;

	private @Nullable Thread reader;

	private Slot[] slots = {};

	private byte[] beforeId = {};

	private byte[] afterId = {};

	private byte[] answer = {};

	@Override
	public void prepare(Login login, Load load) {
		this.login = login;
		this.load = load;
		this.slots = new Slot[load.inFlight()];
		// A contact list is that of the account, which is asked by no address at all
		String to = (load.payload() == Payload.ROSTER) ? "" : " to='" + login.domain() + "'";
		this.beforeId = Ascii.bytes("<iq type='get'" + to + " id='");
		this.afterId = Ascii.bytes("'>" + load.payload().request() + "</iq>");
		this.answer = Ascii.bytes("'>" + load.payload().result() + "</iq>");
	}

	@Override
	public void connect() throws IOException, GeneralSecurityException {
		this.stream = RawStream.open(this.login);
		boolean waits = this.load.operation() == Operation.CONNECT
				|| (this.load.operation() == Operation.REQUEST && this.load.inFlight() == 1);
		if (!waits) {
			this.reader = new Thread(this::readAll, "raw");
			this.reader.setDaemon(true);
			this.reader.start();
		}
	}

	@Override
	public void disconnect() throws IOException {
		synchronized (this) {
			this.stream.output().put(END).flush();
		}
		this.stream.close();
		this.reader = null;
	}

	@Override
	public void close() {
		this.stream = null;
	}

	@Override
	public void request(Payload payload, Slot slot) throws IOException {
		if (Thread.currentThread() == this.reader) {
			encode(slot);
		}
		else {
			synchronized (this) {
				encode(slot);
				this.stream.output().flush();
			}
		}
	}

	private void encode(Slot slot) throws IOException {
		this.slots[slot.number()] = slot;
		this.stream.output().put(this.beforeId).putNumber(slot.number(), ID_DIGITS).put(this.afterId);
	}

	@Override
	public int requestAndWait(Payload payload) throws IOException {
		this.stream.output().put(this.beforeId).putNumber(0, ID_DIGITS).put(this.afterId).flush();
		StanzaReader input = this.stream.reader();
		while (!input.next()) {
			if (!input.fill()) {
				throw new EOFException("The stream was closed");
			}
		}
		return weigh(input);
	}

	private void readAll() {
		StanzaReader input = this.stream.reader();
		ByteOutput output = this.stream.output();
		try {
			do {
				synchronized (this) {
					while (input.next()) {
						take(input);
					}
					output.flush();
				}
			}
			while (input.fill());
		}
		catch (IOException ex) {
			// Closed
		}
	}

	private void take(StanzaReader input) throws IOException {
		byte[] bytes = input.bytes();
		if (!Ascii.startsWith(bytes, input.from(), input.to(), IQ)) {
			return;
		}
		int tagEnd = Ascii.indexOf(bytes, input.from(), input.to(), '>');
		int id = Ascii.behind(bytes, input.from(), tagEnd, ID) + 1;
		if (this.load.operation() == Operation.RESPOND) {
			respond(bytes, input.from(), tagEnd, id);
		}
		else {
			this.slots[Ascii.number(bytes, id, id + ID_DIGITS)].ended(weigh(input), null);
		}
	}

	private void respond(byte[] bytes, int start, int tagEnd, int id) throws IOException {
		int from = Ascii.behind(bytes, start, tagEnd, FROM) + 1;
		this.stream.output()
			.put(RESULT_TO)
			.put(bytes, from, Ascii.indexOf(bytes, from, tagEnd, bytes[from - 1]))
			.put(RESULT_ID)
			.put(bytes, id, Ascii.indexOf(bytes, id, tagEnd, bytes[id - 1]))
			.put(this.answer);
	}

	/**
	 * A result without a payload has no end tag, one of a kind is as long as all of it.
	 */
	private int weigh(StanzaReader input) {
		if (Ascii.behind(input.bytes(), input.from(), input.to(), RESULT) < 0) {
			return -1;
		}
		boolean complete = input.to() - input.from() > this.answer.length;
		return (complete || this.load.payload() == Payload.PING) ? this.load.payload().weight() : -1;
	}

}
